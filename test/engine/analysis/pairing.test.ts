import { describe, expect, test } from 'vitest';
import { difference, findRun, haveSameDraws } from '../../../engine/analysis/pairing.ts';
import { runOf } from './runs.ts';

describe('pairing', () => {
  test('asks for the same draws in the same order', () => {
    const run = (...draws: number[]) => runOf('a', null, [draws], Uint32Array.from(draws));
    expect(haveSameDraws(run(1, 4, 7), run(1, 4, 7))).toBe(true);
    expect(haveSameDraws(run(1, 4, 7), run(4, 1, 7))).toBe(false);
    expect(haveSameDraws(run(1, 4, 7), run(1, 4))).toBe(false);
    expect(haveSameDraws(run(1, 4), run(1, 4, 7))).toBe(false);
  });

  test('finds a run by scenario and condition', () => {
    const runs = [runOf('a', null, [[1]]), runOf('a', 'deal', [[2]]), runOf('b', 'deal', [[3]])];
    expect(findRun(runs, 'a', 'deal')).toBe(runs[1]);
    expect(findRun(runs, 'a', null)).toBe(runs[0]);
    expect(findRun(runs, 'b', null)).toBeNull();
  });

  test('subtracts with a sign, and equal draws to a plain zero', () => {
    const from = Float64Array.of(5, 1, 2);
    const what = Float64Array.of(3, 1, 7);
    expect([...difference(from, what, 1)]).toEqual([2, 0, -5]);
    expect([...difference(from, what, -1)]).toEqual([-2, 0, 5]);
  });
});
