import type { Sizes } from './kernel.ts';

/** A column that stands for what a ring holds of `lag` steps ago. */
export interface Turn {
  readonly column: number;
  readonly ring: number;
  readonly depth: number;
  readonly lag: number;
}

/** Lists the columns that stand for another row of their ring at every step. */
export function turnsOf(rings: Sizes['rings']): readonly Turn[] {
  return rings.flatMap(({ column, depth, past }, ring) =>
    [{ column, lag: 0 }, ...past].map((one) => ({ column: one.column, ring, depth, lag: one.lag })),
  );
}

/** Finds the row of its ring that a column stands for at a step. */
export function rowAt({ depth, lag }: Turn, step: number): number {
  return (step - lag + depth) % depth;
}
