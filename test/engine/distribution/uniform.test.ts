import { expect, test } from 'vitest';
import { showPhrase } from '../../../engine/distribution/family.ts';
import { point, uniform, uniformForm } from '../../../engine/distribution/uniform.ts';

test('a quantile is the share of the way from low to high', () => {
  const at = uniform.prepare({ kind: 'uniform', low: 2, high: 10 });
  expect([0.25, 0.5, 0.75].map(at)).toEqual([4, 6, 8]);
});

test('rounding never passes the high end', () => {
  const at = uniform.prepare({ kind: 'uniform', low: -0.1, high: 0.7 });
  expect(at(1 - 2 ** -53)).toBeLessThanOrEqual(0.7);
});

test('a point is always its value', () => {
  const at = uniform.prepare(point(0.1));
  expect([2 ** -53, 0.3, 1 - 2 ** -53].map(at)).toEqual([0.1, 0.1, 0.1]);
  expect(showPhrase(uniform.describe(point(0.1), String))).toBe('exactly 0.1');
});

test('the form', () => {
  expect(uniformForm.make({ low: 1, high: 2 })).toEqual({ kind: 'uniform', low: 1, high: 2 });
  expect(uniformForm.make({ low: 2, high: 2 })).toEqual(point(2));
  expect(uniformForm.make({ low: 3, high: 2 })).toBe('the low end 3 is above the high end 2');
  expect(uniformForm.make({ low: 3, high: 2 }, (x) => `${x} t`)).toBe(
    'the low end 3 t is above the high end 2 t',
  );
  expect(showPhrase(uniform.describe({ kind: 'uniform', low: 1, high: 2 }, String))).toBe(
    'uniform 1 to 2',
  );
});
