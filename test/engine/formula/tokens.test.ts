import { expect, it, test } from 'vitest';
import { FORMULA_LIMITS, scan, tokensOf } from '../../../engine/formula/tokens.ts';

test('tokens are the words and numbers of a formula, where they stand', () => {
  expect(tokensOf('a1 + 2.5e-3 * lng.x_y')).toEqual([
    { text: 'a1', offset: 0 },
    { text: '2.5e-3', offset: 5 },
    { text: 'lng', offset: 14 },
    { text: 'x_y', offset: 18 },
  ]);
});

it.each([
  'a + b',
  '1e5',
  '1e-3 * x',
  '2.50',
  '0.05',
  '0',
  '100',
  'x1 - 2',
  'v2.x3',
  '1 - 2027',
  '2027 - 4',
])('scan lets %s pass', (text) => {
  expect(scan(text)).toBeNull();
});

test('the limits are those of the manual', () => {
  expect(FORMULA_LIMITS).toEqual({ characters: 4000, depth: 50, chain: 500 });
});
