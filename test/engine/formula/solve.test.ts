import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
