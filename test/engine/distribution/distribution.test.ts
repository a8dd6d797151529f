import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import {
  describe,
  FORMS,
  interval,
  quantile,
  quantileFunction,
} from '../../../engine/distribution/distribution.ts';
import { showPhrase } from '../../../engine/distribution/family.ts';
import { uniformAt } from '../../../engine/draw/stream.ts';
import { relativeError } from './closeness.ts';
import { SPECIMENS } from './specimens.ts';

const uniforms = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
const show = (x: number) => String(Number(x.toPrecision(3)));

group.each(SPECIMENS)(
  '$distribution.kind $distribution',
  ({ distribution, mean, sd, low, high }) => {
    const at = quantileFunction(distribution);

    test('a quantile depends on the distribution and the uniform alone', () => {
      fc.assert(fc.property(uniforms, (u) => Object.is(quantile(distribution, u), at(u))));
    });

    test('quantiles stay inside the support', () => {
      fc.assert(
        fc.property(uniforms, (u) => {
          expect(at(u)).toBeGreaterThanOrEqual(low);
          expect(at(u)).toBeLessThanOrEqual(high);
        }),
      );
      for (const u of [2 ** -53, 1 - 2 ** -53]) {
        expect(at(u)).toBeGreaterThanOrEqual(low);
        expect(at(u)).toBeLessThanOrEqual(high);
      }
    });

    test('a higher uniform never means a lower value, but for rounding', () => {
      fc.assert(
        fc.property(uniforms, uniforms, (u, v) => {
          const [less, more] = u < v ? [at(u), at(v)] : [at(v), at(u)];
          expect(less).toBeLessThanOrEqual(more + 1e-13 * Math.abs(more));
        }),
        { numRuns: 1000 },
      );
    });

    test('mean and spread of 100,000 draws are within 5 standard errors', () => {
      const draws = Float64Array.from({ length: 100_000 }, (_, draw) =>
        at(uniformAt([1, 2], draw, 0, 0)),
      );
      const found = draws.reduce((sum, x) => sum + x, 0) / draws.length;
      const squares = draws.map((x) => (x - mean) * (x - mean));
      const variance = squares.reduce((sum, x) => sum + x, 0) / draws.length;
      const fourth = squares.reduce((sum, x) => sum + (x - variance) ** 2, 0) / draws.length;
      expect(Math.abs(found - mean)).toBeLessThan(5 * (sd / Math.sqrt(draws.length)));
      const error = Math.sqrt(fourth / draws.length) + 1e-12;
      expect(Math.abs(variance - sd * sd)).toBeLessThan(5 * error);
    });
  },
);

// These bits are the contract: a change of any is a new numericsVersion.
test('golden quantiles at 0.3', () => {
  expect(SPECIMENS.map(({ distribution }) => quantile(distribution, 0.3))).toEqual([
    -0.20000000000000018, 4.24899959967968, 4.070891623868541, 3.9511989745839187,
    4.301560135086236, 1.336747994970183, 0.2061073738537639, 0.8311227285257381, 5, 2,
  ]);
});

test('the forms are found by the word that a user writes', () => {
  expect([...FORMS.keys()]).toEqual([
    'uniform',
    'triangular',
    'pert',
    'normal',
    'lognormal',
    'beta',
  ]);
  expect(FORMS.get('pert')!.make({ low: 1, mode: 2, high: 4 })).toEqual({
    kind: 'pert',
    low: 1,
    mode: 2,
    high: 4,
  });
});

test('an interval of positive ends is lognormal, 5% on either side', () => {
  const made = interval(3, 7);
  expect(made.kind).toBe('lognormal');
  expect(relativeError(quantile(made, 0.05), 3)).toBeLessThan(1e-15);
  expect(relativeError(quantile(made, 0.95), 7)).toBeLessThan(1e-15);
  expect(relativeError(quantile(made, 0.5), Math.sqrt(21))).toBeLessThan(1e-15);
  expect(showPhrase(describe(made, show))).toBe('lognormal, 90% in 3 to 7');
});

test('another interval is normal', () => {
  for (const [low, high] of [
    [-3, 7],
    [0, 7],
    [-7, -3],
  ] as const) {
    const made = interval(low, high);
    expect(made.kind).toBe('normal');
    expect(quantile(made, 0.05)).toBeCloseTo(low, 14);
    expect(quantile(made, 0.95)).toBeCloseTo(high, 14);
    expect(quantile(made, 0.5)).toBe((low + high) / 2);
  }
  expect(showPhrase(describe(interval(-3, 7), show))).toBe(
    'normal, mean 2, sd 3.04, 90% in -3 to 7',
  );
});

test('an interval of one value is that value', () => {
  expect(quantile(interval(5.1, 5.1), 0.3)).toBe(5.1);
  expect(showPhrase(describe(interval(5.1, 5.1), show))).toBe('exactly 5.1');
});

test('an interval that runs backwards is a mistake of the caller', () => {
  expect(() => interval(7, 3)).toThrow('runs backwards');
});
