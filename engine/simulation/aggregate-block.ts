import { type AggregateKind, aggregate, discountAt, type Grid } from '../model/aggregate.ts';

/** The series of a block. Shape: `values[step * block + draw]`. */
export interface BlockSeries {
  readonly values: Float64Array;
  readonly block: number;
  /** How many draws of the block are in use. */
  readonly count: number;
}

/** Adds up each draw's series in the order of steps, all draws of a step side by side. */
function sum({ values, block, count }: BlockSeries, { steps }: Grid, into: Float64Array): void {
  into.fill(0, 0, count);
  for (let step = 0; step < steps; step++) {
    const base = step * block;
    for (let i = 0; i < count; i++) into[i] = into[i]! + values[base + i]!;
  }
}

function discount(series: BlockSeries, grid: Grid, rate: number, into: Float64Array): void {
  const { values, block, count } = series;
  into.fill(0, 0, count);
  for (let step = 0; step < grid.steps; step++) {
    const base = step * block;
    const divisor = discountAt(step, grid, rate);
    for (let i = 0; i < count; i++) {
      into[i] = into[i]! + (values[base + i]! * grid.stepMonths) / divisor;
    }
  }
}

/** Changes each sum to what is asked for. */
function change(into: Float64Array, count: number, by: (sum: number) => number): void {
  for (let i = 0; i < count; i++) into[i] = by(into[i]!);
}

/**
 * Computes one aggregate for all draws of a block, with the bits of `aggregate`; the argument is the same for all.
 */
export function aggregateBlock(
  kind: AggregateKind,
  series: BlockSeries,
  grid: Grid,
  argument: number,
  into: Float64Array,
): void {
  const { values, block, count } = series;
  switch (kind) {
    case 'total':
      sum(series, grid, into);
      change(into, count, (total) => total * grid.stepMonths);
      break;
    case 'count':
      sum(series, grid, into);
      break;
    case 'average':
      sum(series, grid, into);
      change(into, count, (total) => total / grid.steps);
      break;
    case 'discounted':
      discount(series, grid, argument, into);
      break;
    default:
      for (let i = 0; i < count; i++) {
        into[i] = aggregate(kind, (step) => values[step * block + i]!, grid, argument);
      }
  }
}
