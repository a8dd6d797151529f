import { log } from './elementary.ts';

/**
 * Computes log(1 + x) where x may be too small for the sum to keep its digits.
 *
 * Source: W. Kahan's correction of the rounded sum, as printed in D. Goldberg, What every computer
 * scientist should know about floating-point arithmetic (1991), theorem 4.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : (log(sum) * x) / (sum - 1);
}
