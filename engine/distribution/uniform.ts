import type { Family } from './family.ts';
import type { DistributionForm } from './form.ts';

/** Every value from low to high is equally likely; where the two are equal it is that value. */
export interface Uniform {
  readonly kind: 'uniform';
  readonly low: number;
  readonly high: number;
}

/** Makes the distribution that always yields x. */
export function point(x: number): Uniform {
  return { kind: 'uniform', low: x, high: x };
}

export const uniform: Family<Uniform> = {
  prepare:
    ({ low, high }) =>
    (u) =>
      Math.min(low + u * (high - low), high),
  describe: ({ low, high }, format) =>
    low === high
      ? { text: 'exactly {value}', values: { value: format(low) } }
      : { text: 'uniform {low} to {high}', values: { low: format(low), high: format(high) } },
};

export const uniformForm: DistributionForm<Uniform> = {
  kind: 'uniform',
  list: ['low', 'high'],
  maps: [{ required: ['low', 'high'] }],
  pure: [],
  make: (parameters, format = String) => {
    const { low, high } = parameters as { low: number; high: number };
    if (low > high) return `the low end ${format(low)} is above the high end ${format(high)}`;
    return { kind: 'uniform', low, high };
  },
};
