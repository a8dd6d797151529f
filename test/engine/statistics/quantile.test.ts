import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PROBABILITIES,
  positiveZero,
  quantile,
  quantileRanks,
  quantiles,
} from '../../../engine/statistics/quantile.ts';
import { columns } from './samples.ts';

describe('quantile', () => {
  test('is of type 7, by hand', () => {
    // Rank p (n - 1) = 0.15 of four values is 15% of the way from the first to the second.
    expect(quantile(Float64Array.of(10, 20, 40, 80), 0.05)).toBeCloseTo(11.5, 12);
    expect(quantile(Float64Array.of(10, 20, 40, 80), 0.25)).toBe(17.5);
    expect(quantile(Float64Array.of(10, 20, 40, 80), 0.5)).toBe(30);
    expect(quantile(Float64Array.of(10, 20, 40, 80), 0.75)).toBe(50);
    expect(quantile(Float64Array.of(10, 20, 40, 80), 0.95)).toBeCloseTo(74, 12);
  });

  test('reads the value itself where the rank is whole', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => i * i);
    expect(quantile(values, 0.25)).toBe(625);
    expect(quantile(values, 0.5)).toBe(2500);
    expect(quantile(values, 0)).toBe(0);
    expect(quantile(values, 1)).toBe(10_000);
  });

  test('is null of nothing, and the value of one', () => {
    expect(quantile(new Float64Array(0), 0.5)).toBeNull();
    expect(quantiles(new Float64Array(0))).toEqual([null, null, null, null, null]);
    expect(quantiles(Float64Array.of(3))).toEqual([3, 3, 3, 3, 3]);
  });

  test('does not tell a negative zero from a zero', () => {
    expect(quantile(Float64Array.of(-0, -0), 0.3)).toBe(0);
    expect(positiveZero(-0)).toBe(0);
  });

  test('never passes the value above it', () => {
    const value = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(value, value, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, p) => {
        const pair = Float64Array.of(Math.min(a, b), Math.max(a, b));
        expect(quantile(pair, p)).toBeLessThanOrEqual(pair[1]!);
        expect(quantile(pair, p)).toBeGreaterThanOrEqual(pair[0]!);
      }),
    );
  });
});

describe('quantiles', () => {
  test('read the values around their ranks, and both ends', () => {
    expect(quantileRanks(21)).toEqual([0, 1, 1, 5, 5, 10, 10, 15, 15, 19, 19, 20]);
    expect(quantileRanks(4)).toEqual([0, 0, 1, 0, 1, 1, 2, 2, 3, 2, 3, 3]);
  });

  test('of an unsorted column are those of the sorted one, ascending', () => {
    fc.assert(
      fc.property(columns(1, 200), (values) => {
        const sorted = values.slice().sort();
        const found = quantiles(values.slice());
        expect(found).toEqual(PROBABILITIES.map((p) => quantile(sorted, p)));
        expect(found).toEqual([...found].sort((a, b) => a! - b!));
      }),
    );
  });

  test('follow a change of unit', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -99, max: 99 }));
    fc.assert(
      fc.property(columns(1), change, (values, [scale, shift]) => {
        const plain = quantiles(values.slice());
        const changed = quantiles(values.map((value) => scale * value + shift));
        changed.forEach((value, i) => {
          expect(value).toBeCloseTo(scale * plain[i]! + shift, 5);
        });
      }),
    );
  });
});
