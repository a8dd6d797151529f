import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copulasOf, scoreCorrelation } from '../../../engine/distribution/gaussian-copula.ts';
import {
  type Correlate,
  correlateHypercube,
  correlateRandom,
} from '../../../engine/draw/correlate.ts';
import { REPLICATES, replicateOf } from '../../../engine/draw/replicate.ts';
import { type Sampling, uncertaintyUniforms } from '../../../engine/draw/sample.ts';
import { rankColumn, rankCorrelation } from '../../../engine/statistics/rank-correlation.ts';

const METHODS: readonly (readonly [Sampling['sampling'], Correlate])[] = [
  ['random', correlateRandom],
  ['latin-hypercube', correlateHypercube],
];

function columns(sampling: Sampling['sampling'], draws: number, names: readonly string[]) {
  return names.map((name) => uncertaintyUniforms({ seed: 's', sampling, draws }, name));
}

function factorOf(...pairs: readonly (readonly [string, string, number])[]) {
  return copulasOf(pairs.map(([one, other, rank]) => ({ one, other, rank })))[0]!.factor;
}

function reached(one: Float64Array, other: Float64Array): number {
  return rankCorrelation(rankColumn(one, null), rankColumn(other, null)).value!;
}

describe.each(METHODS)('%s columns', (sampling, correlate) => {
  test.each([-0.95, -0.5, 0.2, 0.5, 0.9])('reach a rank correlation of %d', (rank) => {
    const [one, other] = correlate(
      columns(sampling, 10_000, ['a', 'b']),
      factorOf(['a', 'b', rank]),
    );
    // The standard error of a rank correlation is at most about 1.1 (1 - r^2) over root n.
    expect(Math.abs(reached(one!, other!) - rank)).toBeLessThan((5.5 * (1 - rank * rank)) / 100);
  });

  test('reach all correlations of a group, and 0 where none is given', () => {
    const factor = factorOf(['a', 'b', 0.6], ['b', 'c', -0.4], ['c', 'd', 0.3]);
    const [a, b, c, d] = correlate(columns(sampling, 10_000, ['a', 'b', 'c', 'd']), factor);
    const pairs = [reached(a!, b!), reached(b!, c!), reached(c!, d!), reached(a!, c!)];
    for (const [index, due] of [0.6, -0.4, 0.3, 0].entries()) {
      expect(Math.abs(pairs[index]! - due)).toBeLessThan(0.055);
    }
  });

  // Source: W. F. Sheppard (1899), the share of a normal pair in one quadrant.
  test('lie in one quadrant as often as a normal pair does', () => {
    const [a, b] = correlate(columns(sampling, 10_000, ['a', 'b']), factorOf(['a', 'b', 0.5]));
    const share = a!.filter((u, k) => u < 0.5 && b![k]! < 0.5).length / 10_000;
    const due = 0.25 + Math.asin(scoreCorrelation(0.5)) / (2 * Math.PI);
    expect(Math.abs(share - due)).toBeLessThan(5 * Math.sqrt((due * (1 - due)) / 10_000));
  });

  test('keep the first, and whatever hangs on no column before it, bit for bit', () => {
    const own = columns(sampling, 200, ['a', 'b', 'c']);
    const [a, b, c] = correlate(own, factorOf(['a', 'c', 0.5], ['b', 'c', 0.5]));
    expect([a, b]).toEqual([own[0], own[1]]);
    expect(c).not.toEqual(own[2]);
  });

  test('are left as they were', () => {
    const own = columns(sampling, 200, ['a', 'b']);
    const before = own.map((column) => column.slice());
    correlate(own, factorOf(['a', 'b', 0.5]));
    expect(own).toEqual(before);
  });
});

describe('random columns', () => {
  test('of fewer draws are the beginning of more', () => {
    const factor = factorOf(['a', 'b', -0.7]);
    const [, few] = correlateRandom(columns('random', 300, ['a', 'b']), factor);
    const [, many] = correlateRandom(columns('random', 1000, ['a', 'b']), factor);
    expect(many!.slice(0, 300)).toEqual(few);
  });

  test('stay evenly spread', () => {
    const [, b] = correlateRandom(columns('random', 20_000, ['a', 'b']), factorOf(['a', 'b', 0.8]));
    const counts = new Array<number>(100).fill(0);
    for (const uniform of b!) counts[Math.floor(uniform * 100)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(Math.abs(chiSquare - 99)).toBeLessThan(5 * Math.sqrt(198));
  });

  test('never round to 0 or 1', () => {
    const least = Number.EPSILON / 2;
    const ends = Float64Array.of(least, 1 - least);
    const [, b] = correlateRandom([ends, ends], factorOf(['a', 'b', 0.7]));
    expect([...b!]).toEqual([least, 1 - least]);
  });

  test('golden bits', () => {
    const [, b] = correlateRandom(columns('random', 3, ['a', 'b']), factorOf(['a', 'b', 0.5]));
    expect([...b!]).toEqual([0.6139728546034382, 0.35015144891774413, 0.7210691325887849]);
  });
});

describe('Latin hypercubes', () => {
  const replicates = (column: Float64Array) =>
    Array.from({ length: REPLICATES }, (_, replicate) =>
      column.filter((_, draw) => replicateOf(draw) === replicate).sort(),
    );

  test('keep every value of every replicate', () => {
    const ranks = fc.oneof(
      fc.double({ min: -0.45, max: -0.01, noNaN: true }),
      fc.double({ min: 0.01, max: 0.9, noNaN: true }),
    );
    fc.assert(
      fc.property(ranks, fc.integer({ min: 1, max: 12 }), fc.string(), (rank, strata, name) => {
        const own = columns('latin-hypercube', strata * REPLICATES, ['a', 'b', name]);
        const factor = factorOf(['a', 'b', rank], ['a', 'c', rank], ['b', 'c', rank]);
        const mixed = correlateHypercube(own, factor);
        expect(mixed.map(replicates)).toEqual(own.map(replicates));
      }),
      { numRuns: 100 },
    );
  });

  test('keep the mean as close as it was', () => {
    const [, b] = correlateHypercube(
      columns('latin-hypercube', 1000, ['a', 'b']),
      factorOf(['a', 'b', 0.8]),
    );
    const mean = b!.reduce((sum, uniform) => sum + uniform) / 1000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * 1000) / 50);
  });

  test('golden bits', () => {
    const own = columns('latin-hypercube', 100, ['a', 'b']);
    const [, b] = correlateHypercube(own, factorOf(['a', 'b', 0.5]));
    expect([...b!.slice(0, 3)]).toEqual([
      0.452658732351847, 0.3874743229942396, 0.4190831834217533,
    ]);
  });
});
