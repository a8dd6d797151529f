import { expect, test } from 'vitest';
import { showPhrase } from '../../../engine/distribution/family.ts';
import {
  makeTruncated,
  type TruncatedNormal,
  truncatedNormal,
} from '../../../engine/distribution/truncated-normal.ts';
import { relativeError } from './closeness.ts';

function within(low: number, high: number, mean = 0, sd = 1): TruncatedNormal {
  return { kind: 'truncated-normal', mean, sd, low, high };
}

// From mpmath at 60 digits.
test.each([
  [within(-1, 2), 0.5, 0.17116391801782477],
  [within(3, 4), 0.9, 3.592924111315612],
  [within(-4, -3), 0.1, -3.592924111315612],
  [within(0, 7, 5, 2), 0.1, 2.315076637459397],
])('%o at %d', (distribution, u, expected) => {
  expect(relativeError(truncatedNormal.prepare(distribution)(u), expected)).toBeLessThan(1e-14);
});

test('bounds far in either tail keep their digits', () => {
  const upper = truncatedNormal.prepare(within(8, 9));
  const lower = truncatedNormal.prepare(within(-9, -8));
  for (const u of [0.125, 0.5, 0.875]) expect(upper(u)).toBe(-lower(1 - u));
  expect(new Set([0.1, 0.2, 0.3, 0.4].map(upper)).size).toBe(4);
});

test('one bound may be missing', () => {
  const at = truncatedNormal.prepare(within(0, Infinity));
  expect(at(0.5)).toBeCloseTo(0.6744897501960817, 14);
  expect(at(1 - 2 ** -53)).toBeLessThan(9);
});

test('bounds beyond all doubles of the curve give the nearer bound', () => {
  expect(truncatedNormal.prepare(within(50, 60))(0.5)).toBe(60);
  expect(truncatedNormal.prepare(within(-60, -50))(0.5)).toBe(-60);
});

test('one possible value is that value', () => {
  expect(makeTruncated(within(2, 2), String)).toEqual({ kind: 'uniform', low: 2, high: 2 });
  expect(makeTruncated(within(0, 2, 1, 0), String)).toEqual({ kind: 'uniform', low: 1, high: 1 });
});

test('bounds that leave nothing are refused', () => {
  expect(makeTruncated(within(3, 2), String)).toBe('the low end 3 is above the high end 2');
  const message = 'a normal with mean 0 and sd 1 has hardly a value within 40 to 41';
  expect(makeTruncated(within(40, 41), String)).toBe(message);
  const flat = 'a normal with mean 5 and sd 0 has hardly a value within 0 to 1';
  expect(makeTruncated(within(0, 1, 5, 0), String)).toBe(flat);
});

test('bounds that leave little are kept', () => {
  expect(makeTruncated(within(5, 6), String)).toEqual(within(5, 6));
  expect(showPhrase(truncatedNormal.describe(within(5, 6), String))).toBe(
    'normal, mean 0, sd 1, within 5 to 6',
  );
});
