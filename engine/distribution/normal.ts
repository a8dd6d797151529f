import type { Family } from './family.ts';
import type { DistributionForm } from './form.ts';
import { normalQuantile, Z95 } from './standard-normal.ts';
import { makeTruncated, type TruncatedNormal } from './truncated-normal.ts';
import type { Uniform } from './uniform.ts';

/** The bell curve, without ends. */
export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}

/** Makes the normal that has 90% of its values between low and high. */
export function normalFromInterval(low: number, high: number): Normal {
  return { kind: 'normal', mean: low + (high - low) / 2, sd: (high - low) / (2 * Z95) };
}

export const normal: Family<Normal> = {
  prepare:
    ({ mean, sd }) =>
    (u) =>
      mean + sd * normalQuantile(u),
  describe: ({ mean, sd }, format) => {
    const [low, high] = [format(mean - sd * Z95), format(mean + sd * Z95)];
    return {
      text: 'normal, mean {mean}, sd {sd}, 90% in {low} to {high}',
      values: { mean: format(mean), sd: format(sd), low, high },
    };
  },
};

export const normalForm: DistributionForm<Normal | TruncatedNormal | Uniform> = {
  kind: 'normal',
  maps: [{ required: ['mean', 'sd'], optional: ['low', 'high'] }],
  pure: [],
  make: (parameters, format = String) => {
    const { mean, sd } = parameters as { mean: number; sd: number };
    const { low = -Infinity, high = Infinity } = parameters;
    if (sd < 0) return `the standard deviation ${format(sd)} is below 0`;
    if (low === -Infinity && high === Infinity) return { kind: 'normal', mean, sd };
    return makeTruncated({ kind: 'truncated-normal', mean, sd, low, high }, format);
  },
};
