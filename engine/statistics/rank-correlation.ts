import type { Figure } from './figure.ts';
import { midRanks } from './rank.ts';
import {
  type Grouping,
  gather,
  groupByReplicate,
  hasErrors,
  perReplicate,
  replicateError,
} from './replicate.ts';

/** A column's ranks, made once for all its correlations, replicate by replicate. */
export interface RankedColumn {
  /** Twice the distance from the mean rank: whole numbers, so that sums of them are exact. */
  readonly distances: Float64Array;
  readonly grouping: Grouping;
  /** Sum of squared distances, over the whole column. */
  readonly spread: number;
  /** By replicate: the sum of the distances, and of their squares about the replicate's mean. */
  readonly sums: readonly number[];
  readonly spreads: readonly number[];
}

/**
 * Ranks a column for `rankCorrelation`.
 *
 * Shape: `drawIndices[k]` is the draw of `values[k]`; null where value k is draw k.
 */
export function rankColumn(values: Float64Array, drawIndices: Uint32Array | null): RankedColumn {
  const grouping = groupByReplicate(values.length, drawIndices);
  const ranks = gather(midRanks(values), grouping);
  const distances = ranks.map((rank) => 2 * rank - (values.length + 1));
  const sums = perReplicate(grouping, (from, to) => total(distances.subarray(from, to)));
  const squares = perReplicate(grouping, (from, to) => product(distances, distances, from, to));
  const spreads = squares.map((each, r) => each - (sums[r]! * sums[r]!) / sizeOf(grouping, r));
  return { distances, grouping, spread: total(squares), sums, spreads };
}

/**
 * Correlates the ranks of two columns over the same draws (Spearman): Pearson's correlation of the
 * mid-ranks, null where one of them is constant.
 *
 * The error is the spread over the replicates, each read at the ranks within the whole column.
 * (1 - r^2) over root n - 1 would need independent draws and no ties; a stratified sample and
 * discrete inputs are neither.
 */
export function rankCorrelation(one: RankedColumn, other: RankedColumn): Figure {
  const { grouping } = one;
  const products = perReplicate(grouping, (from, to) =>
    product(one.distances, other.distances, from, to),
  );
  const value = pearson(one.spread, other.spread, total(products));
  if (value === null || !hasErrors(grouping)) return { value, error: null };
  const figures = products.map((each, r) => {
    const joint = each - (one.sums[r]! * other.sums[r]!) / sizeOf(grouping, r);
    return pearson(one.spreads[r]!, other.spreads[r]!, joint);
  });
  return { value, error: replicateError(figures) };
}

function pearson(spreadOfOne: number, spreadOfOther: number, joint: number): number | null {
  if (!(spreadOfOne > 0 && spreadOfOther > 0)) return null;
  const correlation = joint / Math.sqrt(spreadOfOne * spreadOfOther);
  return Math.max(-1, Math.min(1, correlation));
}

function sizeOf({ starts }: Grouping, replicate: number): number {
  return starts[replicate + 1]! - starts[replicate]!;
}

/** Exact up to 200,000 draws, where the sum of whole numbers reaches 2^53. */
function product(x: Float64Array, y: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i]! * y[i]!;
  return sum;
}

function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
