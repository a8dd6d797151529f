import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sampling } from '../../../engine/draw/sample.ts';
import type { Figure } from '../../../engine/statistics/figure.ts';
import { type Summary, summarise } from '../../../engine/statistics/summary.ts';
import { bellShaped, columns, shuffled } from './samples.ts';

const FIGURES = ['mean', 'deviation', 'p5', 'p25', 'median', 'p75', 'p95'] as const;

function random(draws: number, seed = 'one'): Sampling {
  return { seed, sampling: 'random', draws };
}

function eachFigure(summary: Summary): Figure[] {
  return FIGURES.map((name) => summary[name]);
}

describe('a summary', () => {
  test('of nothing is blank, with its count', () => {
    const blank = { value: null, error: null };
    const summary = summarise(new Float64Array(0), new Uint32Array(0));
    expect(summary).toMatchObject({ count: 0, minimum: null, maximum: null });
    expect(eachFigure(summary)).toEqual(FIGURES.map(() => blank));
  });

  test('of one value has no deviation', () => {
    const summary = summarise(Float64Array.of(8), null);
    expect(summary).toMatchObject({ count: 1, minimum: 8, maximum: 8 });
    expect(summary.mean).toEqual({ value: 8, error: null });
    expect(summary.deviation).toEqual({ value: null, error: null });
    expect(summary.p95).toEqual({ value: 8, error: null });
  });

  test('names its figures rightly', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
    const summary = summarise(values, null);
    expect(eachFigure(summary).map(({ value }) => value)).toEqual([
      50,
      Math.sqrt((101 * 102) / 12),
      5,
      25,
      50,
      75,
      95,
    ]);
    expect([summary.minimum, summary.maximum]).toEqual([0, 100]);
  });

  test('takes errors from the replicates of the draws', () => {
    // Replicate r holds 100 r - 1 and 100 r + 1, so each of its figures is known.
    const values = Float64Array.from({ length: 40 }, (_, k) => 100 * (k % 20) + (k < 20 ? -1 : 1));
    const summary = summarise(values, null);
    const spread = (100 * Math.sqrt((20 * 21) / 12)) / Math.sqrt(20);
    for (const name of ['mean', 'p5', 'p25', 'median', 'p75', 'p95'] as const) {
      expect(summary[name].error).toBeCloseTo(spread, 10);
    }
    expect(summary.deviation.error).toBe(0);
    expect(eachFigure(summarise(values.slice(1), null)).every(({ error }) => error === null)).toBe(
      true,
    );
  });

  test('leaves the column as it was', () => {
    const values = bellShaped(random(500), 'x');
    const before = values.slice();
    summarise(values, null);
    expect(values).toEqual(before);
  });

  test('does not depend on the order of the draws', () => {
    fc.assert(
      fc.property(columns(1, 130), fc.nat(), (values, seed) => {
        const order = shuffled(values.length, seed);
        const moved = Float64Array.from(order, (k) => values[k]!);
        const one = summarise(values, null);
        const other = summarise(moved, order);
        expect([other.minimum, other.maximum]).toEqual([one.minimum, one.maximum]);
        for (const name of ['p5', 'p25', 'median', 'p75', 'p95'] as const) {
          expect(other[name]).toEqual(one[name]);
        }
        expect(other.mean.value).toBeCloseTo(one.mean.value!, 8);
        expect(other.deviation.value ?? 0).toBeCloseTo(one.deviation.value ?? 0, 6);
        expect(other.mean.error ?? 0).toBeCloseTo(one.mean.error ?? 0, 6);
      }),
    );
  });

  test('follows a change of unit', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -99, max: 99 }));
    fc.assert(
      fc.property(columns(40), change, (values, [scale, shift]) => {
        const one = summarise(values, null);
        const other = summarise(
          values.map((value) => scale * value + shift),
          null,
        );
        expect(other.mean.value).toBeCloseTo(scale * one.mean.value! + shift, 4);
        expect(other.deviation.value).toBeCloseTo(scale * one.deviation.value!, 4);
        expect(other.median.error).toBeCloseTo(scale * one.median.error!, 4);
      }),
    );
  });
});

describe('a standard error', () => {
  test('of independent draws is the known one', () => {
    const { mean, median, deviation, p5 } = summarise(bellShaped(random(20_000), 'x'), null);
    const root = Math.sqrt(20_000);
    // An estimate from 20 figures has a standard error of its own of 16%.
    const about = (error: number | null, known: number): void => {
      expect(error! / known).toBeGreaterThan(0.5);
      expect(error! / known).toBeLessThan(1.5);
    };
    about(mean.error, 1 / root);
    about(deviation.error, 1 / Math.sqrt(2) / root);
    about(median.error, 1.2533 / root);
    about(p5.error, 2.11 / root);
  });

  test.each(['random', 'latin-hypercube'] as const)(
    'of %s draws is the spread of the mean over many seeds',
    (sampling) => {
      const seeds = Array.from({ length: 150 }, (_, i) => `seed ${i}`);
      const all = seeds.map(
        (seed) => summarise(bellShaped({ seed, sampling, draws: 800 }, 'x'), null).mean,
      );
      const spread = summarise(
        Float64Array.from(all, ({ value }) => value!),
        null,
      ).deviation.value!;
      const told = summarise(
        Float64Array.from(all, ({ error }) => error!),
        null,
      ).mean.value!;
      expect(told / spread).toBeGreaterThan(0.8);
      expect(told / spread).toBeLessThan(1.25);
      const naive = 1 / Math.sqrt(800);
      if (sampling === 'latin-hypercube') expect(told).toBeLessThan(naive / 5);
    },
  );
});
