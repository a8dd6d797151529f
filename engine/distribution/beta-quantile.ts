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
 * Finds x with I_x(a, b) = p by Newton's method on the logarithms of both, where a tail is almost a
 * straight line; a step that leaves the bracket is replaced by its middle.
 */
function solve({ a, b, scale, logEnd }: Tail, logP: number): number {
  let low = -Infinity;
  let high = 0;
  let t = Math.min((logP + scale) / a, logEnd);
  let step = Infinity;
  for (let left = MOST_STEPS; left > 0 && Math.abs(step) > SMALL_STEP; left--) {
    const x = exp(t);
    const factor = incompleteBetaFactor(a, b, x);
    const excess = a * t + b * log1p(-x) - scale + log(factor) - logP;
    step = (excess * (1 - x) * factor) / a;
    if (excess < 0) low = t;
    else high = t;
    const next = t - step;
    const leaves = next < low || next > high;
    t = leaves && Math.abs(step) > SMALL_STEP ? (low + high) / 2 : next;
  }
  return exp(t);
}
