import { expect, test } from 'vitest';
import {
  apply,
  number,
  pastRead,
  slot,
  slotsRead,
  type Term,
  visit,
  weigh,
} from '../../../engine/formula/term.ts';

const past = (at: number, lag: number): Term => ({ kind: 'past', slot: at, lag });
const TERM = apply(
  'add',
  apply('multiply', slot(1), past(2, 3)),
  apply('add', past(2, 12), slot(1)),
);

test('the slots read now are not those read in the past', () => {
  expect([...slotsRead(TERM)]).toEqual([1]);
});

test('of each slot read in the past, the longest lag counts', () => {
  expect([...pastRead(TERM)]).toEqual([[2, 12]]);
  expect([...pastRead(apply('add', past(2, 12), past(2, 3)))]).toEqual([[2, 12]]);
});

test('a term is seen before its operands, in order', () => {
  const seen: string[] = [];
  visit(apply('add', number(1), slot(2)), ({ kind }) => seen.push(kind));
  expect(seen).toEqual(['apply', 'number', 'slot']);
});

test('a term weighs as much as it has parts', () => {
  expect(weigh(number(1))).toBe(1);
  expect(weigh(TERM)).toBe(7);
});
