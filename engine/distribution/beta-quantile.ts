import { exp, log } from '../arithmetic/elementary.ts';
import { log1p } from '../arithmetic/log1p.ts';
import type { Quantile } from './family.ts';
import { incompleteBetaFactor } from './incomplete-beta.ts';
import { logBeta } from './log-beta.ts';

const MOST_STEPS = 100;
/** Newton's error after a step is about the square of the step. */
const SMALL_STEP = 1e-9;

/** One tail of a beta distribution, read from 0 up to `end`, where its fraction converges fast. */
interface Tail {
  readonly a: number;
  readonly b: number;
  /** log of a B(a, b) */
  readonly scale: number;
  readonly logEnd: number;
}

/** Prepares the quantiles of the beta distribution on 0 to 1; accurate to about 1e-13. */
export function prepareBetaQuantile(alpha: number, beta: number): Quantile {
  const split = (alpha + 1) / (alpha + beta + 2);
  const rest = (beta + 1) / (alpha + beta + 2);
  const norm = logBeta(alpha, beta);
  const lower: Tail = { a: alpha, b: beta, scale: log(alpha) + norm, logEnd: log(split) };
  const upper: Tail = { a: beta, b: alpha, scale: log(beta) + norm, logEnd: log(rest) };
  const { a, b, scale, logEnd } = lower;
  const below = exp(a * logEnd + b * log(rest) - scale) * incompleteBetaFactor(a, b, split);
  return (u) => (u <= below ? solve(lower, log(u)) : 1 - solve(upper, log(1 - u)));
}

/**
 * Finds x with I_x(a, b) = p by Newton's method on the logarithms of both.
 *
 * No step overshoots, so no bracket is kept. The curve is concave in log x for b above 1 (its density
 * is log-concave there) and convex below (I_x is x^a times a series of positive terms), and the start,
 * the first term of that series, lies left of the root in the one case and right of it in the other.
 */
function solve({ a, b, scale, logEnd }: Tail, logP: number): number {
  let t = Math.min((logP + scale) / a, logEnd);
  let step = Infinity;
  for (let left = MOST_STEPS; left > 0 && Math.abs(step) > SMALL_STEP; left--) {
    const x = exp(t);
    const factor = incompleteBetaFactor(a, b, x);
    const excess = a * t + b * log1p(-x) - scale + log(factor) - logP;
    step = (excess * (1 - x) * factor) / a;
    t -= step;
  }
  return exp(t);
}
