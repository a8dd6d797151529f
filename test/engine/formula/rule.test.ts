import { expect, test } from 'vitest';
import {
  LOCAL,
  mapTerms,
  pastRead,
  readsOf,
  type Solved,
  type System,
  slotsRead,
  slotsWithin,
  termsOf,
  weigh,
} from '../../../engine/formula/rule.ts';
import { apply, slot, type Term } from '../../../engine/formula/term.ts';

const past = (at: number, lag: number): Term => ({ kind: 'past', slot: at, lag });

/** Unknown 1 from a guess that reads 2; value 3 reads the unknown and the past; residual, size and slope read 4, 5 and 6. */
const SYSTEM: System = {
  unknowns: [{ slot: 1, guess: apply('negate', slot(2)) }],
  values: [{ slot: 3, term: apply('add', slot(1), past(1, 2)) }],
  residuals: [apply('subtract', slot(3), slot(4))],
  sizes: [apply('abs', slot(5))],
  margins: [1],
  slopes: [{ slot: LOCAL, term: apply('multiply', slot(6), slot(3)) }],
  jacobian: [[apply('exp', slot(LOCAL))]],
  tolerance: 1e-12,
  iterations: 50,
};
const RULE: Solved = { kind: 'solved', system: SYSTEM, index: 0 };

test('a system has the terms of all its parts', () => {
  expect(termsOf(SYSTEM)).toEqual([
    SYSTEM.unknowns[0]!.guess,
    SYSTEM.values[0]!.term,
    SYSTEM.residuals[0],
    SYSTEM.sizes[0],
    SYSTEM.slopes[0]!.term,
    SYSTEM.jacobian[0]![0],
  ]);
});

test('each of them is changed, and nothing else', () => {
  const change = (term: Term) => apply('negate', term);
  const changed = mapTerms(SYSTEM, change);
  expect(termsOf(changed)).toEqual(termsOf(SYSTEM).map(change));
  expect(slotsWithin(changed)).toEqual(slotsWithin(SYSTEM));
  const { margins, tolerance, iterations } = SYSTEM;
  expect(changed).toMatchObject({ margins, tolerance, iterations });
});

test('a system computes its unknowns, values and slopes itself', () => {
  expect([...slotsWithin(SYSTEM)]).toEqual([1, 3, LOCAL]);
});

test('a system reads what it does not compute itself, and the past of what it does', () => {
  expect([...slotsRead(RULE)]).toEqual([2, 4, 5, 6]);
  expect([...pastRead(RULE)]).toEqual([[1, 2]]);
  expect(readsOf(RULE)).toEqual([
    { slot: 2, lag: 0 },
    { slot: 1, lag: 2 },
    { slot: 4, lag: 0 },
    { slot: 5, lag: 0 },
    { slot: 6, lag: 0 },
  ]);
});

test('its own reads weigh nothing', () => {
  expect(weigh(RULE)).toBe(2 + 2 + 2 + 2 + 2 + 1);
});

test('reads are listed once, the past by its lags', () => {
  const term = apply('add', apply('add', slot(7), past(7, 1)), apply('add', past(7, 3), slot(7)));
  expect(readsOf(term)).toEqual([
    { slot: 7, lag: 0 },
    { slot: 7, lag: 1 },
    { slot: 7, lag: 3 },
  ]);
});
