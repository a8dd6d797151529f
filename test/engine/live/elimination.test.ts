import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eliminate } from '../../../engine/arithmetic/eliminate.ts';
import { evaluateNumber } from '../../../engine/formula/evaluate.ts';
import { number, type Term } from '../../../engine/formula/term.ts';
import { eliminateTerms } from '../../../engine/live/eliminate-terms.ts';
import { pivotOrder } from '../../../engine/live/pivot-order.ts';

const READER = { now: () => Number.NaN, past: () => Number.NaN };

/** A matrix with its right-hand side; about half of its entries are always zero. */
const system = fc.integer({ min: 1, max: 6 }).chain((n) => {
  const entry = fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }));
  const row = fc.array(entry, { minLength: n + 1, maxLength: n + 1 });
  return fc.array(row, { minLength: n, maxLength: n });
});

function solution(rows: readonly (readonly number[])[], order: readonly number[]): number[] {
  const terms = rows.map((row) => row.map((value) => (value === 0 ? null : number(value))));
  const name = (term: Term) => number(evaluateNumber(term, READER));
  return eliminateTerms(terms, order, name).map((term) => evaluateNumber(term, READER));
}

describe('elimination as terms', () => {
  test('solves what elimination on numbers does, in the same order of pivots', () => {
    fc.assert(
      fc.property(system, (rows) => {
        const order = pivotOrder(rows.map((row) => row.slice(0, -1)));
        const flat = Float64Array.from(rows.flat());
        eliminate(flat, rows.length);
        fc.pre(order !== null);
        const width = rows.length + 1;
        for (const [at, value] of solution(rows, order).entries()) {
          expect(value).toBeCloseTo(flat[at * width + rows.length]!, 6);
        }
      }),
    );
  });

  test('names nothing for what is always zero', () => {
    const named: Term[] = [];
    const name = (term: Term) => {
      named.push(term);
      return term;
    };
    const diagonal = [0, 1, 2].map((at) =>
      [0, 1, 2, 3].map((column) => (column === at || column === 3 ? number(2) : null)),
    );
    eliminateTerms(diagonal, [0, 1, 2], name);
    expect(named).toHaveLength(3);
  });

  test('has no order for a matrix that is singular or no matrix of numbers', () => {
    expect(pivotOrder([[0]])).toBeNull();
    expect(pivotOrder([[Number.NaN]])).toBeNull();
    expect(
      pivotOrder([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
    expect(
      pivotOrder([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([1, 0]);
  });
});
