import type { Run } from './results.ts';

/** Says whether two runs hold the same draws in the same order, so that they compare draw by draw. */
export function haveSameDraws(one: Run, other: Run): boolean {
  const { drawIndices } = one;
  if (drawIndices.length !== other.drawIndices.length) return false;
  return drawIndices.every((draw, k) => draw === other.drawIndices[k]);
}

/** Finds the run of a scenario under a condition (null: as drawn); null where there is none. */
export function findRun(
  runs: readonly Run[],
  scenario: string,
  condition: string | null,
): Run | null {
  return runs.find((run) => run.scenario === scenario && run.condition === condition) ?? null;
}

/** Subtracts column from column, draw by draw, times 1 or -1. */
export function difference(from: Float64Array, what: Float64Array, sign: 1 | -1): Float64Array {
  const result = new Float64Array(from.length);
  // Adding 0 keeps equal draws from becoming -0 where the sign is -1.
  for (let k = 0; k < from.length; k++) result[k] = sign * (from[k]! - what[k]!) + 0;
  return result;
}
