import type { Figure } from './figure.ts';
import { groupByReplicate, hasErrors, perReplicate, replicateError } from './replicate.ts';

/**
 * Computes the share of flags that are set, with its Monte Carlo standard error. An error of 0 says
 * that the replicates agree, as where no flag is set; it is no bound on the probability.
 *
 * Shape: `flags[k]` is 0 or 1, for the draw `drawIndices[k]`; null where flag k is draw k.
 */
export function share(flags: Uint8Array, drawIndices: Uint32Array | null): Figure {
  const count = flags.length;
  if (count === 0) return { value: null, error: null };
  const grouping = groupByReplicate(count, drawIndices);
  const shareOf = (from: number, to: number): number => {
    let set = 0;
    for (let i = from; i < to; i++) set += flags[grouping.positions[i]!]!;
    return set / (to - from);
  };
  const error = hasErrors(grouping) ? replicateError(perReplicate(grouping, shareOf)) : null;
  return { value: shareOf(0, count), error };
}
