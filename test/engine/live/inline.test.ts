import { expect, test } from 'vitest';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';
import { inline } from '../../../engine/live/inline.ts';

const [a, b] = [slot(0), slot(1)] as [Term, Term];
const sum = (count: number) =>
  Array.from({ length: count }, () => a).reduce((x, y) => apply('add', x, y));

test('what is read once is written out where it is read', () => {
  const { definitions, readers } = inline(
    [{ slot: 9, term: sum(5) }],
    [[apply('exp', slot(9)), b]],
  );
  expect(definitions).toEqual([]);
  expect(readers).toEqual([[apply('exp', sum(5)), b]]);
});

test('what is read twice keeps its row, unless it is as light as one operation', () => {
  const light = apply('multiply', a, b);
  const { definitions, readers } = inline(
    [
      { slot: 8, term: light },
      { slot: 9, term: sum(5) },
    ],
    [[apply('add', slot(8), slot(9)), apply('add', slot(9), slot(8))]],
  );
  expect(definitions).toEqual([{ slot: 9, term: sum(5) }]);
  expect(readers).toEqual([[apply('add', light, slot(9)), apply('add', slot(9), light)]]);
});

test('what is heavy keeps its row, and reads what was written out in it', () => {
  const { definitions } = inline(
    [
      { slot: 8, term: sum(10) },
      { slot: 9, term: apply('add', slot(8), sum(40)) },
    ],
    [[slot(9), number(0)]],
  );
  expect(definitions).toEqual([{ slot: 9, term: apply('add', sum(10), sum(40)) }]);
});
