import type { Figure } from '../engine/index.ts';

/** Tells whether these draws can tell a difference from zero. */
export type IsToldApart = typeof import('../engine/index.ts').isToldApart;

/** Marks a change that the draws cannot tell from none, as tables of runs do; "" for any other. */
export function nearMark(change: Figure, isToldApart: IsToldApart): string {
  const isNear = (change.error ?? 0) > 0 && !isToldApart(change);
  return isNear ? '≈' : '';
}

/** Explains the mark where a table has it; else "". */
export function nearNote(rows: readonly (readonly string[])[]): string {
  const isThere = rows.some((row) => row.some((cell) => /^≈[-+\d]/.test(cell)));
  return isThere
    ? ' "≈" marks a change within two of its Monte Carlo errors: not to be told from none.'
    : '';
}
