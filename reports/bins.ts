import type { Summary } from '../engine/index.ts';
import { roundStep } from './round-step.ts';

const WANTED_BINS = 20;

/** Draws that differ by less than this share of their size are all the same for a histogram. */
const SMALLEST_SHARE = 1e-12;

/** Numbers this close, as a share of their size, are equal to a spreadsheet. */
const ROUNDING = 2 ** -48;

/** Equal bins over where most draws of a measure lie. */
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

/** Gives the edges of a bin, computed so that 3 x 0.1 prints as 0.3. */
export function edgeOf(bins: Bins, index: number): number {
  return Number((bins.from + index * bins.width).toPrecision(12));
}

/**
 * Lists the edges of bins that hold every draw: those of `binsOver`, of which the first and the last reach on to the
 * smallest and the largest draw. Empty without draws.
 *
 * Shape: ascending; bin i goes from edge i, which it holds, to edge i + 1, which it does not.
 */
export function edgesOver(outcomes: readonly Summary[]): number[] {
  const bins = binsOver(outcomes);
  if (bins === null) return [];
  const width = bins.width || roundStep(Math.abs(bins.from)) || 1;
  const step = (value: number) => Math.floor(value / width);
  const held = outcomes.filter(({ count }) => count > 0);
  const first = step(Math.min(...held.map(({ minimum }) => minimum!)));
  const last = step(Math.max(...held.map(({ maximum }) => maximum!))) + 1;
  const inner = Array.from({ length: bins.count - 1 }, (_, at) => edgeOf(bins, at + 1));
  return [first, last]
    .map((at) => edgeOf({ from: 0, width, count: 1 }, at))
    .toSpliced(1, 0, ...inner);
}

/** Counts the draws in each bin; a draw within rounding of an edge counts as on it, as it does in a spreadsheet. */
export function countIn(edges: readonly number[], values: Float64Array): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const value of values) counts[binOf(edges, value)]! += 1;
  return counts;
}

/** Finds by halving the last edge that a value reaches. */
function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (isBelow(value, edges[middle]!)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** Tells whether a spreadsheet takes a value for less than an edge: within rounding of it, it does not. */
export function isBelow(value: number, edge: number): boolean {
  return value < edge && edge - value >= ROUNDING * Math.abs(edge);
}
