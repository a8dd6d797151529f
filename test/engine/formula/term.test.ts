import { expect, test } from 'vitest';
import { pastRead, slotsRead, weigh } from '../../../engine/formula/rule.ts';
import { apply, keyOf, number, slot, type Term, visit } from '../../../engine/formula/term.ts';

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

test('the longest lag counts wherever it stands', () => {
  const term = apply('choose', apply('less', slot(3), number(1)), past(5, 2), past(4, 1));
  expect([...pastRead(term)]).toEqual([
    [5, 2],
    [4, 1],
  ]);
  expect(weigh(term)).toBe(6);
  expect(pastRead(slot(1)).size).toBe(0);
  expect(slotsRead(past(1, 1)).size).toBe(0);
});

test('terms are made of plain data', () => {
  expect(apply('negate', slot(2))).toEqual({
    kind: 'apply',
    operation: 'negate',
    operands: [{ kind: 'slot', slot: 2 }],
  });
});

test('terms that differ in any number differ in their keys', () => {
  const values = [0, -0, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
  const keys = values.map((value) => keyOf(apply('larger', slot(1), number(value))));
  expect(new Set(keys).size).toBe(values.length);
  expect(keyOf(apply('exp', slot(1)))).toBe(keyOf(apply('exp', slot(1))));
});
