import { expect, test } from 'vitest';
import { showPhrase } from '../../../engine/distribution/family.ts';
import { pert, pertForm } from '../../../engine/distribution/pert.ts';
import { relativeError } from './closeness.ts';

test('with the mode in the middle it is a beta 3, 3, whose median is the mode', () => {
  const at = pert.prepare({ kind: 'pert', low: 0, mode: 1, high: 2 });
  expect(relativeError(at(0.5), 1)).toBeLessThan(1e-14);
  // I_x(3, 3) = x^3 (10 - 15 x + 6 x^2)
  expect(relativeError(at(0.25 ** 3 * (10 - 15 * 0.25 + 6 * 0.0625)), 0.5)).toBeLessThan(1e-14);
});

test('with the mode at the low end it is a beta 1, 5', () => {
  const at = pert.prepare({ kind: 'pert', low: 0, mode: 0, high: 1 });
  expect(relativeError(at(1 - 0.5 ** 5), 0.5)).toBeLessThan(1e-14);
});

test('three equal values are that value', () => {
  expect(pert.prepare({ kind: 'pert', low: 3, mode: 3, high: 3 })(0.7)).toBe(3);
});

test('the form', () => {
  const made = pertForm.make({ low: 3, mode: 4.3, high: 7 });
  expect(made).toEqual({ kind: 'pert', low: 3, mode: 4.3, high: 7 });
  expect(pertForm.make({ low: 3, mode: 9, high: 7 })).toBe('the mode 9 lies outside 3 to 7');
  expect(showPhrase(pert.describe({ kind: 'pert', low: 3, mode: 4.3, high: 7 }, String))).toBe(
    'PERT 3, 4.3, 7',
  );
});
