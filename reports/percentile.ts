/**
 * Reads a percentile as the engine and PERCENTILE do: linear between the two values around rank p (n - 1).
 * Shape: `sorted` ascending, at least one value.
 */
export function percentile(sorted: Float64Array, level: number): number {
  const rank = (sorted.length - 1) * level;
  const lower = sorted[Math.floor(rank)]!;
  const upper = sorted[Math.ceil(rank)]!;
  return lower + (rank - Math.floor(rank)) * (upper - lower) + 0;
}
