import { power } from '../arithmetic/power.ts';

/** The time aggregates, each over one series. */
export type AggregateKind =
  | 'total'
  | 'count'
  | 'average'
  | 'final'
  | 'minimum'
  | 'maximum'
  | 'at'
  | 'discounted'
  | 'irr';

/** Reads a series at a step. */
export type SeriesAt = (step: number) => number;

/** The grid an aggregate runs over. */
export interface Grid {
  readonly steps: number;
  readonly stepMonths: number;
}

function sum(series: SeriesAt, steps: number): number {
  let total = 0;
  for (let step = 0; step < steps; step++) total += series(step);
  return total;
}

function fold(series: SeriesAt, steps: number, choose: (a: number, b: number) => number): number {
  let value = series(0);
  for (let step = 1; step < steps; step++) value = choose(value, series(step));
  return value;
}

/** Gives what a flow at a step is divided by; flows come at the middle of their step. */
export function discountAt(step: number, { stepMonths }: Grid, rate: number): number {
  const years = ((step + 0.5) * stepMonths) / 12;
  return power(1 + rate, years);
}

/** Sums a yearly-discounted series. */
function discounted(series: SeriesAt, grid: Grid, rate: number): number {
  let total = 0;
  for (let step = 0; step < grid.steps; step++) {
    total += (series(step) * grid.stepMonths) / discountAt(step, grid, rate);
  }
  return total;
}

const IRR_LOW = -0.99;
const IRR_HIGH = 10;
const IRR_HALVINGS = 200;

/** Finds the yearly rate at which the discounted sum is zero, by bisection; NaN where the sign does not change. */
function irr(series: SeriesAt, grid: Grid): number {
  let [low, high] = [IRR_LOW, IRR_HIGH];
  const atLow = discounted(series, grid, low);
  const atHigh = discounted(series, grid, high);
  if (!(atLow * atHigh < 0)) return Number.NaN;
  for (let halving = 0; halving < IRR_HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (discounted(series, grid, middle) * atLow > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Computes one aggregate of a series; `argument` is the step of `at` and the rate of `discounted`.
 *
 * Units: `total` and `discounted` multiply by months; rates are per year.
 * Errors: `irr` yields NaN where no rate makes the sum zero.
 */
export function aggregate(
  kind: AggregateKind,
  series: SeriesAt,
  grid: Grid,
  argument: number,
): number {
  const { steps, stepMonths } = grid;
  switch (kind) {
    case 'total':
      return sum(series, steps) * stepMonths;
    case 'count':
      return sum(series, steps);
    case 'average':
      return sum(series, steps) / steps;
    case 'final':
      return series(steps - 1);
    case 'minimum':
      return fold(series, steps, Math.min);
    case 'maximum':
      return fold(series, steps, Math.max);
    case 'at':
      return series(argument);
    case 'discounted':
      return discounted(series, grid, argument);
    case 'irr':
      return irr(series, grid);
  }
}
