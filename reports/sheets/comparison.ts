import type { Comparison, Figure, Results, Summary } from '../../engine/index.ts';
import { comparisonFinder, type MeasureFormats, measureFormats } from '../compared.ts';
import { conditionLabels, scenarioLabel } from '../labels.ts';
import { type ColumnPlan, layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, number, percent, type Sheet, text } from '../sheet.ts';
import type { Format } from '../style.ts';

const WORDS = ['Measure', 'Condition', 'Scenario', 'Unit'];
const NUMBERS = [
  'Draws',
  'Median',
  'Median, Monte Carlo error',
  '5%',
  '5%, Monte Carlo error',
  '95%',
  '95%, Monte Carlo error',
  'Change against baseline, median',
  'Change against baseline, Monte Carlo error',
  'Change against baseline, 5%',
  'Change against baseline, 95%',
  'Change against reference, median',
  'Change against reference, Monte Carlo error',
  'Change against reference, 5%',
  'Change against reference, 95%',
  'Beats baseline, % of draws',
  'Beats baseline, Monte Carlo error, points',
  'Equals baseline, % of draws',
  'Meets target, % of draws',
  'Meets target, Monte Carlo error, points',
];
const COLUMNS: readonly ColumnPlan[] = [
  { from: 30, to: 44 },
  { from: 12, to: 32 },
  { from: 16, to: 36 },
  { from: 8, to: 16 },
  ...NUMBERS.map(() => ({ from: 10.5, to: 18 })),
];

/** Lists every measure of every scenario under every condition, with every error. */
export function comparisonSheet(report: Report): Sheet {
  const { results, say } = report;
  return layOut(
    {
      name: 'Comparison',
      title: 'Every scenario on every measure',
      about:
        'One row for each measure, condition and scenario. Levels and changes are in the unit that the row names.',
      notes: [
        'Changes are paired: each draw of a scenario minus the same draw of the baseline or the reference, under the same condition. The median of the changes need not be the change of the medians.',
        'A blank means that the figure cannot be had: no draws are selected, the two runs do not hold the same draws, or the measure has no target.',
      ],
      columns: COLUMNS,
      header: [
        ...WORDS.map((word) => text(word, 'header')),
        ...NUMBERS.map((word) => text(word, 'headerNumber')),
      ],
      rows: rowsOf(results),
      frozenColumns: 3,
      table: 'Comparison',
    },
    say,
  );
}

function rowsOf(results: Results): Cell[][] {
  const find = comparisonFinder(results);
  const formats = measureFormats(results);
  const { measures, scenarios } = results.study;
  const conditions = conditionLabels(results);
  return measures.flatMap((measure) =>
    conditions.flatMap((condition) =>
      scenarios.flatMap((scenario) => {
        const found = find(measure.name, scenario.name, condition.name);
        if (found === undefined) return [];
        const words = [measure.title, condition.title, scenarioLabel(scenario), measure.unit];
        const cells = words.map((word) => text(word));
        return [[...cells, ...numbersOf(found, formats.get(measure.name)!)]];
      }),
    ),
  );
}

function numbersOf(item: Comparison, formats: MeasureFormats): Cell[] {
  const { outcome } = item;
  return [
    number(outcome.count, 'plain-0', 'numberQuiet'),
    ...withError(outcome.median, formats.level, formats.levelError, 'numberStrong'),
    ...withError(outcome.p5, formats.level, formats.levelError),
    ...withError(outcome.p95, formats.level, formats.levelError),
    ...change(item.againstBaseline, formats),
    ...change(item.againstReference, formats),
    ...share(item.beatsBaseline),
    percent(item.equalsBaseline?.value ?? null, 1),
    ...share(item.meetsTarget),
  ];
}

function change(summary: Summary | null, formats: MeasureFormats): Cell[] {
  return [
    ...withError(summary?.median ?? null, formats.change, formats.changeError, 'numberStrong'),
    number(summary?.p5.value ?? null, formats.change),
    number(summary?.p95.value ?? null, formats.change),
  ];
}

function withError(
  figure: Figure | null,
  format: Format,
  errorFormat: Format,
  style: 'number' | 'numberStrong' = 'number',
): Cell[] {
  return [
    number(figure?.value ?? null, format, style),
    number(figure?.error ?? null, errorFormat, 'numberQuiet'),
  ];
}

function share(figure: Figure | null): Cell[] {
  return [
    percent(figure?.value ?? null, 1, 'numberStrong'),
    percent(figure?.error ?? null, 2, 'numberQuiet'),
  ];
}
