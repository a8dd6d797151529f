import { REPLICATES, replicateOf } from '../draw/replicate.ts';
import { moments } from './moments.ts';

/**
 * Which values belong to which replicate of the sample: those of replicate r are at
 * `positions[starts[r]]` up to `positions[starts[r + 1]]`, in the order given.
 */
export interface Grouping {
  readonly positions: Uint32Array;
  readonly starts: Uint32Array;
}

/**
 * Sorts the positions of `count` values by the replicate of their draw.
 *
 * Shape: `drawIndices[k]` is the draw of the k-th value; null where value k is draw k.
 */
export function groupByReplicate(count: number, drawIndices: Uint32Array | null): Grouping {
  const starts = new Uint32Array(REPLICATES + 1);
  for (let k = 0; k < count; k++) {
    starts[replicateOf(drawIndices === null ? k : drawIndices[k]!) + 1]! += 1;
  }
  for (let r = 0; r < REPLICATES; r++) starts[r + 1]! += starts[r]!;
  const next = starts.slice();
  const positions = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    const replicate = replicateOf(drawIndices === null ? k : drawIndices[k]!);
    positions[next[replicate]!++] = k;
  }
  return { positions, starts };
}

/** Copies values replicate by replicate. */
export function gather(values: Float64Array, { positions }: Grouping): Float64Array {
  const gathered = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i++) gathered[i] = values[positions[i]!]!;
  return gathered;
}

/** Says whether a grouping has enough draws for standard errors: two in every replicate. */
export function hasErrors({ starts }: Grouping): boolean {
  for (let r = 0; r < REPLICATES; r++) {
    if (starts[r + 1]! - starts[r]! < 2) return false;
  }
  return true;
}

/**
 * Lists what `figure` makes of each replicate's range of a grouping.
 *
 * Shape: one per replicate.
 */
export function perReplicate<T>(
  { starts }: Grouping,
  figure: (from: number, to: number) => T,
): T[] {
  const figures: T[] = [];
  for (let r = 0; r < REPLICATES; r++) figures.push(figure(starts[r]!, starts[r + 1]!));
  return figures;
}

/**
 * Estimates a figure's Monte Carlo standard error from the figure of each replicate: their standard
 * deviation over the square root of their number. Null where a replicate has no such figure.
 *
 * Replicates are independent of each other however each one is sampled, so this holds for
 * structured samples too, where s over root n does not.
 */
export function replicateError(figures: readonly (number | null)[]): number | null {
  if (figures.includes(null)) return null;
  const { deviation } = moments(new Float64Array(figures as readonly number[]));
  return deviation === null ? null : deviation / Math.sqrt(figures.length);
}
