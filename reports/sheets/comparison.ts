import type { Comparison, Figure, Summary } from '../../engine/index.ts';
import { comparisonFinder, type MeasureFormats, measureFormats } from '../compared.ts';
import { conditionLabels, scenarioLabel } from '../labels.ts';
import type { Say } from '../language/say.ts';
import { type ColumnPlan, layOut } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { type Cell, number, percent, type Sheet, text } from '../sheet.ts';
import type { Format } from '../style.ts';

const wordsOf = (say: Say) => [say('Measure'), say('Condition'), say('Scenario'), say('Unit')];
const numbersIn = (say: Say) => [
  say('Draws'),
  say('Median'),
  say('Median, Monte Carlo error'),
  say('5%'),
  say('5%, Monte Carlo error'),
  say('95%'),
  say('95%, Monte Carlo error'),
  say('Change against baseline, median'),
  say('Change against baseline, Monte Carlo error'),
  say('Change against baseline, 5%'),
  say('Change against baseline, 95%'),
  say('Change against reference, median'),
  say('Change against reference, Monte Carlo error'),
  say('Change against reference, 5%'),
  say('Change against reference, 95%'),
  say('Beats baseline, % of draws'),
  say('Beats baseline, Monte Carlo error, points'),
  say('Equals baseline, % of draws'),
  say('Meets target, % of draws'),
  say('Meets target, Monte Carlo error, points'),
];
const COLUMNS: readonly ColumnPlan[] = [
  { from: 30, to: 44 },
  { from: 12, to: 32 },
  { from: 16, to: 36 },
  { from: 8, to: 16 },
];

/** Lists every measure of every scenario under every condition, with every error. */
export function comparisonSheet(report: Report): Sheet {
  const { say } = report;
  return layOut(
    {
      name: 'Comparison',
      title: say('Every scenario on every measure'),
      about: say(
        'One row for each measure, condition and scenario. Levels and changes are in the unit that the row names.',
      ),
      notes: [
        say(
          'Changes are paired: each draw of a scenario minus the same draw of the baseline or the reference, under the same condition. The median of the changes need not be the change of the medians.',
        ),
        say(
          'A blank means that the figure cannot be had: no draws are selected, the two runs do not hold the same draws, or the measure has no target.',
        ),
      ],
      columns: [...COLUMNS, ...numbersIn(say).map(() => ({ from: 10.5, to: 18 }))],
      header: [
        ...wordsOf(say).map((word) => text(word, 'header')),
        ...numbersIn(say).map((word) => text(word, 'headerNumber')),
      ],
      rows: rowsOf(report),
      frozenColumns: 3,
      table: 'Comparison',
    },
    say,
  );
}

function rowsOf(report: Report): Cell[][] {
  const { results, say } = report;
  const find = comparisonFinder(results);
  const formats = measureFormats(results);
  const { measures, scenarios } = results.study;
  const conditions = conditionLabels(report);
  return measures.flatMap((measure) =>
    conditions.flatMap((condition) =>
      scenarios.flatMap((scenario) => {
        const found = find(measure.name, scenario.name, condition.name);
        if (found === undefined) return [];
        const words = [measure.title, condition.title, scenarioLabel(say, scenario), measure.unit];
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
