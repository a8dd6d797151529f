import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPLICATES } from '../../../engine/draw/replicate.ts';
import type { Figure } from '../../../engine/statistics/figure.ts';
import { midRanks } from '../../../engine/statistics/rank.ts';
import { rankColumn, rankCorrelation } from '../../../engine/statistics/rank-correlation.ts';
import { replicateError } from '../../../engine/statistics/replicate.ts';
import { bellShaped, columns, shuffled } from './samples.ts';

function spearman(x: Float64Array, y: Float64Array, draws: Uint32Array | null = null): Figure {
  return rankCorrelation(rankColumn(x, draws), rankColumn(y, draws));
}

const PAIRS = fc
  .integer({ min: 3, max: 90 })
  .chain((length) => fc.tuple(columns(length, length), columns(length, length)));

describe("Spearman's rank correlation", () => {
  test('is 1 - 6 sum of d^2 over n (n^2 - 1) without ties', () => {
    const x = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const y = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    // The squared differences of the ranks add up to 194.
    expect(spearman(x, y).value).toBeCloseTo(1 - (6 * 194) / 990, 14);
  });

  test("is Pearson's correlation of the mid-ranks with ties", () => {
    // Ranks 1.5, 1.5, 3, 4 and 1, 2.5, 2.5, 4: joint 3.75, spreads 4.5 and 4.5.
    const found = spearman(Float64Array.of(1, 1, 2, 3), Float64Array.of(5, 6, 6, 9));
    expect(found.value).toBeCloseTo(3.75 / 4.5, 14);
  });

  test('is null where a side is constant or empty', () => {
    const nothing = { value: null, error: null };
    const rising = Float64Array.from({ length: 60 }, (_, i) => i);
    expect(spearman(rising, new Float64Array(60).fill(2))).toEqual(nothing);
    expect(spearman(new Float64Array(60).fill(2), rising)).toEqual(nothing);
    expect(spearman(new Float64Array(0), new Float64Array(0))).toEqual(nothing);
  });

  test('has no error where a side is constant in one replicate, or draws are few', () => {
    const rising = Float64Array.from({ length: 60 }, (_, i) => i);
    const mostlyZero = Float64Array.from({ length: 60 }, (_, i) => (i < 3 ? i : 0));
    expect(spearman(rising, mostlyZero).value).not.toBeNull();
    expect(spearman(rising, mostlyZero).error).toBeNull();
    expect(spearman(rising.slice(0, 39), rising.slice(0, 39))).toEqual({ value: 1, error: null });
  });

  test('is exactly 1 with itself and -1 with its opposite', () => {
    fc.assert(
      fc.property(columns(2), (x) => {
        fc.pre(x.some((value) => value !== x[0]));
        expect(spearman(x, x).value).toBe(1);
        expect(
          spearman(
            x,
            x.map((value) => -value),
          ).value,
        ).toBe(-1);
      }),
    );
  });

  test('keeps its bits under rising maps, exchange of sides and order of draws', () => {
    fc.assert(
      fc.property(PAIRS, fc.nat(), ([x, y], seed) => {
        const { value } = spearman(x, y);
        expect(
          spearman(
            midRanks(x).map((rank) => rank * rank),
            y,
          ).value,
        ).toBe(value);
        expect(spearman(y, x).value).toBe(value);
        const order = shuffled(x.length, seed);
        const move = (column: Float64Array) => Float64Array.from(order, (k) => column[k]!);
        expect(spearman(move(x), move(y), order).value).toBe(value);
        expect(Math.abs(value ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('has the error of what the replicates correlate, at the ranks of the whole column', () => {
    const count = 97;
    const [x, y] = [3, 4].map((seed) => Float64Array.from(shuffled(count, seed)));
    const correlations = Array.from({ length: REPLICATES }, (_, r) => {
      const draws = [...x!.keys()].filter((k) => k % REPLICATES === r);
      const about = (column: Float64Array) => {
        const mean = draws.reduce((sum, k) => sum + column[k]!, 0) / draws.length;
        return draws.map((k) => column[k]! - mean);
      };
      const [one, other] = [about(x!), about(y!)];
      const joint = (a: number[], b: number[]) => a.reduce((sum, each, i) => sum + each * b[i]!, 0);
      return joint(one, other) / Math.sqrt(joint(one, one) * joint(other, other));
    });
    expect(spearman(x!, y!).error).toBeCloseTo(replicateError(correlations)!, 12);
  });

  test('of independent bell-shaped columns has the known error', () => {
    const sampling = { seed: 's', sampling: 'random', draws: 10_000 } as const;
    const { value, error } = spearman(bellShaped(sampling, 'x'), bellShaped(sampling, 'y'));
    expect(Math.abs(value!)).toBeLessThan(0.04);
    expect(error! * 100).toBeGreaterThan(0.5);
    expect(error! * 100).toBeLessThan(1.5);
  });
});
