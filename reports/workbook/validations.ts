import { type Area, printArea } from '../formula.ts';
import type { Sheet } from '../sheet.ts';

/** What a cell takes, as exceljs wants it said. */
interface Rule {
  readonly type: 'list' | 'decimal';
  readonly operator?: 'between' | 'greaterThanOrEqual';
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

function rule(type: Rule['type'], formulae: Rule['formulae'], more: Partial<Rule> = {}): Rule {
  return { type, allowBlank: false, showErrorMessage: true, formulae, ...more };
}

/** Lists what the input cells of a sheet take: one of a list of cells, an amount, or any number or nothing. */
export function validationsOf(
  { choices, amounts, entries }: Sheet,
  tabs: ReadonlyMap<string, string>,
): readonly Validated[] {
  const any = rule('decimal', [-HUGE, HUGE], { operator: 'between', allowBlank: true });
  const notNegative = rule('decimal', [0], { operator: 'greaterThanOrEqual' });
  return [
    ...choices.map(({ row, column, list }) => ({
      ...{ row, column },
      rule: rule('list', [printArea(list, tabs, null)]),
    })),
    ...amounts.map(({ row, column }) => ({ row, column, rule: notNegative })),
    ...entries.flatMap((area) =>
      [...cellsOf(area)].map(([row, column]) => ({ row, column, rule: any })),
    ),
  ];
}
