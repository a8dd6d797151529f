import { type Choice, firstChoice } from './dashboard/choice.ts';
import { placesOf } from './lay-out.ts';
import type { Report } from './report.ts';
import type { Sheet } from './sheet.ts';
import { assumptionNames, assumptionsSheet } from './sheets/assumptions.ts';
import { changesSheet } from './sheets/changes.ts';
import { chartDataSheet } from './sheets/chart-data.ts';
import { comparisonSheet } from './sheets/comparison.ts';
import { contentsSheet } from './sheets/contents.ts';
import { correlationsSheet } from './sheets/correlations.ts';
import { dashboardSheet } from './sheets/dashboard.ts';
import { distributionsSheet } from './sheets/distributions.ts';
import { drawPlaces, drawsSheet } from './sheets/draws.ts';
import { driversSheet } from './sheets/drivers.ts';
import { equationsSheet } from './sheets/equations.ts';
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
export function makeSheets(report: Report, choice: Choice = firstChoice(report.results)): Sheet[] {
  const sources = sourcesSheet(report);
  const sourcePlaces = placesOf(sources, namesOf(report.results.study.sources, 'id'));
  const assumptions = assumptionsSheet(report, sourcePlaces);
  const assumptionPlaces = placesOf(assumptions, assumptionNames(report.results));
  const measures = measuresSheet(report);
  const draws = drawsSheet(report);
  const links = {
    draws: drawPlaces(draws),
    measures: placesOf(measures, namesOf(report.results.study.measures, 'name')),
  };
  const bands = bandsSheet(report);
  const { sheet: chartData, board } = chartDataSheet(report, choice, bands);
  const sheets = [
    summarySheet(report),
    dashboardSheet(report, board),
    comparisonSheet(report, links),
    ...AGAINST.flatMap((against) => changesSheet(report, against, links) ?? []),
    validationSheet(report, sourcePlaces),
    trajectoriesSheet(report),
    bands,
    distributionsSheet(report),
    histogramsSheet(report),
    driversSheet(report, assumptionPlaces),
    correlationsSheet(report, assumptionPlaces),
    scenariosSheet(report),
    leversSheet(report),
    measures,
    assumptions,
    equationsSheet(report),
    sources,
    chartData,
    draws,
    provenanceSheet(report),
  ];
  return [contentsSheet(report, sheets), ...sheets];
}

const AGAINST = ['baseline', 'reference'] as const;

function namesOf<Key extends string>(
  items: readonly Readonly<Record<Key, string>>[],
  key: Key,
): string[] {
  return items.map((item) => item[key]);
}
