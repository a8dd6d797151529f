import { beforeAll, describe, expect, test } from 'vitest';
import { sheetsOf } from '../../../reports/index.ts';
import { openReport } from '../../../reports/report.ts';
import { cellName, type Sheet } from '../../../reports/sheet.ts';
import { decisionItems } from '../../../reports/sheets/decision-items.ts';
import { ranksOf, weightedScores } from '../../../reports/weighted-scores.ts';
import { type Change, editAll } from '../../support/edit-workbook.ts';
import { checkRecalculation, recalculate } from '../../support/recalculation.ts';
import { someResults } from '../../support/results.ts';
import { reportBytes } from '../../support/workbook.ts';
import { cellsOf } from '../../support/workbook-cells.ts';

const SLOW = 300_000;

const results = someResults({ scenarios: 5, measures: 5 }, 81);
const sheets = sheetsOf(results);
const named = (name: string) => sheets.find((sheet) => sheet.name === name)!;

let workbook: Uint8Array;
beforeAll(async () => {
  workbook = await reportBytes(results);
}, SLOW);

/** Finds the first cell of a row by what the row begins with. */
function rowOf({ rows }: Sheet, begin: string): number {
  return (
    1 + rows.findIndex(([first]) => first !== undefined && 'text' in first && first.text === begin)
  );
}

async function recalculated(changes: readonly Change[]) {
  return cellsOf(await recalculate(editAll(workbook, changes)));
}

test(
  'every figure is what a spreadsheet computes from the draws, selections with blanks included',
  async () => {
    const { formulas, differences } = await checkRecalculation(workbook);
    expect(differences).toEqual([]);
    for (const name of [
      ...['Comparison', 'Against baseline', 'Against reference', 'Distributions', 'Histograms'],
      ...['Break-even', 'Decision', 'Draws', 'Checks', 'Contents'],
    ]) {
      expect(formulas.get(name), name).toBeGreaterThan(0);
    }
  },
  SLOW,
);

test(
  'other weights rank the contenders anew',
  async () => {
    const decision = named('Decision');
    const items = decisionItems(openReport(results, 'en'));
    const weights = items.map((_, at) => (at === 1 ? 0.25 : 7 * at));
    const cells = decision.amounts.map(({ row, column }) => cellName(row, column));
    const changes = cells.map((cell, at) => ({ sheet: 'Decision', cell, value: weights[at]! }));
    const scores = weightedScores(
      items.map((item) => item.scores),
      weights,
    );
    const before = weightedScores(
      items.map((item) => item.scores),
      items.map(() => 1),
    );
    expect(ranksOf(scores)).not.toEqual(ranksOf(before));
    const read = (await recalculated(changes)).get('Decision')!;
    const valuesIn = (row: number) => scores.map((_, at) => read.get(cellName(row, 8 + at))!.value);
    const found = valuesIn(rowOf(decision, 'Weighted score')) as number[];
    for (const [at, score] of scores.entries()) expect(found[at]).toBeCloseTo(score, 12);
    expect(valuesIn(rowOf(decision, 'Rank'))).toEqual(ranksOf(scores));
  },
  SLOW,
);

describe('the workbook says so itself', () => {
  const { top } = named('Draws').tables[0]!;
  const verdict = `B${rowOf(named('Contents'), 'Checks')}`;

  test.each<[string, Change[], RegExp]>([
    ['where nothing is wrong', [], /^All \d+ checks hold$/],
    [
      'where a draw was changed',
      [{ sheet: 'Draws', cell: `C${top + 3}`, value: 1_000 }],
      /^Only \d+ of \d+ checks hold$/,
    ],
    [
      'where a draw is not there',
      [{ sheet: 'Draws', cell: `C${top + 3}`, value: 'none' }],
      /^Only \d+ of \d+ checks hold$/,
    ],
    [
      'where a weight is below zero',
      [{ sheet: 'Decision', cell: cellName(named('Decision').amounts[0]!.row, 5), value: -1 }],
      /^Only \d+ of \d+ checks hold$/,
    ],
  ])(
    '%s',
    async (_, changes, said) => {
      const cells = await recalculated(changes);
      expect(cells.get('Contents')!.get(verdict)!.value).toMatch(said);
    },
    SLOW,
  );
});
