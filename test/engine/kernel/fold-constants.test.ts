import { expect, test } from 'vitest';
import { evaluate } from '../../../engine/formula/evaluate.ts';
import type { OperationName } from '../../../engine/formula/operation.ts';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';
import { foldConstants } from '../../../engine/kernel/fold-constants.ts';

const X = slot(0);
const TRUTH: Term = apply('less', X, number(1));

function truth(value: boolean): Term {
  return { kind: 'truth', value };
}

const VALUES = [0, -0, 1, -1, 0.1, 1e308, Number.MIN_VALUE, Infinity, -Infinity, Number.NaN];
const BINARY: readonly OperationName[] = ['add', 'subtract', 'multiply', 'divide', 'smaller'];

test('numbers are computed, and nothing comes out otherwise for any double', () => {
  for (const operation of BINARY) {
    for (const known of VALUES) {
      for (const term of [
        apply(operation, X, number(known)),
        apply(operation, number(known), X),
        apply('negate', apply('negate', apply(operation, X, number(known)))),
      ]) {
        const folded = foldConstants(term);
        for (const x of VALUES) {
          const reader = { now: () => x, past: () => Number.NaN };
          expect(evaluate(folded, reader)).toBe(evaluate(term, reader));
        }
      }
    }
  }
});

test.each<readonly [string, Term, Term]>([
  ['a sum of numbers', apply('add', number(0.1), number(0.2)), number(0.1 + 0.2)],
  ['a product by one', apply('multiply', number(1), X), X],
  ['a quotient by one', apply('divide', X, number(1)), X],
  ['a difference from nothing', apply('subtract', X, number(0)), X],
  ['a negation of a negation', apply('negate', apply('negate', X)), X],
  ['a choice that is made', apply('choose', truth(false), number(1), X), X],
  ['a comparison of numbers', apply('less', number(1), number(2)), truth(true)],
  ['what is true beside what is to be seen', apply('and', truth(true), TRUTH), TRUTH],
  ['what is false beside what is to be seen', apply('and', TRUTH, truth(false)), truth(false)],
  ['either, where one is true', apply('or', TRUTH, truth(true)), truth(true)],
  ['what stands inside', apply('exp', apply('multiply', X, number(1))), apply('exp', X)],
])('%s is folded', (_name, term, folded) => {
  expect(foldConstants(term)).toEqual(folded);
});

test.each<readonly [string, Term]>([
  ['a sum with zero, which makes -0 positive', apply('add', X, number(0))],
  ['a product with zero, which may be no number', apply('multiply', X, number(0))],
  ['a difference from -0', apply('subtract', X, number(-0))],
])('%s is kept', (_name, term) => {
  expect(foldConstants(term)).toEqual(term);
});
