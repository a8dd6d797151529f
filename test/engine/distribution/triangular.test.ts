import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showPhrase } from '../../../engine/distribution/family.ts';
import { triangular, triangularForm } from '../../../engine/distribution/triangular.ts';

function probability(x: number, low: number, mode: number, high: number): number {
  if (x <= mode) return (x - low) ** 2 / ((high - low) * (mode - low));
  return 1 - (high - x) ** 2 / ((high - low) * (high - mode));
}

test('quantiles go back to their probability', () => {
  const at = triangular.prepare({ kind: 'triangular', low: 3, mode: 4.3, high: 7 });
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (u) => {
      expect(probability(at(u), 3, 4.3, 7)).toBeCloseTo(u, 12);
    }),
  );
});

test('known values', () => {
  const at = triangular.prepare({ kind: 'triangular', low: 0, mode: 1, high: 2 });
  expect([0.125, 0.5, 0.875].map(at)).toEqual([0.5, 1, 1.5]);
});

test('a mode at either end is a straight line', () => {
  const falling = triangular.prepare({ kind: 'triangular', low: 0, mode: 0, high: 1 });
  const rising = triangular.prepare({ kind: 'triangular', low: 0, mode: 1, high: 1 });
  expect(falling(0.75)).toBe(0.5);
  expect(rising(0.25)).toBe(0.5);
});

test('three equal values are that value', () => {
  expect(triangular.prepare({ kind: 'triangular', low: 3, mode: 3, high: 3 })(0.7)).toBe(3);
});

test('the form', () => {
  const made = triangularForm.make({ low: 3, mode: 4.3, high: 7 });
  expect(made).toEqual({ kind: 'triangular', low: 3, mode: 4.3, high: 7 });
  expect(triangularForm.make({ low: 3, mode: 9, high: 7 })).toBe('the mode 9 lies outside 3 to 7');
  expect(
    showPhrase(triangular.describe({ kind: 'triangular', low: 3, mode: 4.3, high: 7 }, String)),
  ).toBe('triangular 3, 4.3, 7');
});
