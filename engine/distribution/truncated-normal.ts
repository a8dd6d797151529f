import type { Family, Format } from './family.ts';
import { normalProbability, normalQuantile } from './standard-normal.ts';
import { point, type Uniform } from './uniform.ts';

/** The part of a normal that lies between low and high; mean and sd are those of the whole. */
export interface TruncatedNormal {
  readonly kind: 'truncated-normal';
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/** Bounds that leave less than this of the whole are taken for a slip of the pen. */
const LEAST_SHARE = 1e-9;

/** Checks the bounds; equal ones, or no spread, make a single value. */
export function makeTruncated(
  distribution: TruncatedNormal,
  format: Format,
): TruncatedNormal | Uniform | string {
  const { mean, sd, low, high } = distribution;
  if (low > high) return `the low end ${format(low)} is above the high end ${format(high)}`;
  if (low === high) return point(low);
  if (sd === 0 && mean >= low && mean <= high) return point(mean);
  if (sd > 0 && sharesOf(distribution).within >= LEAST_SHARE) return distribution;
  const whole = `a normal with mean ${format(mean)} and sd ${format(sd)}`;
  return `${whole} has hardly a value within ${format(low)} to ${format(high)}`;
}

/** Measures the shares of the whole below, above and within the bounds, each in its own tail. */
function sharesOf({ mean, sd, low, high }: TruncatedNormal) {
  const start = (low - mean) / sd;
  const end = (high - mean) / sd;
  const below = normalProbability(start);
  const above = normalProbability(-end);
  const within = start > 0 ? normalProbability(-start) - above : normalProbability(end) - below;
  return { below, above, within };
}

export const truncatedNormal: Family<TruncatedNormal> = {
  prepare: (distribution) => {
    const { mean, sd, low, high } = distribution;
    const { below, above, within } = sharesOf(distribution);
    return (u) => {
      // From the nearer tail: a probability close to 1 has lost its digits.
      const p = below + u * within;
      const z = p <= 0.5 ? normalQuantile(p) : -normalQuantile(above + (1 - u) * within);
      return Math.min(Math.max(mean + sd * z, low), high);
    };
  },
  describe: ({ mean, sd, low, high }, format) => ({
    text: 'normal, mean {mean}, sd {sd}, within {low} to {high}',
    values: { mean: format(mean), sd: format(sd), low: format(low), high: format(high) },
  }),
};
