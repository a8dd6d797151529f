import { areEqual, check, columnArea } from '../checks.ts';
import { directionOf } from '../contenders.ts';
import { drawColumnFinder } from '../draw-columns.ts';
import { type MeansPlace, meanAt } from '../figure-checks.ts';
import { formula } from '../formula.ts';
import { scenarioInRole, scenarioLabel } from '../labels.ts';
import { layOut, type SheetPlan } from '../lay-out.ts';
import type { Report } from '../report.ts';
import { blank, type Cell, type Check, number, percent, type Sheet, text } from '../sheet.ts';
import { tableOf, words } from '../table.ts';
import {
  AT,
  BREAK_EVEN,
  type BreakEvenRow,
  ENDS,
  POINTS_IN_ALL,
  riseColumns,
  runColumns,
  sideColumns,
} from './break-even-columns.ts';

/** Computes what each offer must achieve to pay for itself; null where the study does not ask. */
export function breakEvenSheet(report: Report, means: MeansPlace): Sheet | null {
  const { results, say } = report;
  const { breakEven, measures } = results.study;
  const measure = measures.find(({ name }) => name === breakEven?.measure);
  if (breakEven === null || measure === undefined || results.breakEvens.length === 0) return null;
  const plan = (firstRow: number): SheetPlan => ({
    name: BREAK_EVEN,
    title: say('What each offer must achieve to pay for itself'),
    about: say('Measured by: {title}, in {unit}; rises are in percentage points of probability.', {
      title: measure.title,
      unit: measure.unit,
    }),
    notes: notesOf(report),
    above: [levelRow(report)],
    ...tableOf(
      [
        words<BreakEvenRow>(say('Offer'), [20, 34], ({ title }) => title, 'cellStrong'),
        ...riseColumns(report, firstRow - 2),
        ...sideColumns(report, 'cost', firstRow - 2),
        ...sideColumns(report, 'gain', firstRow - 2),
        ...runColumns(report, directionOf(measure)),
      ],
      rowsOf(report, firstRow),
    ),
    frozenColumns: 1,
    table: 'Break_even',
    printUntil: [firstRow + results.breakEvens.length - 1, AT.direction - 1],
    checks: checksOf(report, firstRow, means),
  });
  return layOut(plan, say);
}

function notesOf({ results, say }: Report): string[] {
  const { breakEven, conditions, scenarios } = results.study;
  const titleOf = (name: string) => conditions.find((one) => one.name === name)?.title || name;
  return [
    say(
      'Cost: what is lost against "{baseline}" (the baseline) where the offer fails ({failure}). Gain: what success ({success}) adds to the offer. Both are means over the draws; positive cost is worse, positive gain is better.',
      {
        baseline: scenarios.find(({ role }) => role === 'baseline')!.title,
        failure: titleOf(breakEven!.failure),
        success: titleOf(breakEven!.success),
      },
    ),
    say(
      'The rise is mean cost over mean gain, since a probability is raised before the draw is known; its 5% and 95% are those of the ratio draw by draw. ± is the Monte Carlo error of the figure before it.',
    ),
  ];
}

function levelRow({ say }: Report): Cell[] {
  const cells: Cell[] = Array.from({ length: AT.direction - 1 }, () => blank());
  cells[AT.rise - 2] = text(say('Points in certainty; levels'), 'cellQuiet');
  cells[AT.rise - 1] = number(POINTS_IN_ALL, 'plain-0', 'numberQuiet');
  for (const column of [AT.ratios, AT.cost + 2, AT.gain + 2]) {
    for (const [at, { level }] of ENDS.entries()) {
      cells[column - 1 + 2 * at] = percent(level, 0, 'numberQuiet');
    }
  }
  return cells;
}

function rowsOf({ results, say }: Report, firstRow: number): BreakEvenRow[] {
  const { breakEven, scenarios } = results.study;
  const { measure, success, failure } = breakEven!;
  const find = drawColumnFinder(results);
  const baseline = scenarioInRole(results, 'baseline');
  return results.breakEvens.map((item, index) => ({
    item,
    title: scenarioLabel(say, scenarios.find(({ name }) => name === item.scenario)!),
    row: firstRow + index,
    runs: [
      find(measure, baseline, failure) ?? null,
      find(measure, item.scenario, failure) ?? null,
      find(measure, item.scenario, success) ?? null,
    ],
  }));
}

/** The mean of a cost or a gain, which is paired, is the difference of the means. */
function checksOf({ results, say }: Report, firstRow: number, means: MeansPlace): Check[] {
  const rows = results.breakEvens.length;
  const at = (column: number) => columnArea(BREAK_EVEN, firstRow, rows, column);
  const [without, failed, succeeded] = [1, 2, 3].map((run) =>
    meanAt(means, at(AT.direction + run)),
  );
  const direction = at(AT.direction);
  const size = formula`ABS(${without!})+ABS(${failed!})+ABS(${succeeded!})`;
  const [cost, gain] = [
    formula`${direction}*(${without!}-${failed!})`,
    formula`${direction}*(${succeeded!}-${failed!})`,
  ];
  return [
    check(say('Costs are differences of means'), areEqual([at(AT.cost)], cost, size)),
    check(say('Gains are differences of means'), areEqual([at(AT.gain)], gain, size)),
  ];
}
