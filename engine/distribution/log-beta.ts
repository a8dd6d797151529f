import { log } from '../arithmetic/elementary.ts';
import { log1p } from '../arithmetic/log1p.ts';

const LOG_2PI = 1.8378770664093453;
const LARGE = 12;

/**
 * Computes the logarithm of the beta function, B(a, b), for positive a and b.
 *
 * Small arguments are first raised by B(a, b) = B(a + 1, b) (a + b) / a; then Stirling's series of
 * the three gamma functions is summed with its large terms cancelled by hand.
 *
 * Source: Abramowitz and Stegun 6.1.41 and 6.2.2; relative accuracy about 1e-15.
 */
export function logBeta(a: number, b: number): number {
  let small = Math.min(a, b);
  let large = Math.max(a, b);
  let ratio = 1;
  for (; small < LARGE; small++) ratio *= (small + large) / small;
  for (; large < LARGE; large++) ratio *= (small + large) / large;
  return log(ratio) + logBetaOfLarge(Math.min(small, large), Math.max(small, large));
}

function logBetaOfLarge(small: number, large: number): number {
  const sum = small + large;
  const powers = large * log1p(-small / sum) + small * log(small / sum);
  const roots = 0.5 * (LOG_2PI + log(sum / small / large));
  return powers + roots + (correction(small) + correction(large) - correction(sum));
}

function correction(z: number): number {
  const w = 1 / (z * z);
  const tail = 1 / 1188 - w * (691 / 360360 - w / 156);
  return (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * tail)))) / z;
}
