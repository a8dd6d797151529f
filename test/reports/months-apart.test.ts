import { expect, test } from 'vitest';
import { monthsApart } from '../../reports/months-apart.ts';

const steps = (count: number) => Array.from({ length: count }, () => '2025-01-01');

test.each([
  ['month', 6, 1],
  ['month', 24, 4],
  ['month', 60, 12],
  ['month', 120, 24],
  ['quarter', 8, 6],
  ['quarter', 4, 3],
  ['year', 10, 24],
  ['year', 3, 12],
] as const)('the labels of %s steps, %d of them, lie %d months apart', (stepName, count, apart) => {
  expect(monthsApart({ steps: steps(count), stepName })).toBe(apart);
});
