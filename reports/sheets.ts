import { placesOf } from './lay-out.ts';
import { liveSheets } from './live/live-sheets.ts';
import type { Report } from './report.ts';
import type { Sheet } from './sheet.ts';
import { assumptionNames, assumptionsSheet } from './sheets/assumptions.ts';
import { changesSheet } from './sheets/changes.ts';
import { comparisonSheet } from './sheets/comparison.ts';
import { contentsSheet } from './sheets/contents.ts';
import { correlationsSheet } from './sheets/correlations.ts';
import { distributionsSheet } from './sheets/distributions.ts';
import { drawPlaces, drawsSheet } from './sheets/draws.ts';
import { driversSheet } from './sheets/drivers.ts';
import { equationPlaces, equationsSheet } from './sheets/equations.ts';
import { histogramsSheet } from './sheets/histograms.ts';
import { leversSheet } from './sheets/levers.ts';
import { measuresSheet } from './sheets/measures.ts';
import { provenanceSheet } from './sheets/provenance.ts';
import { scenariosSheet } from './sheets/scenarios.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { summarySheet } from './sheets/summary.ts';
import { bandsSheet, trajectoriesSheet } from './sheets/trajectories.ts';
import { validationSheet } from './sheets/validation.ts';

/** Makes the sheets whose rows others lead to, and finds those rows. */
function linkedSheets(report: Report) {
  const { study } = report.results;
  const sources = sourcesSheet(report);
  const sourcePlaces = placesOf(
    sources,
    study.sources.map((source) => source.id),
  );
  const assumptions = assumptionsSheet(report, sourcePlaces);
  const equations = equationsSheet(report);
  const measures = measuresSheet(report);
  const places = {
    sources: sourcePlaces,
    assumptions: placesOf(assumptions, assumptionNames(report.results)),
    equations: equationPlaces(equations, study),
    measures: placesOf(
      measures,
      study.measures.map(({ name }) => name),
    ),
  };
  return { sources, assumptions, equations, measures, draws: drawsSheet(report), places };
}

/** Makes every sheet of the report in its order: answers, then detail, then inputs, then the record. */
export function makeSheets(report: Report): Sheet[] {
  const { sources, assumptions, equations, measures, draws, places } = linkedSheets(report);
  const links = { draws: drawPlaces(draws), measures: places.measures };
  const sheets = [
    summarySheet(report),
    comparisonSheet(report, links),
    ...(['baseline', 'reference'] as const).flatMap(
      (against) => changesSheet(report, against, links) ?? [],
    ),
    validationSheet(report, places.sources),
    trajectoriesSheet(report),
    bandsSheet(report),
    distributionsSheet(report),
    histogramsSheet(report),
    driversSheet(report, places.assumptions),
    correlationsSheet(report, places.assumptions),
    scenariosSheet(report),
    leversSheet(report),
    measures,
    assumptions,
    equations,
    ...liveSheets(report, places),
    sources,
    draws,
    provenanceSheet(report),
  ];
  return [contentsSheet(report, sheets), ...sheets];
}
