import { expect, test } from 'vitest';
import { choice } from '../../../engine/distribution/choice.ts';
import { showPhrase } from '../../../engine/distribution/family.ts';

test('values come in rising order, as often as their weights say', () => {
  const at = choice.prepare({ kind: 'choice', values: [10, 2, 5], weights: [1, 1, 2] });
  expect([0.1, 0.2499, 0.25, 0.5, 0.7499, 0.75, 0.99].map(at)).toEqual([2, 2, 5, 5, 5, 10, 10]);
});

test('a value without weight never comes', () => {
  const at = choice.prepare({ kind: 'choice', values: [1, 2, 3], weights: [0, 1, 0] });
  expect([2 ** -53, 0.5, 1 - 2 ** -53].map(at)).toEqual([2, 2, 2]);
});

test('the last value takes what rounding leaves', () => {
  const weights = new Array<number>(10).fill(0.1);
  const at = choice.prepare({ kind: 'choice', values: weights.map((_, index) => index), weights });
  expect(at(1 - 2 ** -53)).toBe(9);
});

test('never may be among the values', () => {
  const at = choice.prepare({ kind: 'choice', values: [Infinity, 3], weights: [1, 1] });
  expect([0.4, 0.6].map(at)).toEqual([3, Infinity]);
});

test('the phrase keeps the order of the file and shows shares', () => {
  const distribution = { kind: 'choice', values: [5, 2, 9], weights: [2, 1, 0] } as const;
  expect(showPhrase(choice.describe(distribution, String))).toBe('one of 5 (66.7%), 2 (33.3%)');
});
