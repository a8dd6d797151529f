import { describe, expect, test } from 'vitest';
import { type BreakEvenQuestion, breakEvens } from '../../../engine/analysis/break-even.ts';
import { uncertaintyUniforms } from '../../../engine/draw/sample.ts';
import { runOf } from './runs.ts';

const QUESTION: BreakEvenQuestion = {
  measure: 'gdp',
  index: 1,
  better: 'higher',
  success: 'deal',
  failure: 'no_deal',
  baseline: 'base',
  scenarios: ['offer'],
};

/** Runs whose second measure is asked about. */
function runsWith(base: number[], failed: number[], succeeded: number[]) {
  const other = base.map(() => 99);
  return [
    runOf('base', 'no_deal', [other, base]),
    runOf('offer', 'no_deal', [other, failed]),
    runOf('offer', 'deal', [other, succeeded]),
  ];
}

describe('a break-even', () => {
  test('is mean cost over mean gain', () => {
    const [row] = breakEvens(runsWith([10, 10, 10], [9, 8, 7], [13, 10, 12]), QUESTION);
    expect(row).toMatchObject({ scenario: 'offer', measure: 'gdp' });
    expect(row!.cost).toMatchObject({ count: 3, minimum: 1, maximum: 3, mean: { value: 2 } });
    expect(row!.gain.mean.value).toBeCloseTo(11 / 3, 14);
    expect(row!.rise.value).toBeCloseTo(6 / 11, 14);
    expect(row!.rise.error).toBeNull();
    expect(row!.ratios).toMatchObject({ count: 3, minimum: 0.25, maximum: 1 });
  });

  test('turns round where lower is better', () => {
    const lower = { ...QUESTION, better: 'lower' } as const;
    const [row] = breakEvens(runsWith([10, 10], [12, 12], [4, 4]), lower);
    expect([row!.cost.mean.value, row!.gain.mean.value, row!.rise.value]).toEqual([2, 8, 0.25]);
  });

  test('is negative for an offer that pays even where the talks fail', () => {
    const [row] = breakEvens(runsWith([10, 10], [12, 12], [16, 16]), QUESTION);
    expect(row!.rise.value).toBe(-0.5);
  });

  test('does not exist where success is worth nothing on average', () => {
    const blank = { value: null, error: null };
    const zero = breakEvens(runsWith([10, 10], [8, 8], [9, 7]), QUESTION);
    expect(zero[0]!.rise).toEqual(blank);
    const worse = breakEvens(runsWith([10, 10], [8, 8], [7, 7]), QUESTION);
    expect(worse[0]!.rise).toEqual(blank);
    expect(breakEvens(runsWith([], [], []), QUESTION)[0]!.rise).toEqual(blank);
  });

  test('leaves draws in which success changes nothing out of the ratios', () => {
    const [row] = breakEvens(runsWith([10, 10, 10], [8, 10, 9], [8, 10, 13]), QUESTION);
    expect(row!.ratios).toMatchObject({ count: 1, minimum: 0.25 });
    expect(row!.rise.value).toBe(0.75);
  });

  test('keeps each ratio with its draw where some are left out', () => {
    // In every replicate three draws of ratio r + 1; dropping the first 20 draws must not mix them.
    const draws = Array.from({ length: 80 }, (_, k) => k);
    const failed = draws.map((k) => -((k % 20) + 1));
    const succeeded = failed.map((value, k) => (k < 20 ? value : value + 1));
    const [row] = breakEvens(
      runsWith(
        draws.map(() => 0),
        failed,
        succeeded,
      ),
      QUESTION,
    );
    expect(row!.ratios.count).toBe(60);
    expect(row!.ratios.mean.error).toBeCloseTo(Math.sqrt((20 * 21) / 12 / 20), 12);
    expect(row!.ratios.deviation.error).toBe(0);
  });

  test('has the error of a ratio of means', () => {
    const count = 10_000;
    const uniforms = (name: string) =>
      uncertaintyUniforms({ seed: 's', sampling: 'random', draws: count }, name);
    const cost = uniforms('cost');
    const gain = uniforms('gain');
    const failed = [...cost].map((value) => -value);
    const succeeded = failed.map((value, k) => value + 1 + gain[k]!);
    const [row] = breakEvens(
      runsWith(
        failed.map(() => 0),
        failed,
        succeeded,
      ),
      QUESTION,
    );
    // Means 1/2 and 3/2, variances 1/12 each: by the delta method.
    const known = Math.sqrt((1 / 12 + 1 / 12 / 9) / (1.5 * 1.5) / count);
    expect(Math.abs(row!.rise.value! - 1 / 3)).toBeLessThan(4 * known);
    expect(row!.rise.error! / known).toBeGreaterThan(0.5);
    expect(row!.rise.error! / known).toBeLessThan(1.5);
  });

  test('has no error where success is worth nothing in one replicate', () => {
    const draws = Array.from({ length: 40 }, (_, k) => k);
    const failed = draws.map(() => -1);
    const succeeded = draws.map((k) => (k % 20 === 7 ? -1 : 3));
    const [row] = breakEvens(
      runsWith(
        draws.map(() => 0),
        failed,
        succeeded,
      ),
      QUESTION,
    );
    expect(row!.rise.value).toBeCloseTo(1 / 3.8, 14);
    expect(row!.rise.error).toBeNull();
  });

  test('keeps the order asked for and skips who cannot be asked', () => {
    const [base, failed, succeeded] = runsWith([1, 1], [0, 0], [2, 2]);
    const named = (scenario: string) => [
      { ...failed!, scenario },
      { ...succeeded!, scenario },
    ];
    const otherDraws = (scenario: string, condition: string) =>
      runOf(
        scenario,
        condition,
        [
          [9, 9],
          [0, 0],
        ],
        Uint32Array.of(0, 5),
      );
    const runs = [
      base!,
      ...named('a'),
      ...named('b'),
      { ...failed!, scenario: 'never-a-deal' },
      { ...succeeded!, scenario: 'always-a-deal' },
      { ...failed!, scenario: 'odd-success' },
      otherDraws('odd-success', 'deal'),
      otherDraws('odd-failure', 'no_deal'),
      { ...succeeded!, scenario: 'odd-failure' },
    ];
    const scenarios = ['b', 'never-a-deal', 'always-a-deal', 'odd-success', 'odd-failure', 'a'];
    const rows = breakEvens(runs, { ...QUESTION, scenarios });
    expect(rows.map(({ scenario }) => scenario)).toEqual(['b', 'a']);
    expect(breakEvens(runs.slice(1), { ...QUESTION, scenarios })).toEqual([]);
  });
});
