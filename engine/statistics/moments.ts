/** The mean and the standard deviation with n - 1; null where there are too few values. */
export interface Moments {
  readonly mean: number | null;
  readonly deviation: number | null;
}

/**
 * Computes mean and sample standard deviation, in the order given.
 *
 * Both are corrected by the sum of what their first pass left over, so a column of equal values has
 * exactly that mean and deviation 0.
 *
 * Source: corrected two-pass algorithm, Chan, Golub & LeVeque (1983).
 */
export function moments(values: Float64Array): Moments {
  const count = values.length;
  if (count === 0) return { mean: null, deviation: null };
  const first = compensatedSum(values, 0) / count;
  const mean = first + compensatedSum(values, first) / count;
  if (count === 1) return { mean, deviation: null };
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < count; i++) {
    const distance = values[i]! - mean;
    squares += distance * distance;
    rest += distance;
  }
  const variance = Math.max(0, squares - (rest * rest) / count) / (count - 1);
  return { mean, deviation: Math.sqrt(variance) };
}

/**
 * Sums the distances of values from a centre, keeping what rounding drops.
 *
 * Source: Neumaier (1974).
 */
function compensatedSum(values: Float64Array, centre: number): number {
  let sum = 0;
  let dropped = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! - centre;
    const next = sum + value;
    dropped += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + dropped;
}
