/** The mean and the standard deviation with n - 1; null where there are too few values. */
export interface Moments {
  readonly mean: number | null;
  readonly deviation: number | null;
}

/**
 * Computes mean and sample standard deviation, in the order given.
 *
 * The mean is kept within the values, so that equal values have exactly that mean and deviation 0;
 * the deviation is corrected for what rounding left in the mean.
 *
 * Source: corrected two-pass algorithm, Chan, Golub & LeVeque (1983).
 */
export function moments(values: Float64Array): Moments {
  const count = values.length;
  if (count === 0) return { mean: null, deviation: null };
  const mean = meanAt(values, null, 0, count)!;
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
 * Averages values in the order given, keeping what rounding drops from their sum; null where there are none.
 *
 * Shape: those at `places[from]` up to `places[to]`, or `values[from]` up to `values[to]` where places are null.
 * Source: compensated summation, Neumaier (1974).
 */
export function meanAt(
  values: Float64Array,
  places: Uint32Array | null,
  from: number,
  to: number,
): number | null {
  if (from === to) return null;
  let sum = 0;
  let dropped = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const value = values[places === null ? i : places[i]!]!;
    const next = sum + value;
    dropped += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return Math.min(largest, Math.max(smallest, (sum + dropped) / (to - from)));
}
