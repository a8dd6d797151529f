import { discountAt, type Grid } from '../model/aggregate.ts';

/** The series of a block. Shape: `values[step * block + draw]`. */
export interface BlockSeries {
  readonly values: Float64Array;
  readonly block: number;
  /** How many draws of the block are in use. */
  readonly count: number;
}

/** Sums discounted series at a rate that all draws share, all draws of a step side by side, with the bits of `aggregate`. */
export function discountBlock(
  { values, block, count }: BlockSeries,
  grid: Grid,
  rate: number,
  into: Float64Array,
): void {
  into.fill(0, 0, count);
  for (let step = 0; step < grid.steps; step++) {
    const base = step * block;
    const divisor = discountAt(step, grid, rate);
    for (let i = 0; i < count; i++) {
      into[i] = into[i]! + (values[base + i]! * grid.stepMonths) / divisor;
    }
  }
}
