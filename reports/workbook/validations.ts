import { type Area, printArea } from '../formula.ts';
import type { Sheet } from '../sheet.ts';

/** What a cell takes, as exceljs wants it said. */
interface Rule {
  readonly type: 'list' | 'decimal';
  readonly operator?: 'between';
  readonly allowBlank: boolean;
  readonly showErrorMessage: true;
  readonly formulae: (string | number)[];
}

/** A cell and what it takes. */
interface Validated {
  readonly row: number;
  readonly column: number;
  readonly rule: Rule;
}

/** Larger than any number that somebody means, and one that every program reads. */
const HUGE = 1e300;

function* cellsOf({ top, left, bottom, right }: Area): Generator<readonly [number, number]> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield [row, column];
  }
}

/** Lists what the input cells of a sheet take: one of a list of cells, or a number or nothing. */
export function validationsOf(
  { choices, entries }: Sheet,
  tabs: ReadonlyMap<string, string>,
): readonly Validated[] {
  const chosen = choices.map(({ row, column, list }): Validated => {
    const formulae = [printArea(list, tabs, null)];
    const rule: Rule = { type: 'list', allowBlank: false, showErrorMessage: true, formulae };
    return { row, column, rule };
  });
  const entered = entries.flatMap((area) =>
    [...cellsOf(area)].map(([row, column]): Validated => {
      const formulae = [-HUGE, HUGE];
      const rule = { allowBlank: true, showErrorMessage: true, formulae } as const;
      return { row, column, rule: { type: 'decimal', operator: 'between', ...rule } };
    }),
  );
  return [...chosen, ...entered];
}
