import type { Summary } from '../engine/index.ts';
import { roundStep } from './round-step.ts';

const WANTED_BINS = 20;

/** Draws that differ by less than this share of their size are all the same for a histogram. */
const SMALLEST_SHARE = 1e-12;

/** Equal bins over a measure; the first and the last also take what lies beyond. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** Chooses bins of a round width over where the draws of all scenarios mostly lie; null without draws. */
export function binsOver(outcomes: readonly Summary[]): Bins | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { minimum, maximum, p5, p95 } of outcomes) {
    if (minimum === null || maximum === null || p5.value === null || p95.value === null) continue;
    const tail = (p95.value - p5.value) / 4;
    low = Math.min(low, Math.max(minimum, p5.value - tail));
    high = Math.max(high, Math.min(maximum, p95.value + tail));
  }
  if (low > high) return null;
  const width = roundStep((high - low) / WANTED_BINS);
  if (width <= SMALLEST_SHARE * Math.max(Math.abs(low), Math.abs(high))) {
    return { from: low, width: 0, count: 1 };
  }
  const first = Math.floor(low / width);
  return { from: first * width, width, count: Math.floor(high / width) - first + 1 };
}

/** Counts the draws in each bin. */
export function countIn(bins: Bins, values: Float64Array): number[] {
  const counts = new Array<number>(bins.count).fill(0);
  for (const value of values) {
    const index = bins.width === 0 ? 0 : Math.floor((value - bins.from) / bins.width);
    counts[Math.min(Math.max(index, 0), bins.count - 1)]! += 1;
  }
  return counts;
}

/** Gives the edges of a bin, computed so that 3 x 0.1 prints as 0.3. */
export function edgeOf(bins: Bins, index: number): number {
  return Number((bins.from + index * bins.width).toPrecision(12));
}
