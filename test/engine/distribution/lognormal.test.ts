import { expect, test } from 'vitest';
import {
  type Lognormal,
  lognormal,
  lognormalForm,
} from '../../../engine/distribution/lognormal.ts';
import { relativeError } from './closeness.ts';

test('the median is exp of mu', () => {
  expect(lognormal.prepare({ kind: 'lognormal', mu: 0.7, sigma: 0.3 })(0.5)).toBe(Math.exp(0.7));
});

test('percentiles are met', () => {
  const at = lognormal.prepare(lognormalForm.make({ p5: 3, p95: 5.5 }) as Lognormal);
  expect(relativeError(at(0.05), 3)).toBeLessThan(1e-15);
  expect(relativeError(at(0.95), 5.5)).toBeLessThan(1e-15);
});

test('mean and standard deviation are met', () => {
  const { mu, sigma } = lognormalForm.make({ mean: 4, sd: 1.5 }) as Lognormal;
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  expect(relativeError(mean, 4)).toBeLessThan(1e-15);
  expect(relativeError(mean * Math.sqrt(Math.expm1(sigma * sigma)), 1.5)).toBeLessThan(1e-15);
});

test('no spread is one value', () => {
  expect(lognormalForm.make({ mean: 4.1, sd: 0 })).toEqual({
    kind: 'uniform',
    low: 4.1,
    high: 4.1,
  });
  expect(lognormalForm.make({ p5: 4.1, p95: 4.1 })).toEqual({
    kind: 'uniform',
    low: 4.1,
    high: 4.1,
  });
});

test.each([
  [{ p5: 0, p95: 1 }, 'a lognormal value is always above 0, so p5 cannot be 0'],
  [{ p5: 3, p95: 2 }, 'p5, 3, is above p95, 2'],
  [{ mean: -1, sd: 1 }, 'a lognormal value is always above 0, so its mean cannot be -1'],
  [{ mean: 1, sd: -1 }, 'the standard deviation -1 is below 0'],
])('%o is refused', (parameters: Record<string, number>, message) => {
  expect(lognormalForm.make(parameters)).toBe(message);
});
