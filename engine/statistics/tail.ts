import type { Figure } from './figure.ts';
import { moments } from './moments.ts';
import { midRanks } from './rank.ts';
import { gather, groupByReplicate, hasErrors, perReplicate, replicateError } from './replicate.ts';

/** The share of draws at each end of a column. */
const SHARE = 0.2;

/** Which draws lie at one end of a column. Shape: `drawIndices[i]` is the draw of place `places[i]`. */
export interface Tail {
  readonly places: Uint32Array;
  readonly drawIndices: Uint32Array;
}

/**
 * Finds the fifth of the draws in which a column is lowest, and that in which it is highest: all draws whose
 * mid-rank lies there, or those of the extreme value where that alone is more than a fifth.
 */
export function tailsOf(
  values: Float64Array,
  drawIndices: Uint32Array,
): { readonly lowest: Tail; readonly highest: Tail } {
  const ranks = midRanks(values);
  const count = values.length;
  const lowest = Math.max(SHARE * count, least(ranks, 1));
  const highest = Math.max(SHARE * count, least(ranks, -1) + count + 1);
  const where = (isInside: (rank: number) => boolean): Tail => {
    const places = Uint32Array.from(ranks.keys()).filter((k) => isInside(ranks[k]!));
    return { places, drawIndices: places.map((k) => drawIndices[k]!) };
  };
  return {
    lowest: where((rank) => rank <= lowest),
    highest: where((rank) => count + 1 - rank <= highest),
  };
}

function least(ranks: Float64Array, sign: 1 | -1): number {
  return ranks.reduce(
    (smallest, rank) => Math.min(smallest, sign * rank),
    Number.POSITIVE_INFINITY,
  );
}

/** Averages a column over a tail; the error is the spread over the tail's replicates. */
export function tailMean(column: Float64Array, { places, drawIndices }: Tail): Figure {
  const values = Float64Array.from(places, (k) => column[k]!);
  const value = moments(values).mean;
  const grouping = groupByReplicate(values.length, drawIndices);
  if (!hasErrors(grouping)) return { value, error: null };
  const grouped = gather(values, grouping);
  const means = perReplicate(grouping, (from, to) => moments(grouped.subarray(from, to)).mean);
  return { value, error: replicateError(means) };
}
