import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derive } from '../../../engine/formula/derive.ts';
import type { System } from '../../../engine/formula/rule.ts';
import { type Solution, solve } from '../../../engine/formula/solve.ts';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';
import { seriesOf } from '../../support/formula-study.ts';

/** Solves for one price, asked, in USD/t between demand and supply, written as the residual says. */
function price(residual: string, guess = 'first', more = ''): number {
  const equations = `want: { unit: t/year, formula: "ten * (first / asked) ^ 1.5" }
have: { unit: t/year, formula: "ten * (asked / first) ^ 0.5 + less" }
less: { unit: t/year, formula: "0 * ten" }
first: { unit: USD/t, formula: dollars / weight / 24000000 }
ten: { unit: t/year, formula: weight / 1 year }
${more}`;
  const solve = `s:\n  unknowns:\n    asked: { unit: USD/t, guess: "${guess}", residual: "${residual}" }`;
  return seriesOf({ equations, solve }, 'asked')[0]!;
}

describe('a system with a solution is solved', () => {
  test.each([
    'want - have',
    'want - have - less',
    'want - (have + less)',
    '0 - have + want',
    '-have + want - less - less',
    'less - have - (less - want)',
  ])('however its sides are written: %s', (residual) => {
    expect(price(residual)).toBeCloseTo(100, 8);
  });

  test.each(['first / 100', 'first / 10', 'first * 10', 'first * 30'])(
    'from a guess of %s',
    (guess) => {
      expect(price('want - have', guess)).toBeCloseTo(100, 8);
    },
  );

  test('where one side is nothing at the solution', () => {
    // Two regions and a wedge of 0: p south - p north - freight, all in one unit.
    const solve = `s:
  unknowns:
    south: { unit: USD, guess: dollars, residual: "south - north - freight" }
    north: { unit: USD, guess: dollars / 2, residual: "2 * north - dollars + south - dollars" }`;
    const equations = 'freight: { unit: USD, formula: 0 * dollars }';
    expect(seriesOf({ solve, equations }, 'north')[0]! / 12e9).toBeCloseTo(2 / 3, 12);
  });

  test.each([
    ['u - growth * 1e-13', 0, 2e-13],
    ['u * u - growth * 2e-14', 1e-8, 2e-7],
    ['u ^ 3 - growth * 4e-12', 1e-5, 2e-4],
    ['(u - growth) * 1e-13', 0, 2],
    ['log(1 + u) - log(1 + growth * 1e-9)', 0, 2e-9],
  ])('however small it is: %s', (residual, guess, expected) => {
    const solve = `s:\n  unknowns:\n    u: { unit: "1", guess: ${guess}, residual: "${residual}" }`;
    expect(seriesOf({ solve }, 'u')[0]! / expected).toBeCloseTo(1, 6);
  });

  test('and shares that sum to one but for rounding change nothing', () => {
    const solve = `s:
  unknowns:
    u: { unit: "1", guess: 0, residual: "log((0.1 + 0.2 + 0.7) * exp(-2 * u)) - 3 * u" }`;
    expect(seriesOf({ solve }, 'u')[0]).toBe(0);
  });

  test('whatever the sizes of rising and falling curves', () => {
    const size = fc.double({ min: -6, max: 6, noNaN: true });
    const slope = fc.double({ min: 0.1, max: 8, noNaN: true });
    fc.assert(
      fc.property(size, slope, slope, fc.boolean(), (logRatio, up, down, turned) => {
        // up * x - logRatio meets -down * x in logs.
        const sides = [`exp(${up} * x - ${logRatio})`, `exp(-${down} * x)`];
        const residual = (turned ? sides.reverse() : sides).join(' - ');
        const solve = `s:\n  unknowns:\n    x: { unit: "1", guess: 0, residual: "${residual}" }`;
        expect(seriesOf({ solve }, 'x')[0]).toBeCloseTo(logRatio / (up + down), 9);
      }),
      { numRuns: 60, seed: 20250409 },
    );
  });
});

const X = slot(0);
const minus = (a: Term, b: Term) => apply('subtract', a, b);
const squared = (term: Term) => apply('wholePower', term, number(2));

/** Solves for one unknown, whose residual is measured against `size`, and at the end of a search against 1 more. */
function search(residual: Term, guess: number, more: Partial<System> = {}, size = 1): Solution {
  const system: System = {
    unknowns: [{ slot: 0, guess: number(guess) }],
    values: [],
    residuals: [residual],
    sizes: [number(size)],
    margins: [1],
    slopes: [],
    jacobian: [[derive(residual, () => number(1)) ?? number(0)]],
    tolerance: 1e-12,
    iterations: 50,
    ...more,
  };
  return solve(system, { now: () => Number.NaN, past: () => Number.NaN });
}

describe('a search', () => {
  const rootOfTwo = minus(squared(X), number(2));

  test('says what it found and how', () => {
    const { values, ...found } = search(rootOfTwo, 1);
    expect(values[0]).toBeCloseTo(Math.SQRT2, 14);
    expect(found).toEqual({
      solved: true,
      rounds: 5,
      isShortened: false,
      misses: [Math.abs(values[0]! ** 2 - 2)],
      singular: false,
    });
  });

  test('measures what is missing by its size', () => {
    const { solved, misses, values } = search(rootOfTwo, 1, { iterations: 1 }, 50);
    expect([solved, values, misses]).toEqual([false, [1.5], [0.25 / 50]]);
  });

  test('keeps a guess that solves it, to the bit, without a step', () => {
    expect(search(minus(X, number(0.1)), 0.1 + 1e-14)).toMatchObject({
      values: [0.1 + 1e-14],
      rounds: 0,
      solved: true,
    });
  });

  test('keeps a guess that only rounding parts from it, however small the size', () => {
    const residual = minus(X, number(1));
    const bits = (count: number) => 1 + count * Number.EPSILON;
    expect(search(residual, bits(4), {}, 1e-9)).toMatchObject({ rounds: 0, solved: true });
    expect(search(residual, bits(5), {}, 1e-9)).toMatchObject({ rounds: 1, values: [1] });
    expect(search(residual, bits(4), { margins: [0] }, 1e-9)).toMatchObject({ rounds: 1 });
  });

  test('takes no more steps than it may', () => {
    for (const iterations of [0, 1, 2, 3, 4]) {
      const found = search(rootOfTwo, 1, { iterations });
      expect(found).toMatchObject({ solved: false, rounds: iterations, singular: false });
    }
    expect(search(rootOfTwo, 1, { iterations: 5 }).solved).toBe(true);
  });

  test('is content at its last step with what is small against its margin too', () => {
    const [guess, more] = [Math.SQRT2 + 1e-7, { iterations: 1, tolerance: 1e-13 }];
    expect(search(rootOfTwo, guess, more, 0.01)).toMatchObject({ solved: true, rounds: 1 });
    const strict = { ...more, margins: [0] };
    expect(search(rootOfTwo, guess, strict, 0.01)).toMatchObject({ solved: false, rounds: 1 });
  });

  test('shortens a step that goes too far', () => {
    const found = search(apply('log', X), 8);
    expect(found).toMatchObject({ solved: true, isShortened: true });
    expect(found.values[0]).toBeCloseTo(1, 12);
  });

  test('ends where no part of a step helps, at the last values that did', () => {
    const found = search(apply('add', squared(X), number(1)), 0.5);
    expect(found).toMatchObject({ solved: false, isShortened: true, singular: false });
    expect(found.misses[0]).toBeGreaterThanOrEqual(1);
    expect(found.misses[0]).toBeLessThan(1.01);
    expect(found.rounds).toBeLessThan(50);
  });

  test('tries parts of a step down to a millionth', () => {
    // The slope is taken for so small that only a part of the step is short enough.
    const towards = (share: number) =>
      search(minus(apply('abs', X), number(0)), 1, { jacobian: [[number(share)]], iterations: 1 });
    expect(towards(2 ** -20)).toMatchObject({ rounds: 1, isShortened: true });
    expect(towards(2 ** -20).values[0]).toBeLessThan(1);
    expect(towards(2 ** -22).values[0]).toBe(1);
  });

  test('says where the residuals do not settle the unknown', () => {
    const found = search(apply('add', squared(X), number(1)), 0);
    expect(found).toMatchObject({ solved: false, rounds: 1, singular: true, values: [0] });
  });

  test('ends at once where the guess cannot be tried', () => {
    const found = search(apply('log', X), -1);
    expect(found).toMatchObject({ solved: false, rounds: 0, values: [-1], misses: [Number.NaN] });
  });

  test('is done where doubles say no more', () => {
    // Near its double root the residual is rounding alone, which no step makes smaller.
    const noise = minus(apply('add', squared(X), number(1)), apply('multiply', number(2), X));
    const found = search(apply('multiply', noise, number(1e-3)), 3, { tolerance: 1e-16 }, 1e-9);
    expect(found.solved).toBe(true);
    expect(Math.abs(found.values[0]! - 1)).toBeLessThan(1e-6);
  });
});
