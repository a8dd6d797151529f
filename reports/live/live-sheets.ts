import { drawsFit } from '../draw-columns.ts';
import type { Report } from '../report.ts';
import type { Sheet } from '../sheet.ts';
import { liveDrawsSheet } from '../sheets/live-draws.ts';
import { liveInputsSheet } from '../sheets/live-inputs.ts';
import { liveModelSheet } from '../sheets/live-model.ts';
import { livePathSheet } from '../sheets/live-path.ts';
import type { LiveReport } from './live-report.ts';
import type { Explained } from './path-labels.ts';

/** Makes the sheets of the live model; none where there is no such model. A draw can be chosen where draws are kept. */
export function liveSheets(report: Report, explained: Explained): Sheet[] {
  const { live } = report.results;
  if (live === null) return [];
  const kept = drawsFit(report.results) ? live : { ...live, draws: 0 };
  const own: LiveReport = { ...report, live: kept };
  const draws = liveDrawsSheet(own);
  const inputs = liveInputsSheet(own, draws.places, explained.assumptions);
  const path = livePathSheet(own, { draws: draws.places, valueOf: inputs.valueOf }, explained);
  const model = liveModelSheet(own, {
    draws: draws.places,
    path: path.places,
    entries: inputs.entries,
    entryRows: inputs.rows,
  });
  return [model, inputs.sheet, path.sheet, draws.sheet];
}
