import { prepareBetaQuantile } from './beta-quantile.ts';
import type { Family } from './family.ts';
import type { DistributionForm } from './form.ts';

/** A bell, slope or bowl between low and high, as alpha and beta bend it. */
export interface Beta {
  readonly kind: 'beta';
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly high: number;
}

/** Above this a beta distribution is a narrow normal, and its fraction needs ever more terms. */
const LARGEST_SHAPE = 1e6;

export const beta: Family<Beta> = {
  prepare: ({ alpha, beta: other, low, high }) => {
    const unit = prepareBetaQuantile(alpha, other);
    return (u) => Math.min(low + unit(u) * (high - low), high);
  },
  describe: ({ alpha, beta: other, low, high }, format) => ({
    text: 'beta {alpha}, {beta} from {low} to {high}',
    values: { alpha: `${alpha}`, beta: `${other}`, low: format(low), high: format(high) },
  }),
};

export const betaForm: DistributionForm<Beta> = {
  kind: 'beta',
  list: ['alpha', 'beta'],
  maps: [{ required: ['alpha', 'beta'], optional: ['low', 'high'] }],
  pure: ['alpha', 'beta'],
  make: (parameters, format = String) => {
    const { alpha, beta: other } = parameters as { alpha: number; beta: number };
    const { low = 0, high = 1 } = parameters;
    for (const [name, shape] of [
      ['alpha', alpha],
      ['beta', other],
    ] as const) {
      if (shape <= 0) return `${name} must be above 0, and ${shape} is not`;
      if (shape > LARGEST_SHAPE) return `${name} may be at most ${LARGEST_SHAPE}, not ${shape}`;
    }
    if (low > high) return `the low end ${format(low)} is above the high end ${format(high)}`;
    return { kind: 'beta', alpha, beta: other, low, high };
  },
};
