import { createHash } from 'node:crypto';
import type { RunResults } from '../../engine/simulation/block.ts';
import type { Outputs } from './task.ts';

/** Makes the columns that a row writes its results to. */
export function emptyResults(
  answers: number,
  kept: number,
  steps: number,
  draws: number,
): RunResults {
  return {
    answers: Array.from({ length: answers }, () => new Float64Array(draws)),
    kept: Array.from({ length: kept }, () => new Float64Array(steps * draws)),
  };
}

/** Lists the values of the first draws in one order: by simulation, answer or path, step, draw. */
export function firstDraws({ runs, draws }: Outputs, count: number): Float64Array {
  const columns = runs.flatMap(({ answers, kept }) => [...answers, ...kept]);
  const pieces = columns.flatMap((column) =>
    Array.from({ length: column.length / draws }, (_, row) =>
      column.subarray(row * draws, row * draws + count),
    ),
  );
  const values = new Float64Array(pieces.length * count);
  for (const [at, piece] of pieces.entries()) values.set(piece, at * count);
  return values;
}

/** Writes the beginning of the SHA-256 of some values' bits. */
export function digestOf(values: Float64Array): string {
  return createHash('sha256').update(values).digest('hex').slice(0, 12);
}

/** Finds the largest difference between two lists of values, relative to the larger of each two and at least 1e-6. */
export function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, at) => {
    const size = Math.max(Math.abs(value), Math.abs(b[at]!), 1e-6);
    const difference = value === b[at] ? 0 : Math.abs(value - b[at]!) / size;
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference);
  }, 0);
}
