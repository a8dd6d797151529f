import type { Figure } from './figure.ts';
import { meanAt } from './moments.ts';
import { midRanks } from './rank.ts';
import {
  type Grouping,
  groupByReplicate,
  hasErrors,
  perReplicate,
  replicateError,
} from './replicate.ts';

/** The share of draws at each end of a column. */
const SHARE = 0.2;

/** Where the draws at one end of a column stand in it: in its order, and replicate by replicate. */
export interface Tail {
  readonly places: Uint32Array;
  readonly placesByReplicate: Uint32Array;
  readonly grouping: Grouping;
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
    const grouping = groupByReplicate(
      places.length,
      places.map((k) => drawIndices[k]!),
    );
    return { places, placesByReplicate: grouping.positions.map((i) => places[i]!), grouping };
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
export function tailMean(column: Float64Array, tail: Tail): Figure {
  const { places, placesByReplicate, grouping } = tail;
  const value = meanAt(column, places, 0, places.length);
  if (!hasErrors(grouping)) return { value, error: null };
  const means = perReplicate(grouping, (from, to) => meanAt(column, placesByReplicate, from, to));
  return { value, error: replicateError(means) };
}
