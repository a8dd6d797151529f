import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareBetaQuantile } from '../../../engine/distribution/beta-quantile.ts';
import { relativeError } from './closeness.ts';

const uniforms = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });

test('beta 1, b and beta a, 1 are powers', () => {
  const falling = prepareBetaQuantile(1, 4);
  const rising = prepareBetaQuantile(3.5, 1);
  fc.assert(
    fc.property(uniforms, (u) => {
      expect(relativeError(falling(u), -Math.expm1(Math.log1p(-u) / 4))).toBeLessThan(1e-13);
      expect(relativeError(rising(u), Math.exp(Math.log(u) / 3.5))).toBeLessThan(1e-13);
    }),
  );
});

test('beta 1/2, 1/2 is the arcsine law', () => {
  const at = prepareBetaQuantile(0.5, 0.5);
  fc.assert(
    fc.property(uniforms, (u) => {
      expect(relativeError(at(u), Math.sin((Math.PI * u) / 2) ** 2)).toBeLessThan(1e-13);
    }),
  );
});

test('beta 2, 2 solves a cubic: u = x^2 (3 - 2 x)', () => {
  const at = prepareBetaQuantile(2, 2);
  expect(at(0.5)).toBeCloseTo(0.5, 14);
  expect(relativeError(at(0.15625), 0.25)).toBeLessThan(1e-14);
  expect(relativeError(at(0.84375), 0.75)).toBeLessThan(1e-14);
  fc.assert(
    fc.property(uniforms, (u) => {
      const x = at(Math.min(u, 1 - u));
      expect(relativeError(x * x * (3 - 2 * x), Math.min(u, 1 - u))).toBeLessThan(1e-13);
    }),
  );
});

// From mpmath at 60 digits.
test.each([
  [3.5, 1.5, 0.05, 0.349292783413325],
  [3.5, 1.5, 0.95, 0.9539928110963083],
  [0.5, 8, 0.3, 0.00952793320711681],
  [40, 60, 0.01, 0.2902185859792949],
  [300, 20, 0.5, 0.9384103332713694],
  [2.72, 3.28, 0.9, 0.709509886693024],
])('beta %d, %d at %d', (a, b, u, expected) => {
  expect(relativeError(prepareBetaQuantile(a, b)(u), expected)).toBeLessThan(1e-13);
});

test('turning the shape round turns the quantiles round', () => {
  const shape = fc.double({ min: 0.3, max: 300, noNaN: true });
  fc.assert(
    fc.property(shape, shape, fc.integer({ min: 1, max: 1023 }), (a, b, k) => {
      const sum = prepareBetaQuantile(a, b)(k / 1024) + prepareBetaQuantile(b, a)(1 - k / 1024);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
    }),
  );
});

test('narrow, wide and lopsided shapes rise from end to end', () => {
  for (const [a, b] of [
    [1e6, 1e6],
    [1e4, 3],
    [0.01, 0.01],
    [0.05, 200],
    [1e-3, 1],
  ] as const) {
    const at = prepareBetaQuantile(a, b);
    const values = Array.from({ length: 999 }, (_, index) => at((index + 1) / 1000));
    expect(values.every((x) => x >= 0 && x <= 1)).toBe(true);
    expect([...values].sort((x, y) => x - y)).toEqual(values);
  }
});
