import { expect, test } from 'vitest';
import { incompleteBetaFactor } from '../../../engine/distribution/incomplete-beta.ts';

/** I_x(a, b) for whole a and b, by the binomial sum. */
function binomial(a: number, b: number, x: number): number {
  const n = a + b - 1;
  let term = (1 - x) ** n;
  let below = 0;
  for (let j = 0; j < a; j++) {
    below += term;
    term *= ((n - j) / (j + 1)) * (x / (1 - x));
  }
  return 1 - below;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

test('at 0 the factor is 1', () => {
  expect(incompleteBetaFactor(2, 3, 0)).toBe(1);
});

test('it makes the binomial sums', () => {
  for (const [a, b] of [
    [1, 1],
    [2, 3],
    [5, 2],
    [7, 7],
  ] as const) {
    const beta = (factorial(a - 1) * factorial(b - 1)) / factorial(a + b - 1);
    for (const x of [0.1, 0.25, (a + 1) / (a + b + 2)]) {
      const power = (x ** a * (1 - x) ** b) / (a * beta);
      expect(power * incompleteBetaFactor(a, b, x)).toBeCloseTo(binomial(a, b, x), 14);
    }
  }
});

test('a term that vanishes does not divide by zero', () => {
  // 1 - (a + b) x / (a + 1) is 0 here.
  expect(incompleteBetaFactor(1, 3, 0.5)).toBeGreaterThan(0);
  expect(Number.isFinite(incompleteBetaFactor(1, 3, 0.5))).toBe(true);
});

test('it gives up after thousands of terms rather than never', () => {
  expect(Number.isFinite(incompleteBetaFactor(1e12, 1e12, 0.5))).toBe(true);
});
