import { appliesTo } from '../applies.ts';
import { contendersOf, weighedMeasures } from '../contenders.ts';
import { scenarioHeaders } from '../labels.ts';
import { type LivePlan, layOut, type Places } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, percent, type Sheet, text } from '../sheet.ts';
import { decisionChecks } from './decision-checks.ts';
import { DECISION, DecisionGrid, FIRST_CONTENDER } from './decision-grid.ts';
import { decisionRows } from './decision-rows.ts';

/** Above this share of its draws a contender's regret is left to the tail. */
const REGRET_LEVEL = 0.95;

/**
 * Weighs the measures against each other, and says what each contender may fall short of; null where there is nothing
 * to choose between.
 */
export function decisionSheet(report: Report, measures: Places): Sheet | null {
  const { results, say } = report;
  const contenders = contendersOf(results);
  if (weighedMeasures(results).length === 0 || contenders.length < 2) return null;
  const plan: LivePlan = (firstRow, rowAt) => {
    const grid = new DecisionGrid(report, firstRow, rowAt);
    return {
      name: DECISION,
      title: say('What to choose, and what it may cost'),
      about: say(
        'Measures weighed against each other: change the yellow weights, and scores and ranks follow. Then what each contender falls short of the best of them, draw by draw.',
      ),
      notes: notesOf(report),
      columns: [
        { from: 30, to: 40 },
        { from: 8, to: 14 },
        { from: 10, to: 20 },
        ...[0, 1, 2].map(() => ({ from: 7, to: 12 })),
        { from: 7, to: 14 },
        ...contenders.map(() => ({ from: 8.5, to: 14 })),
        { from: 7, to: 12 },
        { from: 10, to: 28 },
      ],
      above: [levelRow(report)],
      header: [
        text(say('Measure'), 'header'),
        text(say('Unit'), 'header'),
        text(say('Figure'), 'header'),
        text(say('Better: +1 more, −1 less'), 'headerNumber'),
        text(say('Weight'), 'headerNumber'),
        text(say('Share of all weights'), 'headerNumber'),
        text(say('Swing, worst to best mean'), 'headerNumber'),
        ...scenarioHeaders(say, contenders),
        text(say('Largest ± of the row'), 'headerNumber'),
        text(say('Definition'), 'header'),
      ],
      rows: decisionRows(report, grid, measures),
      frozenColumns: 3,
      printUntil: grid.printed(),
      pageStarts: grid.pageStarts(),
      together: grid.together(),
      amounts: grid.weightCells(),
      names: grid.names(),
      highlights: grid.highlights(),
      checks: decisionChecks(report, grid),
    };
  };
  return layOut(plan, say);
}

function notesOf(report: Report): string[] {
  const { results, say } = report;
  const contenders = contendersOf(results);
  const silent = results.study.measures.filter(
    (measure) =>
      measure.better !== 'neither' &&
      contenders.some(({ name }) => !appliesTo(measure, name, null)),
  );
  const without = silent.map((measure) => {
    const names = contenders.filter(({ name }) => !appliesTo(measure, name, null));
    return say('"{measure}" (not of {scenarios})', {
      measure: measure.title,
      scenarios: names.map(({ title }) => title).join(', '),
    });
  });
  return [
    say(
      'Contenders are all scenarios that are compared but the reference, which nobody can choose. Measures of which neither way is better have no part in this.',
    ),
    ...(without.length === 0
      ? []
      : [
          say(
            'Nor have measures that do not say something of every contender, since these could not be scored alike: {measures}.',
            { measures: without.join('; ') },
          ),
        ]),
    say(
      'A weight says what the whole swing of a measure, from the worst to the best mean, is worth beside the others; a small swing deserves a small weight. To begin with all weights are equal, which is no judgement.',
    ),
    say(
      'Regret is what a contender falls short of the best one in the same draw, so 0 is best in either direction. More than one can be best in a draw: where two are equal, both count.',
    ),
  ];
}

function levelRow({ say }: Report): Cell[] {
  const before = Array.from({ length: FIRST_CONTENDER - 3 }, () => blank());
  return [
    ...before,
    text(say('Level of regret'), 'cellQuiet'),
    percent(REGRET_LEVEL, 0, 'numberQuiet'),
  ];
}
