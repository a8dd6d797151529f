import { describe, expect, it } from 'vitest';
import { type Distribution, quantileFunction } from '../../engine/distribution/distribution.ts';
import { shockUniforms, uncertaintyUniforms } from '../../engine/draw/sample.ts';
import { summarise } from '../../engine/statistics/summary.ts';

const SEEDS = Array.from({ length: 20 }, (_, at) => `seed ${at}`);
const DRAWS = 10_000;

/** The normal distribution function, by its series and its continued fraction. Source: Abramowitz and Stegun 26.2. */
function normalBelow(x: number): number {
  const density = Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) < 3) {
    let [term, sum] = [x, x];
    for (let k = 1; Math.abs(term) > 1e-17; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let tail = Math.abs(x);
  for (let k = 40; k > 0; k--) tail = Math.abs(x) + k / tail;
  return x > 0 ? 1 - density / tail : density / tail;
}

/** The distribution function of a beta on 0 to 1: its density added up by Simpson's rule, and read off in between. */
function betaBelow(alpha: number, beta: number): (x: number) => number {
  const pieces = 4000;
  const density = (x: number) => x ** (alpha - 1) * (1 - x) ** (beta - 1);
  const sums = [0];
  for (let at = 0; at < pieces; at++) {
    const [a, b] = [at / pieces, (at + 1) / pieces];
    sums.push(sums[at]! + (density(a) + 4 * density((a + b) / 2) + density(b)) / (6 * pieces));
  }
  return (x) => {
    const at = Math.min(pieces - 1, Math.floor(x * pieces));
    const share = x * pieces - at;
    return (sums[at]! * (1 - share) + sums[at + 1]! * share) / sums[pieces]!;
  };
}

const WITHIN = normalBelow(1) - normalBelow(-1);
const NARROW = betaBelow(40, 3);
const PERT = betaBelow(1 + (4 * 1.3) / 4, 1 + (4 * 2.7) / 4);

/** Distributions and what share of them lies below x, by formulas that the engine does not use. */
const KNOWN: readonly (readonly [distribution: Distribution, below: (x: number) => number])[] = [
  [{ kind: 'uniform', low: -2, high: 4 }, (x) => (x + 2) / 6],
  [
    { kind: 'triangular', low: 3, mode: 4.3, high: 7 },
    (x) => (x < 4.3 ? (x - 3) ** 2 / (4 * 1.3) : 1 - (7 - x) ** 2 / (4 * 2.7)),
  ],
  [{ kind: 'normal', mean: 5, sd: 2 }, (x) => normalBelow((x - 5) / 2)],
  [{ kind: 'lognormal', mu: 0.5, sigma: 0.4 }, (x) => normalBelow((Math.log(x) - 0.5) / 0.4)],
  [
    { kind: 'truncated-normal', mean: 5, sd: 2, low: 3, high: 7 },
    (x) => (normalBelow((x - 5) / 2) - normalBelow(-1)) / WITHIN,
  ],
  [{ kind: 'beta', alpha: 2, beta: 3, low: 0, high: 1 }, (x) => x ** 2 * (6 - 8 * x + 3 * x ** 2)],
  [
    { kind: 'beta', alpha: 0.5, beta: 0.5, low: 0, high: 1 },
    (x) => (2 / Math.PI) * Math.asin(Math.sqrt(x)),
  ],
  [{ kind: 'beta', alpha: 40, beta: 3, low: -1, high: 1 }, (x) => NARROW((x + 1) / 2)],
  [{ kind: 'pert', low: 3, mode: 4.3, high: 7 }, (x) => PERT((x - 3) / 4)],
];

/** Chance of a Kolmogorov-Smirnov distance as large where the distributions agree. */
function ksChance(shares: Float64Array): number {
  const sorted = shares.toSorted();
  const count = sorted.length;
  let distance = 0;
  for (const [at, share] of sorted.entries()) {
    distance = Math.max(distance, share - at / count, (at + 1) / count - share);
  }
  const scaled = (Math.sqrt(count) + 0.12 + 0.11 / Math.sqrt(count)) * distance;
  let chance = 0;
  for (let k = 1; k <= 100; k++)
    chance += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * (k * scaled) ** 2);
  return Math.min(1, Math.max(0, chance));
}

/** The Anderson-Darling distance from the uniform distribution, which looks at the tails. */
function adDistance(shares: Float64Array): number {
  const sorted = shares.toSorted();
  const count = sorted.length;
  let sum = 0;
  for (const [at, share] of sorted.entries()) {
    sum += (2 * at + 1) * (Math.log(share) + Math.log1p(-sorted[count - 1 - at]!));
  }
  return -count - sum / count;
}

describe.each(KNOWN)('draws of %o', (distribution, below) => {
  it('are of their distribution in the middle and in the tails, for every seed', () => {
    const at = quantileFunction(distribution);
    const shares = SEEDS.map((seed) =>
      uncertaintyUniforms({ seed, sampling: 'random', draws: DRAWS }, 'x').map((u) => below(at(u))),
    );
    const chances = shares.map(ksChance);
    expect(Math.min(...chances)).toBeGreaterThan(1e-4);
    // Of chances that are themselves uniform, twenty lie so far apart.
    expect(ksChance(Float64Array.from(chances))).toBeGreaterThan(1e-4);
    // One sample in ten thousand lies beyond 8.
    expect(Math.max(...shares.map(adDistance))).toBeLessThan(8);
  });
});

describe('uniforms', () => {
  it('of shocks are uniform in every step, and over steps of one draw', () => {
    const steps = 50;
    const all = shockUniforms({ seed: 's', sampling: 'random', draws: 2000 }, 'z', steps);
    for (let step = 0; step < steps; step++) {
      expect(ksChance(all.slice(step * 2000, (step + 1) * 2000))).toBeGreaterThan(1e-5);
    }
    const ofDraw = (draw: number) =>
      Float64Array.from({ length: steps }, (_, at) => all[at * 2000 + draw]!);
    const chances = Float64Array.from({ length: 500 }, (_, draw) => ksChance(ofDraw(draw)));
    expect(ksChance(chances)).toBeGreaterThan(1e-5);
  });
});

/** The 95% point of a mean of twenty replicates. Source: Student's t with 19 degrees of freedom. */
const T95 = 2.093;
const REPEATS = 1000;

/** How often the stated interval holds the true mean of what two uniforms make. */
function coverage(
  sampling: 'random' | 'latin-hypercube',
  f: (u: number, v: number) => number,
  truth: number,
): number {
  const held = Array.from({ length: REPEATS }, (_, at) => {
    const settings = { seed: `c${at}`, sampling, draws: 400 };
    const [u, v] = ['x', 'y'].map((name) => uncertaintyUniforms(settings, name));
    const { mean } = summarise(
      u!.map((one, draw) => f(one, v![draw]!)),
      null,
    );
    return Math.abs(mean.value! - truth) <= T95 * mean.error!;
  });
  return held.filter((one) => one).length / REPEATS;
}

describe.each(['random', 'latin-hypercube'] as const)(
  'stated intervals, sampled by %s',
  (sampling) => {
    const normal = quantileFunction({ kind: 'normal', mean: 0, sd: 1 });

    it.each<[string, (u: number, v: number) => number, number]>([
      ['u v', (u, v) => u * v, 1 / 4],
      ['a product of normals', (u, v) => normal(u) * normal(v), 0],
      ['an interaction with a jump', (u, v) => (u + v > 1.5 ? 1 : 0), 1 / 8],
    ])('of the mean of %s hold the truth in 95 of 100 repeats', (_, f, truth) => {
      // Three standard errors of a share of a thousand repeats.
      expect(Math.abs(coverage(sampling, f, truth) - 0.95)).toBeLessThan(0.021);
    });

    it('hold it less often where few draws meet a long tail', () => {
      const skewed = coverage(sampling, (u, v) => Math.exp(normal(u)) + normal(v), Math.exp(0.5));
      expect(skewed).toBeGreaterThan(0.87);
      expect(skewed).toBeLessThan(0.97);
    });
  },
);

/** Finds by what power of the number of draws the error of a mean falls. */
function slopeOf(
  sampling: 'random' | 'latin-hypercube',
  f: (u: number) => number,
  truth: number,
): number {
  const sizes = [100, 400, 1600, 6400];
  const points = sizes.map((draws) => {
    const squares = Array.from({ length: 400 }, (_, at) => {
      const { mean } = summarise(
        uncertaintyUniforms({ seed: `r${at}`, sampling, draws }, 'x').map(f),
        null,
      );
      return (mean.value! - truth) ** 2;
    });
    return [
      Math.log(draws),
      Math.log(squares.reduce((sum, x) => sum + x, 0) / squares.length) / 2,
    ] as const;
  });
  const middle = (index: 0 | 1) =>
    points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [middle(0), middle(1)];
  const products = points.map(([a, b]) => (a - x) * (b - y));
  const squares = points.map(([a]) => (a - x) ** 2);
  const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
  return total(products) / total(squares);
}

describe('the error of a mean', () => {
  it('falls with the root of the number of random draws', () => {
    const slope = slopeOf('random', (u) => u ** 2, 1 / 3);
    expect(Math.abs(slope + 0.5)).toBeLessThan(0.05);
  });

  it('falls three times as fast where a hypercube covers what it depends on', () => {
    expect(slopeOf('latin-hypercube', (u) => u ** 2, 1 / 3)).toBeLessThan(-1.4);
  });
});
