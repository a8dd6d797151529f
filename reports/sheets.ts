import type { Results } from '../engine/index.ts';
import { type Choice, firstChoice } from './dashboard/choice.ts';
import { figureFinder } from './figure-places.ts';
import { type Places, placesOf } from './lay-out.ts';
import { liveSheets } from './live/live-sheets.ts';
import type { OutcomeLinks } from './outcome-rows.ts';
import type { Report } from './report.ts';
import type { Sheet } from './sheet.ts';
import { assumptionNames, assumptionsSheet } from './sheets/assumptions.ts';
import { assuranceSheet } from './sheets/assurance.ts';
import { bandsSheet } from './sheets/bands.ts';
import { breakEvenSheet } from './sheets/break-even.ts';
import { changesSheet } from './sheets/changes.ts';
import { changeColumns } from './sheets/changes-columns.ts';
import { chartDataSheet } from './sheets/chart-data.ts';
import { checksSheet } from './sheets/checks.ts';
import { COMPARISON_COLUMNS, comparisonSheet, meansPlace } from './sheets/comparison.ts';
import { conditionsSheet } from './sheets/conditions.ts';
import { contentsSheet } from './sheets/contents.ts';
import { correlationsSheet } from './sheets/correlations.ts';
import { dashboardSheet } from './sheets/dashboard.ts';
import { decisionSheet } from './sheets/decision.ts';
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
import { trajectoriesSheet } from './sheets/trajectories.ts';
import { validationSheet } from './sheets/validation.ts';

/** Makes the sheets whose rows others lead to, and finds those rows. */
function linkedSheets(report: Report) {
  const { results } = report;
  const sources = sourcesSheet(report);
  const sourcePlaces = placesOf(
    sources,
    results.study.sources.map((source) => source.id),
  );
  const assumptions = assumptionsSheet(report, sourcePlaces);
  const equations = equationsSheet(report);
  const equationRows = equationPlaces(report, equations);
  const measures = measuresSheet(report, equationRows);
  const draws = drawsSheet(report);
  const places = {
    sources: sourcePlaces,
    assumptions: placesOf(assumptions, assumptionNames(results)),
    equations: equationRows,
    measures: measurePlaces(results, measures),
    draws: drawPlaces(report, draws),
  };
  return { sources, assumptions, equations, measures, draws, places };
}

/** Makes every sheet of the report in its order: answers, then detail, then inputs, then the record. */
export function makeSheets(report: Report, choice: Choice = firstChoice(report.results)): Sheet[] {
  const { sources, assumptions, equations, measures, draws, places } = linkedSheets(report);
  const figures = figureSheets(report, places);
  const breakEven = breakEvenSheet(report, figures.means);
  const decision = decisionSheet(report, places.measures);
  const bands = bandsSheet(report);
  const shown = { bands, breakEven, changes: figures.find.changes };
  const { sheet: chartData, board, summary } = chartDataSheet(report, choice, shown);
  const validation = validationSheet(report, places.sources);
  const sheets = [
    summarySheet(report, figures.find, summary),
    dashboardSheet(report, board, bands),
    ...(breakEven === null ? [] : [breakEven]),
    ...(decision === null ? [] : [decision]),
    conditionsSheet(report),
    ...figures.sheets,
    validation,
    trajectoriesSheet(report),
    bands,
    driversSheet(report, places.assumptions),
    correlationsSheet(report, places.assumptions),
    scenariosSheet(report),
    leversSheet(report),
    measures,
    assumptions,
    equations,
    ...liveSheets(report, places),
    sources,
    chartData,
    draws,
  ];
  const told = { validation, assumptions, levels: figures.find.levels, sheets };
  const record = [
    assuranceSheet(report, told),
    provenanceSheet(report),
    checksSheet(report, sheets),
  ];
  return [contentsSheet(report, [...sheets, ...record]), ...sheets, ...record];
}

function measurePlaces({ study }: Results, sheet: Sheet): Places {
  return placesOf(
    sheet,
    study.measures.map(({ name }) => name),
  );
}

/** Makes the sheets of what scenarios come to beside each other and how they spread, and finds their figures. */
function figureSheets(report: Report, links: OutcomeLinks) {
  const comparison = comparisonSheet(report, links);
  const means = meansPlace(comparison);
  const [baseline, reference] = (['baseline', 'reference'] as const).map((against) =>
    changesSheet(report, against, links, means),
  );
  const sheets = [
    comparison,
    baseline!,
    reference!,
    distributionsSheet(report, links, means),
    histogramsSheet(report),
  ];
  return {
    means,
    sheets: sheets.filter((sheet) => sheet !== null),
    find: {
      levels: figureFinder(comparison, COMPARISON_COLUMNS),
      changes: figureFinder(baseline!, changeColumns('baseline')),
    },
  };
}
