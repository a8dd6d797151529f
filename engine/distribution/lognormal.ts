import { exp, log } from '../arithmetic/elementary.ts';
import { log1p } from '../arithmetic/log1p.ts';
import type { Family, Format } from './family.ts';
import type { DistributionForm } from './form.ts';
import { normalQuantile, Z95 } from './standard-normal.ts';
import { point, type Uniform } from './uniform.ts';

/** A positive value whose logarithm is normal with mean mu and standard deviation sigma. */
export interface Lognormal {
  readonly kind: 'lognormal';
  readonly mu: number;
  readonly sigma: number;
}

/** Makes the lognormal that has 90% of its values between low and high, 5% on either side. */
export function lognormalFromInterval(low: number, high: number): Lognormal {
  const mu = (log(low) + log(high)) / 2;
  return { kind: 'lognormal', mu, sigma: (log(high) - log(low)) / (2 * Z95) };
}

export const lognormal: Family<Lognormal> = {
  prepare:
    ({ mu, sigma }) =>
    (u) =>
      exp(mu + sigma * normalQuantile(u)),
  describe: ({ mu, sigma }, format) => ({
    text: 'lognormal, 90% in {low} to {high}',
    values: { low: format(exp(mu - sigma * Z95)), high: format(exp(mu + sigma * Z95)) },
  }),
};

export const lognormalForm: DistributionForm<Lognormal | Uniform> = {
  kind: 'lognormal',
  maps: [{ required: ['p5', 'p95'] }, { required: ['mean', 'sd'] }],
  pure: [],
  make: (parameters, format = String) => {
    const { p5, p95, mean, sd } = parameters;
    if (p5 !== undefined && p95 !== undefined) return fromPercentiles(p5, p95, format);
    return fromMoments(mean!, sd!, format);
  },
};

function fromPercentiles(p5: number, p95: number, format: Format): Lognormal | Uniform | string {
  if (p5 <= 0) return `a lognormal value is always above 0, so p5 cannot be ${format(p5)}`;
  if (p5 > p95) return `p5, ${format(p5)}, is above p95, ${format(p95)}`;
  return p5 === p95 ? point(p5) : lognormalFromInterval(p5, p95);
}

function fromMoments(mean: number, sd: number, format: Format): Lognormal | Uniform | string {
  if (mean <= 0)
    return `a lognormal value is always above 0, so its mean cannot be ${format(mean)}`;
  if (sd < 0) return `the standard deviation ${format(sd)} is below 0`;
  if (sd === 0) return point(mean);
  const variance = log1p((sd / mean) * (sd / mean));
  return { kind: 'lognormal', mu: log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}
