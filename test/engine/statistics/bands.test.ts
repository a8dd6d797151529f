import { describe, expect, test } from 'vitest';
import { bandsOf } from '../../../engine/statistics/bands.ts';

describe('bands', () => {
  test('are the quantiles of each step over its draws', () => {
    const draws = 101;
    const series = Float64Array.from({ length: 3 * draws }, (_, i) => {
      const step = Math.floor(i / draws);
      return 1000 * step + (draws - 1 - (i % draws));
    });
    const before = series.slice();
    expect(bandsOf(series, draws, 3)).toEqual({
      p5: Float64Array.of(5, 1005, 2005),
      p25: Float64Array.of(25, 1025, 2025),
      median: Float64Array.of(50, 1050, 2050),
      p75: Float64Array.of(75, 1075, 2075),
      p95: Float64Array.of(95, 1095, 2095),
    });
    expect(series).toEqual(before);
  });

  test('of one draw are its path', () => {
    const path = Float64Array.of(3, 1, 2);
    const bands = bandsOf(path, 1, 3);
    for (const row of Object.values(bands)) expect(row).toEqual(path);
  });
});
