import type { LiveModel } from '../live/live-model.ts';
import type { Bands } from '../statistics/bands.ts';
import type { Figure } from '../statistics/figure.ts';
import type { Summary } from '../statistics/summary.ts';
import type { StudyDescription } from './study-description.ts';
import type { Validation } from './validation.ts';

export type { Bands, Figure, Summary };

/**
 * One scenario under one condition. `condition` null: as drawn.
 * Shape: `outcomes[measureIndex][k]` for the k-th selected draw; `drawIndices[k]` says which draw that is.
 * Units: each measure's declared unit.
 */
export interface Run {
  readonly scenario: string;
  readonly condition: string | null;
  readonly drawIndices: Uint32Array;
  readonly outcomes: readonly Float64Array[];
  /** By trajectory, in its declared unit; empty for runs under a condition. */
  readonly bands: readonly Bands[];
}

/** One measure of one scenario under one condition, beside the baseline and the reference. */
export interface Comparison {
  readonly measure: string;
  readonly scenario: string;
  readonly condition: string | null;
  readonly outcome: Summary;
  /** Paired by draw: this scenario minus the other, under the same condition. Null where draws differ. */
  readonly againstBaseline: Summary | null;
  readonly againstReference: Summary | null;
  /** Share of draws strictly better than the baseline, and share exactly equal to it. */
  readonly beatsBaseline: Figure | null;
  readonly equalsBaseline: Figure | null;
  /** Share of draws that meet the measure's target; null where it has none. */
  readonly meetsTarget: Figure | null;
}

/** What an uncertainty has to do with a measure, over the draws of a scenario as drawn. */
export interface Driver {
  readonly measure: string;
  readonly scenario: string;
  readonly uncertainty: string;
  /** Spearman's rank correlation; null where one of them does not vary. */
  readonly correlation: Figure;
  /** Mean of the measure in the fifth of draws where the uncertainty is lowest, and where it is highest; in its unit. */
  readonly lowest: Figure;
  readonly highest: Figure;
}

/**
 * By how much an offer must raise the probability of success to pay for itself:
 * mean cost over mean gain. `cost` is the baseline minus the offer where the talks fail, `gain` the offer
 * with success minus the offer without it, both in the measure's unit and signed so that positive
 * cost is worse and positive gain is better. `ratios` is the draw-by-draw ratio.
 */
export interface BreakEven {
  readonly scenario: string;
  readonly measure: string;
  readonly cost: Summary;
  readonly gain: Summary;
  readonly rise: Figure;
  readonly ratios: Summary;
}

/**
 * By how much a scenario falls short of the best of its contenders in each draw, in the measure's direction and unit;
 * never below 0. Contenders are all scenarios that are compared but the reference.
 */
export interface Regret {
  readonly measure: string;
  readonly scenario: string;
  readonly regret: Summary;
  /** Share of draws in which no contender does better; those that are as good count for each of them. */
  readonly best: Figure;
}

/** What held in every draw and step of every simulation: a run in which it does not ends with an error. */
export interface Held {
  /** How often the scenarios were simulated: as drawn, under conditions and for the validation. */
  readonly simulations: number;
  /** Checks of the model, for all elements. */
  readonly checks: number;
  /** What was solved for, for all elements. */
  readonly unknowns: number;
}

/** Enough to repeat the run to the bit. */
export interface Provenance {
  readonly engineVersion: string;
  readonly numericsVersion: string;
  readonly seed: string;
  readonly draws: number;
  readonly sampling: 'random' | 'latin-hypercube';
  /** Every input file, LF line ends, with its SHA-256; sorted by path. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** SHA-256 over everything computed. */
  readonly digest: string;
}

/** Everything a run yields: what was said, what came out, how they compare, and how to repeat it. */
export interface Results {
  readonly study: StudyDescription;
  readonly runs: readonly Run[];
  readonly comparisons: readonly Comparison[];
  readonly drivers: readonly Driver[];
  /** By correlation of the study: what the draws of the baseline reach of it, a shock's over its first steps. */
  readonly reachedCorrelations: readonly Figure[];
  readonly breakEvens: readonly BreakEven[];
  readonly regrets: readonly Regret[];
  readonly validations: readonly Validation[];
  /** The model as rows of formulas; null where a sheet cannot hold it, or a central path cannot be computed. */
  readonly live: LiveModel | null;
  readonly held: Held;
  readonly provenance: Provenance;
}

/** What a run yields before anything is compared: all that a lock is made of. */
export type PlainResults = Pick<Results, 'study' | 'runs' | 'validations' | 'provenance'>;
