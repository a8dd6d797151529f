import type { BreakEven } from '../../engine/index.ts';
import { barChart } from '../charts/bar-chart.ts';
import { type Chart, fixedLabel } from '../charts/chart.ts';
import { axis } from '../charts/looks.ts';
import type { Ledger } from '../dashboard/ledger.ts';
import { displayed } from '../format.ts';
import { cellAt } from '../formula.ts';
import { scenarioLabel } from '../labels.ts';
import { fromCell } from '../live-number.ts';
import type { Report } from '../report.ts';
import { formulaCell, number, type Sheet, text } from '../sheet.ts';
import { AT, POINTS_IN_ALL } from '../sheets/break-even-columns.ts';
import { verdictOf } from './break-even-answer.ts';

/** Draws by how much offers must raise the chance of success; null where none of them needs a rise that can be had. */
export function placeRises(ledger: Ledger, report: Report, sheet: Sheet | null): Chart | null {
  const { say, results } = report;
  const paying = results.breakEvens
    .map((item, at) => ({ item, row: (sheet?.tables[0]?.top ?? 0) + 1 + at }))
    .filter(({ item }) => verdictOf(item) === 'pays')
    .sort((a, b) => a.item.rise.value! - b.item.rise.value!);
  if (sheet === null || paying.length === 0) return null;
  const titleOf = ({ scenario }: BreakEven) =>
    scenarioLabel(say, results.study.scenarios.find(({ name }) => name === scenario)!);
  const points = ({ rise }: BreakEven) => rise.value! * POINTS_IN_ALL;
  ledger.heading(say('Rises of the chance that pay for an offer'));
  const table = ledger.table<'label' | 'rise'>(
    [
      { key: 'label', header: say('Offer'), cell: (at) => text(titleOf(paying[at]!.item)) },
      {
        ...{ key: 'rise', header: say('Rise, points') },
        cell: (at) => {
          const { item, row } = paying[at]!;
          const { formula, value } = fromCell(cellAt(sheet.name, row, AT.rise), points(item));
          return formulaCell(formula, value, 'plain-1');
        },
      },
    ],
    paying.length,
  );
  const { item: least } = paying[0]!;
  const values = { offer: titleOf(least), rise: displayed(number(points(least), 'plain-1')) };
  return barChart({
    ...{ name: say('Rises that pay'), categories: table.label.words() },
    title: fixedLabel(
      say('To pay for itself, {offer} needs the smallest rise: {rise} points', values),
    ),
    about: say('By how many points each offer must raise the chance of success to pay for itself'),
    values: axis(say('Points by which the chance of success must rise'), { min: 0 }),
    legend: 'none',
    bars: [
      {
        name: fixedLabel(say('Rise, points')),
        values: table.rise.numbers('plain-1'),
        colour: 'chosen',
      },
    ],
    whiskers: null,
  });
}
