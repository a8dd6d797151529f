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
  if (sd > 0 && Math.abs(shareOf(distribution).share) >= LEAST_SHARE) return distribution;
  const whole = `a normal with mean ${format(mean)} and sd ${format(sd)}`;
  return `${whole} has hardly a value within ${format(low)} to ${format(high)}`;
}

/**
 * Measures the part in the tail where it lies, whose probabilities keep their digits: `sign` is 1
 * for the lower tail and -1 for the upper one, read from its far end.
 */
function shareOf({ mean, sd, low, high }: TruncatedNormal) {
  const sign = low > mean ? -1 : 1;
  const start = normalProbability((sign * (low - mean)) / sd);
  const share = normalProbability((sign * (high - mean)) / sd) - start;
  return { sign, start, share };
}

export const truncatedNormal: Family<TruncatedNormal> = {
  prepare: (distribution) => {
    const { mean, sd, low, high } = distribution;
    const { sign, start, share } = shareOf(distribution);
    return (u) => {
      const x = mean + sign * sd * normalQuantile(start + u * share);
      return Math.min(Math.max(x, low), high);
    };
  },
  describe: ({ mean, sd, low, high }, format) =>
    `normal, mean ${format(mean)}, sd ${format(sd)}, within ${format(low)} to ${format(high)}`,
};
