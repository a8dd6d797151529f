import { select } from './select.ts';

/** The five points that summaries and bands report. */
export const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Reads a quantile, linear between the two values around rank p (n - 1). Null where there are none.
 *
 * Shape: `values` ascending; it is enough that the ranks of `quantileRanks` are in place.
 * Source: definition 7 of Hyndman & Fan (1996): R's default, NumPy's `linear`, Excel's PERCENTILE.INC.
 */
export function quantile(values: Float64Array, probability: number): number | null {
  if (values.length === 0) return null;
  const rank = (values.length - 1) * probability;
  const lower = values[Math.floor(rank)]!;
  const upper = values[Math.ceil(rank)]!;
  return lower + (rank - Math.floor(rank)) * (upper - lower);
}

/** Lists the ranks that the quantiles of `count` values read, ascending, with both ends. */
export function quantileRanks(count: number): number[] {
  const ranks = PROBABILITIES.flatMap((probability) => {
    const rank = (count - 1) * probability;
    return [Math.floor(rank), Math.ceil(rank)];
  });
  return [0, ...ranks, count - 1];
}

/** Reads all reported quantiles of a column, which it reorders. */
export function quantiles(values: Float64Array): (number | null)[] {
  if (values.length > 0) select(values, quantileRanks(values.length));
  return PROBABILITIES.map((probability) => quantile(values, probability));
}

/** Makes a zero of a negative zero: which of the two stands at a rank depends on the order of draws. */
export function positiveZero(value: number): number {
  return value + 0;
}
