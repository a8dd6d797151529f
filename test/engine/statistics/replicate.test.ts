import { describe, expect, test } from 'vitest';
import { REPLICATES, replicateOf } from '../../../engine/draw/replicate.ts';
import {
  gather,
  groupByReplicate,
  hasErrors,
  perReplicate,
  replicateError,
} from '../../../engine/statistics/replicate.ts';

describe('replicates', () => {
  test('get the values of their draws, in the order given', () => {
    const draws = Uint32Array.of(40, 3, 20, 23, 0, 43, 7);
    const grouping = groupByReplicate(draws.length, draws);
    expect([...grouping.positions]).toEqual([0, 2, 4, 1, 3, 5, 6]);
    expect([...gather(Float64Array.of(1, 2, 3, 4, 5, 6, 7), grouping)]).toEqual([
      1, 3, 5, 2, 4, 6, 7,
    ]);
    const sizes = perReplicate(grouping, (from, to) => to - from);
    expect(sizes).toEqual(
      Array.from({ length: REPLICATES }, (_, r) => [3, 0, 0, 3, 0, 0, 0, 1][r] ?? 0),
    );
  });

  test('without indices value k is draw k', () => {
    const grouping = groupByReplicate(47, null);
    const parts = perReplicate(grouping, (from, to) => [...grouping.positions.slice(from, to)]);
    parts.forEach((part, r) => {
      expect(part.every((k) => replicateOf(k) === r)).toBe(true);
    });
    expect(parts.flat().length).toBe(47);
  });

  test('give no error from fewer than 40 draws, or with a replicate of one', () => {
    expect(hasErrors(groupByReplicate(39, null))).toBe(false);
    expect(hasErrors(groupByReplicate(40, null))).toBe(true);
    const oneOfLast = Uint32Array.from({ length: 50 }, (_, k) => (k === 0 ? 19 : 20 * k));
    expect(hasErrors(groupByReplicate(50, oneOfLast))).toBe(false);
  });

  test('error is the deviation of the figures over the root of their number', () => {
    const figures = Array.from({ length: 20 }, (_, r) => r + 1);
    expect(replicateError(figures)).toBeCloseTo(Math.sqrt((20 * 21) / 12 / 20), 14);
    expect(replicateError([5])).toBeNull();
    expect(replicateError([1, null, 3])).toBeNull();
  });
});
