import fc from 'fast-check';
import { expect, test } from 'vitest';
import { round } from '../../../engine/arithmetic/round.ts';

test.each([
  [0.49999999999999994, 0],
  [0.5, 1],
  [1.5, 2],
  [2.5, 3],
  [-2.5, -3],
  [-0.49999999999999994, 0],
  [-0, 0],
  [4503599627370495.5, 4503599627370496],
  [4503599627370497, 4503599627370497],
  [-9007199254740991, -9007199254740991],
  [1e300, 1e300],
  [Infinity, Infinity],
  [-Infinity, -Infinity],
  [NaN, NaN],
])('%d rounds to %d', (x, expected) => {
  expect(round(x)).toBe(expected);
});

test('rounding moves a number by at most one half, and is odd', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (x) => {
      expect(Math.abs(round(x) - x)).toBeLessThanOrEqual(0.5);
      expect(round(-x) + 0).toBe(-round(x) + 0);
      expect(Number.isInteger(round(x))).toBe(true);
    }),
  );
});
