import { expect, test } from 'vitest';
import { fitsLatinHypercube, latinHypercube } from '../../../engine/draw/latin-hypercube.ts';
import { REPLICATES, replicateOf } from '../../../engine/draw/replicate.ts';
import { uncertaintyUniforms } from '../../../engine/draw/sample.ts';

function strataOf(draws: number, name: string): number[][] {
  const strata = draws / REPLICATES;
  const uniforms = uncertaintyUniforms({ seed: 's', sampling: 'latin-hypercube', draws }, name);
  const found = Array.from({ length: REPLICATES }, (): number[] => []);
  for (const [draw, uniform] of uniforms.entries()) {
    found[replicateOf(draw)]!.push(Math.floor(uniform * strata));
  }
  return found;
}

test('whole replicates need a multiple of 20 draws', () => {
  expect([20, 1000, 10_000].every(fitsLatinHypercube)).toBe(true);
  expect([0, -20, 10, 1010, 20.5, NaN].some(fitsLatinHypercube)).toBe(false);
  expect(() => latinHypercube([0, 0], new Float64Array(30))).toThrow('equal replicates');
});

test.each([20, 40, 1000, 10_000])('%d draws: one per stratum in every replicate', (draws) => {
  const each = Array.from({ length: draws / REPLICATES }, (_, index) => index);
  for (const strata of strataOf(draws, 'x')) {
    expect([...strata].sort((a, b) => a - b)).toEqual(each);
  }
});

test('each replicate and each name has an order of its own', () => {
  const orders = [...strataOf(1000, 'x'), ...strataOf(1000, 'y')].map((order) => order.join());
  expect(new Set(orders).size).toBe(2 * REPLICATES);
});

test('every order is as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let name = 0; name < 300; name++) {
    for (const order of strataOf(60, `n${name}`)) {
      counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    }
  }
  const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  expect(counts.size).toBe(6);
  expect(chiSquare).toBeLessThan(5 + 5 * Math.sqrt(10));
});

test('a place in the last stratum never rounds to 1, nor one in the first to 0', () => {
  const uniforms = new Float64Array(60).fill(1 - 2 ** -53);
  expect(Math.max(...latinHypercube([0, 0], uniforms))).toBeLessThan(1);
  expect(Math.min(...latinHypercube([0, 0], uniforms.fill(2 ** -53)))).toBeGreaterThan(0);
});

test('the mean of a column is far closer to one half than that of random draws', () => {
  const sampling = { seed: 's', sampling: 'latin-hypercube', draws: 1000 } as const;
  const mean = uncertaintyUniforms(sampling, 'x').reduce((sum, u) => sum + u) / 1000;
  // Variance of the mean: 1 / (12 strata^2) per draw.
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * 1000) / 50);
});
