import { quantiles } from './quantile.ts';

/** The quantiles of a series over the draws, month by month. Shape: one number per step each. */
export interface Bands {
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly median: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

/**
 * Computes the quantiles of a series over its draws, step by step.
 *
 * Shape: `series[step * draws + draw]`, with at least one draw.
 */
export function bandsOf(series: Float64Array, draws: number, steps: number): Bands {
  const rows = Array.from({ length: 5 }, () => new Float64Array(steps)) as FiveRows;
  for (let step = 0; step < steps; step++) {
    const column = series.slice(step * draws, (step + 1) * draws);
    quantiles(column).forEach((value, index) => {
      rows[index]![step] = value!;
    });
  }
  const [p5, p25, median, p75, p95] = rows;
  return { p5, p25, median, p75, p95 };
}

type FiveRows = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
