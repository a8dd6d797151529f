import { expect, test } from 'vitest';
import { normal, normalForm, normalFromInterval } from '../../../engine/distribution/normal.ts';

test('a quantile lies so many standard deviations from the mean', () => {
  const at = normal.prepare({ kind: 'normal', mean: 10, sd: 2 });
  expect(at(0.5)).toBe(10);
  expect(at(0.975)).toBe(10 + 2 * 1.9599639845400536);
});

test('no spread is the mean', () => {
  expect(normal.prepare({ kind: 'normal', mean: 0.1, sd: 0 })(0.01)).toBe(0.1);
});

test('an interval holds the middle 90%', () => {
  const at = normal.prepare(normalFromInterval(-1, 4));
  expect(at(0.05)).toBeCloseTo(-1, 14);
  expect(at(0.95)).toBeCloseTo(4, 14);
});

test('the form with mean and sd', () => {
  expect(normalForm.make({ mean: 1, sd: 2 })).toEqual({ kind: 'normal', mean: 1, sd: 2 });
  expect(normalForm.make({ mean: 1, sd: -2 })).toBe('the standard deviation -2 is below 0');
});

test('the form with bounds makes a truncated normal', () => {
  const made = { kind: 'truncated-normal', mean: 1, sd: 2, low: 0, high: 3 };
  expect(normalForm.make({ mean: 1, sd: 2, low: 0, high: 3 })).toEqual(made);
  expect(normalForm.make({ mean: 1, sd: 2, low: 0 })).toEqual({ ...made, high: Infinity });
  expect(normalForm.make({ mean: 1, sd: 2, high: 3 })).toEqual({ ...made, low: -Infinity });
  expect(normalForm.make({ mean: 1, sd: -2, low: 0, high: 3 })).toBe(
    'the standard deviation -2 is below 0',
  );
});
