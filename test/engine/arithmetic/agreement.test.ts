import { expect, test } from 'vitest';
import { agree, expPoints, logPoints } from '../../../engine/arithmetic/agreement.ts';

test('the points are the same every time, and thousands', () => {
  expect(expPoints()).toEqual(expPoints());
  expect(logPoints()).toEqual(logPoints());
  expect(new Set(expPoints()).size).toBeGreaterThan(12_000);
  expect(new Set(logPoints()).size).toBeGreaterThan(12_000);
});

test('the points of exp reach both ends of its range', () => {
  const points = expPoints().filter((x) => Number.isFinite(Math.exp(x)) && Math.exp(x) > 0);
  expect(Math.min(...points)).toBeLessThan(-744);
  expect(Math.max(...points)).toBeGreaterThan(709);
});

test('the points of log reach from subnormal numbers to the largest', () => {
  const points = logPoints();
  expect(points.filter((x) => x > 0 && x < 2.2250738585072014e-308)).not.toEqual([]);
  expect(points.filter((x) => x > 1e300 && x < Infinity)).not.toEqual([]);
});

test('functions agree only when every bit does', () => {
  const points = [0, 1, NaN];
  expect(
    agree(
      (x) => x,
      (x) => x * 1,
      points,
    ),
  ).toBe(true);
  expect(
    agree(
      (x) => x,
      (x) => x * (1 + Number.EPSILON),
      points,
    ),
  ).toBe(false);
  expect(
    agree(
      () => 0,
      () => -0,
      points,
    ),
  ).toBe(false);
});
