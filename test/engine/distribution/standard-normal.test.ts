import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  normalProbability,
  normalQuantile,
  Z95,
} from '../../../engine/distribution/standard-normal.ts';
import { relativeError } from './closeness.ts';

// The first three are the checks printed with AS 241; the others come from mpmath at 60 digits.
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.0902323061678136],
  [1e-20, -9.262340089798407],
  [0.975, 1.9599639845400543],
  [0.0749, -1.4402382675279637],
])('the quantile at %d', (p, expected) => {
  expect(relativeError(normalQuantile(p), expected)).toBeLessThan(1e-15);
});

test('the bits of the commonest quantile are pinned', () => {
  expect(normalQuantile(0.975)).toBe(1.9599639845400536);
  expect(normalQuantile(0.5)).toBe(0);
  expect(Z95).toBe(normalQuantile(0.95));
});

test('certainty is infinitely far away', () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
});

// From mpmath at 60 digits.
test.each([
  [-37, 5.725571222524577e-300],
  [-8, 6.220960574271784e-16],
  [-3, 0.0013498980316300946],
  [-1.49, 0.06811211796672545],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.7, 0.758036347776927],
  [1.5, 0.9331927987311419],
  [4, 0.9999683287581669],
])('the probability below %d', (z, expected) => {
  expect(relativeError(normalProbability(z), expected)).toBeLessThan(3e-15);
});

test('everything lies between the infinities', () => {
  expect(normalProbability(-Infinity)).toBe(0);
  expect(normalProbability(Infinity)).toBe(1);
});

test('quantiles go back to their probability', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 0.999, noNaN: true }), (p) => {
      expect(relativeError(normalProbability(normalQuantile(p)), p)).toBeLessThan(1e-12);
    }),
    { numRuns: 1000 },
  );
});

test('the curve is symmetric', () => {
  for (const p of [0.25, 0.0625, 2 ** -20, 2 ** -50]) {
    expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  }
});
