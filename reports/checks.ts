import { type Area, areaOf, type Formula, formula } from './formula.ts';
import type { Check } from './sheet.ts';

/** Name of the cell that says how far apart numbers may lie that are to be equal, as a share of their size. */
export const TOLERANCE = 'check_tolerance';

/** Name of the cells that say whether each check holds. */
export const CHECK_RESULTS = 'check_results';

/** Describes something that holds. */
export function check(label: string, holds: Formula): Check {
  return { label, formula: holds, value: true };
}

/** Names some rows of one column of a table. */
export function columnArea(sheet: string, firstRow: number, rows: number, column: number): Area {
  return areaOf(sheet, [firstRow, column], [firstRow + rows - 1, column]);
}

/** Writes that no cell of an area satisfies a condition; blanks count as 0. */
export function never(condition: Formula): Formula {
  return formula`SUMPRODUCT(--(${condition}))=0`;
}

/** Writes that two columns are equal, to a share of the size of what a third formula adds up to. */
export function areEqual(one: Formula, other: Formula, size: Formula): Formula {
  return never(formula`ABS(${one}-${other})>${TOLERANCE}*(${size})`);
}

/** Writes that the quantiles of a table never fall from one to the next. Shape: one area per quantile, ascending. */
export function areOrdered(quantiles: readonly Area[]): Formula {
  return never(sumOf(quantiles.slice(1).map((next, at) => formula`(${quantiles[at]!}>${next})`)));
}

/** Writes a sum. */
export function sumOf(parts: readonly Formula[]): Formula {
  return parts.flatMap((part, at) => (at === 0 ? part : ['+', ...part]));
}

/** Writes that shares lie between 0 and 1. */
export function areShares(shares: Area): Formula {
  return never(formula`(${shares}<0)+(${shares}>1)`);
}
