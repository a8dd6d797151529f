import { expect, test } from 'vitest';
import { reachedCorrelations } from '../../../engine/analysis/reached-correlations.ts';

const COLUMNS = {
  rising: Float64Array.of(1, 2, 3, 4, 5),
  squared: Float64Array.of(1, 4, 9, 16, 25),
  falling: Float64Array.of(5, 4, 3, 2, 1),
  // Differences of rank with `rising`: 1, 1, 0, 1, 1, so that rho is 1 - 6 * 4 / (5 * 24).
  swapped: Float64Array.of(2, 1, 3, 5, 4),
  fixed: Float64Array.of(7, 7, 7, 7, 7),
};

test('each pair has the rank correlation of its columns', () => {
  const pairs = (['squared', 'falling', 'swapped', 'fixed'] as const).map((other) => ({
    one: 'rising',
    other,
    rank: 0.5,
  }));
  const asked: string[] = [];
  const found = reachedCorrelations(pairs, (name) => {
    asked.push(name);
    return COLUMNS[name as keyof typeof COLUMNS];
  });
  expect(found.map(({ value }) => value)).toEqual([1, -1, 0.8, null]);
  expect(asked).toEqual(['rising', 'squared', 'falling', 'swapped', 'fixed']);
});
