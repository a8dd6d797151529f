import { type Beta, beta, betaForm } from './beta.ts';
import { type Choice, choice } from './choice.ts';
import type { Family, Format, Phrase, Quantile } from './family.ts';
import type { DistributionForm } from './form.ts';
import { type Lognormal, lognormal, lognormalForm, lognormalFromInterval } from './lognormal.ts';
import { type Normal, normal, normalForm, normalFromInterval } from './normal.ts';
import { type Pert, pert, pertForm } from './pert.ts';
import { type Table, table } from './table.ts';
import { type Triangular, triangular, triangularForm } from './triangular.ts';
import { type TruncatedNormal, truncatedNormal } from './truncated-normal.ts';
import { point, type Uniform, uniform, uniformForm } from './uniform.ts';

/** What is known of an uncertain value, as plain data. Units: base units. */
export type Distribution =
  | Uniform
  | Triangular
  | Pert
  | Normal
  | TruncatedNormal
  | Lognormal
  | Beta
  | Choice
  | Table;

type Kind = Distribution['kind'];

const FAMILIES: { readonly [K in Kind]: Family<Extract<Distribution, { kind: K }>> } = {
  uniform,
  triangular,
  pert,
  normal,
  'truncated-normal': truncatedNormal,
  lognormal,
  beta,
  choice,
  table,
};

/** The distributions that a user writes by their parameters, by the word for them. */
export const FORMS: ReadonlyMap<string, DistributionForm> = new Map(
  [uniformForm, triangularForm, pertForm, normalForm, lognormalForm, betaForm].map(
    (form: DistributionForm) => [form.kind, form],
  ),
);

function familyOf(distribution: Distribution): Family<Distribution> {
  return FAMILIES[distribution.kind] as Family<Distribution>;
}

/** Prepares a distribution's inverse cumulative function: for many values of one distribution. */
export function quantileFunction(distribution: Distribution): Quantile {
  return familyOf(distribution).prepare(distribution);
}

/** Computes the value that a share `uniform` of the distribution lies below. */
export function quantile(distribution: Distribution, uniform: number): number {
  return quantileFunction(distribution)(uniform);
}

/** Names a distribution in a short phrase, its numbers written by `format`. */
export function describe(distribution: Distribution, format: Format): Phrase {
  return familyOf(distribution).describe(distribution, format);
}

/**
 * Makes what `3 to 7` stands for: 90% of the values lie between the two, 5% on either side.
 * Lognormal where both ends are positive, else normal; equal ends are that value.
 */
export function interval(low: number, high: number): Distribution {
  if (low > high) throw new RangeError(`the interval ${low} to ${high} runs backwards`);
  if (low === high) return point(low);
  return low > 0 ? lognormalFromInterval(low, high) : normalFromInterval(low, high);
}
