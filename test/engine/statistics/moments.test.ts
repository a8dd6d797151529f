import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanAt, moments } from '../../../engine/statistics/moments.ts';
import { DATA_SETS } from './nist-data.ts';

/** Digits that a result agrees to, at most 15. */
function digitsOf(result: number, certified: number): number {
  if (result === certified) return 15;
  return Math.min(15, -Math.log10(Math.abs((result - certified) / certified)));
}

describe('the mean of a range', () => {
  const values = Float64Array.of(10, 20, 40, 80, 160);

  test('is that of its values, or of those at its places', () => {
    expect(meanAt(values, null, 1, 4)).toBe(140 / 3);
    expect(meanAt(values, Uint32Array.of(4, 0, 2), 1, 3)).toBe(25);
  });

  test('is null where the range is empty', () => {
    expect(meanAt(values, null, 2, 2)).toBeNull();
  });
});

describe('moments', () => {
  test.each(DATA_SETS)('agree with the certified values of $name', (set) => {
    const { mean, deviation } = moments(set.values);
    expect(digitsOf(mean!, set.mean)).toBeGreaterThanOrEqual(14);
    expect(digitsOf(deviation!, set.deviation)).toBeGreaterThanOrEqual(set.digits);
  });

  test('are null where there are too few values', () => {
    expect(moments(new Float64Array(0))).toEqual({ mean: null, deviation: null });
    expect(moments(Float64Array.of(7))).toEqual({ mean: 7, deviation: null });
  });

  test('of 1 to n have their closed form', () => {
    const count = 999;
    const { mean, deviation } = moments(Float64Array.from({ length: count }, (_, i) => i + 1));
    expect(mean).toBe(500);
    expect(deviation).toBeCloseTo(Math.sqrt((count * (count + 1)) / 12), 12);
  });

  test('keep small numbers beside large ones that cancel', () => {
    expect(moments(Float64Array.of(1e16, 1, 1, -1e16)).mean).toBe(0.5);
    expect(moments(Float64Array.of(1, 1e16, -1e16, 1)).mean).toBe(0.5);
  });

  test('know the deviation of neighbouring numbers, whose mean is none', () => {
    const bit = Number.EPSILON;
    expect(moments(Float64Array.of(1, 1 + bit)).deviation).toBe(bit * Math.sqrt(0.5));
  });

  test('a column of equal values has exactly that mean and no deviation', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 400 }), (each, count) => {
        const { mean, deviation } = moments(new Float64Array(count).fill(each));
        expect([mean! + 0, deviation]).toEqual([each + 0, 0]);
      }),
    );
  });
});
