import type { Results } from '../../engine/index.ts';
import { sheetsOf } from '../../reports/index.ts';
import type { LiveReport } from '../../reports/live/live-report.ts';
import { PATH_COLUMNS, PathPlaces } from '../../reports/live/path-places.ts';
import { pathSections } from '../../reports/live/path-sections.ts';
import { openReport } from '../../reports/report.ts';
import { cellName, type Sheet } from '../../reports/sheet.ts';

/** Finds the cells of the sheet Live path: `step` is null for what holds for all steps. */
export type PathCell = (slot: number, step: number | null) => string;

/** Finds where the rows of the live model of some results stand on the sheet Live path. */
export function pathCells(
  results: Results,
  sheets: readonly Sheet[] = sheetsOf(results),
): PathCell {
  const report: LiveReport = { ...openReport(results, 'en'), live: results.live! };
  const sheet = sheets.find(({ name }) => name === 'Live path')!;
  const places = new PathPlaces(results.live!, pathSections(report), sheet.rows.length + 1);
  return (slot, step) => {
    const column = step === null ? PATH_COLUMNS.constant : places.first + step;
    return cellName(places.rowOf(slot), column);
  };
}
