import type { Distribution } from '../../../engine/distribution/distribution.ts';

/** A distribution with what is known of it by pencil. */
export interface Specimen {
  readonly distribution: Distribution;
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

const INFINITE = { low: -Infinity, high: Infinity };

// Moments of the truncated normal: mean + sd (phi(a) - phi(b)) / share, and so on; here a = -b = -1.
const SHARE_WITHIN_1 = 0.6826894921370859;
const PHI_AT_1 = 0.24197072451914337;

/** At least one of each kind, and the shapes that are hard. */
export const SPECIMENS: readonly Specimen[] = [
  {
    distribution: { kind: 'uniform', low: -2, high: 4 },
    mean: 1,
    sd: Math.sqrt(3),
    low: -2,
    high: 4,
  },
  {
    distribution: { kind: 'triangular', low: 3, mode: 4.3, high: 7 },
    mean: 14.3 / 3,
    sd: Math.sqrt((9 + 18.49 + 49 - 12.9 - 21 - 30.1) / 18),
    low: 3,
    high: 7,
  },
  {
    distribution: { kind: 'pert', low: 3, mode: 4.3, high: 7 },
    mean: 27.2 / 6,
    sd: Math.sqrt(((27.2 / 6 - 3) * (7 - 27.2 / 6)) / 7),
    low: 3,
    high: 7,
  },
  { distribution: { kind: 'normal', mean: 5, sd: 2 }, mean: 5, sd: 2, ...INFINITE },
  {
    distribution: { kind: 'truncated-normal', mean: 5, sd: 2, low: 3, high: 7 },
    mean: 5,
    sd: 2 * Math.sqrt(1 - (2 * PHI_AT_1) / SHARE_WITHIN_1),
    low: 3,
    high: 7,
  },
  {
    distribution: { kind: 'lognormal', mu: 0.5, sigma: 0.4 },
    mean: Math.exp(0.58),
    sd: Math.exp(0.58) * Math.sqrt(Math.expm1(0.16)),
    low: 0,
    high: Infinity,
  },
  {
    distribution: { kind: 'beta', alpha: 0.5, beta: 0.5, low: 0, high: 1 },
    mean: 0.5,
    sd: Math.sqrt(1 / 8),
    low: 0,
    high: 1,
  },
  {
    distribution: { kind: 'beta', alpha: 40, beta: 3, low: -1, high: 1 },
    mean: -1 + 80 / 43,
    sd: 2 * Math.sqrt(120 / (43 * 43 * 44)),
    low: -1,
    high: 1,
  },
  {
    distribution: { kind: 'choice', values: [10, 2, 5], weights: [1, 1, 2] },
    mean: 5.5,
    sd: Math.sqrt(38.5 - 30.25),
    low: 2,
    high: 10,
  },
  {
    distribution: { kind: 'table', values: [4, 1, 3, 2] },
    mean: 2.5,
    sd: Math.sqrt(1.25),
    low: 1,
    high: 4,
  },
];
