import type { Run } from '../../../engine/analysis/results.ts';

/** Numbers 0 to n - 1. */
export function firstDraws(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, k) => k);
}

/** A run of one or more measures, over the first draws unless others are given. */
export function runOf(
  scenario: string,
  condition: string | null,
  outcomes: readonly (readonly number[] | Float64Array)[],
  drawIndices: Uint32Array = firstDraws(outcomes[0]!.length),
): Run {
  const columns = outcomes.map((column) => Float64Array.from(column));
  return { scenario, condition, drawIndices, outcomes: columns, bands: [] };
}
