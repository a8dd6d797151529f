import { expect, test } from 'vitest';
import { logistic } from '../../../engine/arithmetic/logistic.ts';

test('the logistic function maps the line to shares', () => {
  expect(logistic(0)).toBe(0.5);
  expect(logistic(Math.log(3))).toBeCloseTo(0.75, 15);
  expect(logistic(1000)).toBe(1);
  expect(logistic(-1000)).toBe(0);
  expect(logistic(2) + logistic(-2)).toBeCloseTo(1, 15);
});
