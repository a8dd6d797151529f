import type { Summary } from '../../engine/statistics/summary.ts';

const Z95 = 1.6448536269514722;
const MU = Math.log(10) / 2;
const SIGMA = Math.log(10) / (2 * Z95);
const lognormal = (mu: number, sigma: number) => ({
  mean: Math.exp(mu + sigma ** 2 / 2),
  deviation: Math.exp(mu + sigma ** 2 / 2) * Math.sqrt(Math.expm1(sigma ** 2)),
  p5: Math.exp(mu - Z95 * sigma),
  median: Math.exp(mu),
  p95: Math.exp(mu + Z95 * sigma),
});
const normal = (mean: number, deviation: number) => ({
  mean,
  deviation,
  p5: mean - Z95 * deviation,
  median: mean,
  p95: mean + Z95 * deviation,
});

/** What is known of an answer. */
export type Truth = Partial<Readonly<Record<keyof Summary, number>>>;

/**
 * Models whose answers are known by pencil: u, v uniform; k, n normal; l lognormal with 5% and 95% at 1 and 10;
 * t triangular; b beta; c a choice; r normal and correlated with n; z a shock of each month.
 */
export const MODELS: readonly (readonly [formula: string, truth: Truth])[] = [
  ['k + n', normal(1, Math.sqrt(5))],
  ['3 * k - n + 2', normal(1, Math.sqrt(13))],
  ['u * v', { mean: 1 / 4, deviation: Math.sqrt(1 / 9 - 1 / 16) }],
  [
    'max(u, v)',
    { mean: 2 / 3, deviation: Math.sqrt(1 / 18), median: Math.SQRT1_2, p95: Math.sqrt(0.95) },
  ],
  ['min(u, v)', { mean: 1 / 3, deviation: Math.sqrt(1 / 18), p5: 1 - Math.sqrt(0.95) }],
  [
    'u ^ 2',
    { mean: 1 / 3, deviation: Math.sqrt(1 / 5 - 1 / 9), p5: 0.0025, median: 0.25, p95: 0.9025 },
  ],
  ['u ^ 0.5', { mean: 2 / 3, deviation: Math.sqrt(1 / 18), median: Math.SQRT1_2 }],
  ['u - v', { mean: 0, deviation: Math.sqrt(1 / 6), median: 0, p95: 1 - Math.sqrt(0.1) }],
  ['u + v', { mean: 1, deviation: Math.sqrt(1 / 6), p5: Math.sqrt(0.1) }],
  ['-log(u)', { mean: 1, deviation: 1, p5: -Math.log(0.95), median: Math.LN2, p95: Math.log(20) }],
  ['-log(u) - log(v)', { mean: 2, deviation: Math.SQRT2, median: 1.6783469900166612 }],
  ['exp(k)', lognormal(0, 1)],
  ['l', lognormal(MU, SIGMA)],
  ['l ^ 2', lognormal(2 * MU, 2 * SIGMA)],
  ['l / exp(k)', lognormal(MU, Math.hypot(SIGMA, 1))],
  ['1 / l', lognormal(-MU, SIGMA)],
  [
    'abs(k)',
    {
      mean: Math.sqrt(2 / Math.PI),
      deviation: Math.sqrt(1 - 2 / Math.PI),
      median: 0.6744897501960817,
    },
  ],
  ['k ^ 2', { mean: 1, deviation: Math.SQRT2, median: 0.454936423119572 }],
  [
    'max(k, 0)',
    { mean: 1 / Math.sqrt(2 * Math.PI), deviation: Math.sqrt(0.5 - 1 / (2 * Math.PI)) },
  ],
  ['if(u < 0.3, 1, 0)', { mean: 0.3, deviation: Math.sqrt(0.21) }],
  ['if(u < v, u, v + 1)', { mean: 1 / 3 + 1 / 2 }],
  ['logistic(log(u / (1 - u)))', { mean: 0.5, deviation: Math.sqrt(1 / 12), median: 0.5 }],
  [
    't',
    { mean: 4 / 3, deviation: Math.sqrt(7 / 18), median: 3 - Math.sqrt(3), p5: Math.sqrt(0.15) },
  ],
  ['b', { mean: 0.4, deviation: 0.2 }],
  ['c', { mean: 3.3, deviation: Math.sqrt(0.2 + 0.3 * 4 + 0.5 * 25 - 3.3 ** 2) }],
  ['n + r', normal(1, Math.sqrt(5 + 4 * 2 * Math.sin(Math.PI / 12)))],
  ['final(walk)', normal(0, Math.sqrt(12))],
  ['final(ar)', normal(0, Math.sqrt((1 - 0.25 ** 12) / 0.75))],
  ['average(z)', normal(0, 1 / Math.sqrt(12))],
  [
    'final(growth)',
    { mean: (1.1 ** 13 - 1) / 1.3, median: 1.05 ** 12, p5: 1.005 ** 12, p95: 1.095 ** 12 },
  ],
  ['final(root)', { mean: 2 / 3, median: Math.SQRT1_2 }],
  ['total(flow)', { mean: 1 / 2, deviation: Math.sqrt(1 / 12) }],
];
