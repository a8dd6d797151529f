import type { Comparison, Figure, Results, Summary } from '../../engine/index.ts';
import { comparisonFinder, type MeasureFormats, measureFormats } from '../compared.ts';
import { formatFor } from '../format.ts';
import { scenarioLabel } from '../labels.ts';
import { layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, number, type Sheet } from '../sheet.ts';
import { numbers, type TableColumn, tableOf, words } from '../table.ts';

interface Row {
  readonly measure: string;
  readonly unit: string;
  readonly scenario: string;
  readonly outcome: Summary;
  readonly formats: MeasureFormats;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  words('Measure', [30, 40], (row) => row.measure),
  words('Unit', [8, 18], (row) => row.unit),
  words('Scenario', [20, 34], (row) => row.scenario),
  numbers('Draws', (row) => number(row.outcome.count, 'plain-0', 'numberQuiet')),
  numbers('Mean', (row) => level(row, row.outcome.mean)),
  numbers('Mean, Monte Carlo error', (row) => error(row.outcome.mean)),
  numbers('Standard deviation', (row) => level(row, row.outcome.deviation)),
  numbers('Standard deviation, Monte Carlo error', (row) => error(row.outcome.deviation)),
  numbers('Minimum', (row) => number(row.outcome.minimum, row.formats.level)),
  numbers('5%', (row) => level(row, row.outcome.p5)),
  numbers('25%', (row) => level(row, row.outcome.p25)),
  numbers('Median', (row) => number(row.outcome.median.value, row.formats.level, 'numberStrong')),
  numbers('75%', (row) => level(row, row.outcome.p75)),
  numbers('95%', (row) => level(row, row.outcome.p95)),
  numbers('Maximum', (row) => number(row.outcome.maximum, row.formats.level)),
  numbers('Quantiles, largest Monte Carlo error', (row) => error(largestOf(row.outcome))),
];

/** Shows how the draws of every measure spread, scenario by scenario. */
export function distributionsSheet(report: Report): Sheet {
  const { results, say } = report;
  return layOut(
    {
      name: 'Distributions',
      title: 'How outcomes spread',
      about:
        'Moments and quantiles over the draws, in the unit that the row names; runs as drawn, no condition imposed.',
      ...tableOf(COLUMNS, rowsOf(results)),
      frozenColumns: 3,
      table: 'Distributions',
    },
    say,
  );
}

function rowsOf(results: Results): Row[] {
  const find = comparisonFinder(results);
  const formats = measureFormats(results);
  const { measures, scenarios } = results.study;
  return measures.flatMap((measure) =>
    scenarios.flatMap((scenario) => {
      const found: Comparison | undefined = find(measure.name, scenario.name, null);
      if (found === undefined) return [];
      return {
        measure: measure.title,
        unit: measure.unit,
        scenario: scenarioLabel(scenario),
        outcome: found.outcome,
        formats: formats.get(measure.name)!,
      };
    }),
  );
}

function level(row: Row, figure: Figure): Cell {
  return number(figure.value, row.formats.level);
}

function largestOf({ p5, p25, median, p75, p95 }: Summary): Figure {
  const errors = [p5, p25, median, p75, p95].flatMap((figure) => figure.error ?? []);
  return { value: null, error: errors.length === 0 ? null : Math.max(...errors) };
}

function error(figure: Figure): Cell {
  return number(figure.error, formatFor([figure.error], { digits: 2 }), 'numberQuiet');
}
