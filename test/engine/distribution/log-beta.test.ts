import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logBeta } from '../../../engine/distribution/log-beta.ts';

test('known values', () => {
  expect(logBeta(1, 1)).toBeCloseTo(0, 14);
  expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 14);
  expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 14);
  expect(logBeta(13, 14) / Math.log(135207800)).toBeCloseTo(-1, 14);
});

// From mpmath at 60 digits.
test.each([
  [0.3, 0.7, 1.356665241349742],
  [2.5, 3.5, -3.301835269962053],
  [20, 0.5, -0.919251844406604],
  [1000, 2000, -1911.8746142144516],
])('B(%d, %d)', (a, b, expected) => {
  expect(Math.abs(logBeta(a, b) - expected)).toBeLessThan(2e-15 * Math.max(5, Math.abs(expected)));
});

test('it is symmetric, and obeys its recurrence', () => {
  const shape = fc.double({ min: 0.01, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(shape, shape, (a, b) => {
      expect(Object.is(logBeta(a, b), logBeta(b, a))).toBe(true);
      const raised = logBeta(a + 1, b) + Math.log((a + b) / a);
      expect(Math.abs(logBeta(a, b) - raised)).toBeLessThan(1e-14 * (10 + Math.abs(raised)));
    }),
  );
});
