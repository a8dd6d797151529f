import type { Comparison, Figure, Summary } from '../../engine/index.ts';
import { comparisonFinder, type MeasureFormats, measureFormats } from '../compared.ts';
import { formatFor } from '../format.ts';
import { scenarioLabel } from '../labels.ts';
import type { Say } from '../language/say.ts';
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

const columnsOf = (say: Say): readonly TableColumn<Row>[] => [
  words(say('Measure'), [30, 40], (row) => row.measure),
  words(say('Unit'), [8, 18], (row) => row.unit),
  words(say('Scenario'), [20, 34], (row) => row.scenario),
  numbers(say('Draws'), (row) => number(row.outcome.count, 'plain-0', 'numberQuiet')),
  numbers(say('Mean'), (row) => level(row, row.outcome.mean)),
  numbers(say('Mean, Monte Carlo error'), (row) => error(row.outcome.mean)),
  numbers(say('Standard deviation'), (row) => level(row, row.outcome.deviation)),
  numbers(say('Standard deviation, Monte Carlo error'), (row) => error(row.outcome.deviation)),
  numbers(say('Minimum'), (row) => number(row.outcome.minimum, row.formats.level)),
  numbers(say('5%'), (row) => level(row, row.outcome.p5)),
  numbers(say('25%'), (row) => level(row, row.outcome.p25)),
  numbers(say('Median'), (row) =>
    number(row.outcome.median.value, row.formats.level, 'numberStrong'),
  ),
  numbers(say('75%'), (row) => level(row, row.outcome.p75)),
  numbers(say('95%'), (row) => level(row, row.outcome.p95)),
  numbers(say('Maximum'), (row) => number(row.outcome.maximum, row.formats.level)),
  numbers(say('Quantiles, largest Monte Carlo error'), (row) => error(largestOf(row.outcome))),
];

/** Shows how the draws of every measure spread, scenario by scenario. */
export function distributionsSheet(report: Report): Sheet {
  const { say } = report;
  return layOut(
    {
      name: 'Distributions',
      title: say('How outcomes spread'),
      about: say(
        'Moments and quantiles over the draws, in the unit that the row names; runs as drawn, no condition imposed.',
      ),
      ...tableOf(columnsOf(say), rowsOf(report)),
      frozenColumns: 3,
      table: 'Distributions',
    },
    say,
  );
}

function rowsOf({ results, say }: Report): Row[] {
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
        scenario: scenarioLabel(say, scenario),
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
