import { placesOf } from './lay-out.ts';
import { liveSheets } from './live/live-sheets.ts';
import type { Report } from './report.ts';
import type { Sheet } from './sheet.ts';
import { assumptionNames, assumptionsSheet } from './sheets/assumptions.ts';
import { comparisonSheet } from './sheets/comparison.ts';
import { contentsSheet } from './sheets/contents.ts';
import { correlationsSheet } from './sheets/correlations.ts';
import { distributionsSheet } from './sheets/distributions.ts';
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

/** Makes every sheet of the report in its order: answers, then detail, then inputs, then the record. */
export function makeSheets(report: Report): Sheet[] {
  const { results } = report;
  const { sources: listed } = results.study;
  const sources = sourcesSheet(report);
  const sourcePlaces = placesOf(
    sources,
    listed.map((source) => source.id),
  );
  const assumptions = assumptionsSheet(report, sourcePlaces);
  const assumptionPlaces = placesOf(assumptions, assumptionNames(results));
  const equations = equationsSheet(report);
  const measures = measuresSheet(report);
  const explained = {
    equations: equationPlaces(equations, results.study),
    assumptions: assumptionPlaces,
    measures: placesOf(
      measures,
      results.study.measures.map(({ name }) => name),
    ),
  };
  const sheets = [
    summarySheet(report),
    comparisonSheet(report),
    validationSheet(report, sourcePlaces),
    trajectoriesSheet(report),
    bandsSheet(report),
    distributionsSheet(report),
    histogramsSheet(report),
    driversSheet(report, assumptionPlaces),
    correlationsSheet(report, assumptionPlaces),
    scenariosSheet(report),
    leversSheet(report),
    measures,
    assumptions,
    equations,
    ...liveSheets(report, explained),
    sources,
    provenanceSheet(report),
  ];
  return [contentsSheet(report, sheets), ...sheets];
}
