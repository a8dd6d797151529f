import type { Phrase } from '../distribution/family.ts';
import type { LiveModel } from '../live/live-model.ts';
import type { Bands } from '../statistics/bands.ts';
import type { Figure } from '../statistics/figure.ts';
import type { Summary } from '../statistics/summary.ts';
import type { Language, Translations } from '../study/language.ts';
import type { Validation, ValidationDescription } from './validation.ts';

export type { Bands, Figure, Phrase, Summary };

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

/** What each report says of a measure. */
export interface MeasureDescription {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly unit: string;
  readonly formula: string;
  readonly better: 'higher' | 'lower' | 'neither';
  /** As written, for example ">= -0.3%"; empty where there is none. */
  readonly target: string;
  /** The same as numbers, in `unit`; null where there is none. */
  readonly bound: {
    readonly operator: '<' | '<=' | '>' | '>=';
    readonly value: number;
  } | null;
}

/** What each report says of a scenario. */
export interface ScenarioDescription {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly author: string;
  readonly notModelled: string;
  readonly file: string;
  readonly extends: readonly string[];
  readonly role: 'reference' | 'baseline' | 'scenario' | 'validation';
}

/** One lever, or one element of it, across scenarios. */
export interface LeverDescription {
  readonly module: string;
  readonly name: string;
  /** "" or for example "[cars]". */
  readonly element: string;
  readonly about: string;
  readonly unit: string;
  /** By scenario, in the order of `scenarios` and then `validationScenarios`: the value as text, terms included. */
  readonly values: readonly string[];
  /** By scenario: whether it differs from the baseline's. */
  readonly differs: readonly boolean[];
}

/** One assumption, or one element of it. */
export interface AssumptionDescription {
  readonly module: string;
  readonly name: string;
  readonly element: string;
  readonly about: string;
  readonly unit: string;
  /** Value of the central path, in `unit`. */
  readonly central: number;
  /** The distribution in words with its 5% and 95% points; null where it is certain. */
  readonly distribution: Phrase | null;
  readonly p5: number | null;
  readonly p95: number | null;
  readonly source: string;
  readonly why: string;
  /** Scenarios that set it otherwise, and how. */
  readonly overrides: readonly { readonly scenario: string; readonly text: string }[];
}

/** One shock: a random input drawn anew at every step. */
export interface ShockDescription {
  readonly module: string;
  readonly name: string;
  readonly element: string;
  readonly about: string;
  readonly distribution: Phrase;
}

/** Two uncertainties or two shocks that are drawn together, named as in "trade.elasticity[cars]". */
export interface CorrelationDescription {
  readonly one: string;
  readonly other: string;
  /** The rank correlation (Spearman) asked for. */
  readonly rank: number;
}

/** One equation as the author wrote it. */
export interface EquationDescription {
  readonly module: string;
  readonly name: string;
  readonly over: string;
  readonly unit: string;
  readonly about: string;
  readonly formula: string;
  /** Where the search begins for what makes `formula` 0; "" where the formula is the value. */
  readonly guess: string;
  readonly starts: string;
}

/** One source, how many assumptions rest on it, and how many published estimates it is the source of. */
export interface SourceDescription {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly address: string;
  readonly note: string;
  /** Why it may be used although it is later than the study; "" where it is not. */
  readonly whyLater: string;
  readonly uses: number;
  readonly estimates: number;
}

/** A state of the world imposed on every scenario, or a selection of draws. */
export interface ConditionDescription {
  readonly name: string;
  readonly title: string;
  readonly kind: 'impose' | 'when';
  readonly text: string;
}

/** A variable whose path is reported. */
export interface TrajectoryDescription {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly formula: string;
}

/** The study in words: everything a reader of the workbook needs to know about where numbers come from. */
export interface StudyDescription {
  readonly name: string;
  /** What its texts are in, here and now. */
  readonly language: Language;
  /** By language, what its texts as written are in that one; see `translateStudy`. */
  readonly translations: Translations;
  readonly title: string;
  readonly question: string;
  readonly about: string;
  readonly asOf: string;
  /** First day of each step, as YYYY-MM-DD. */
  readonly steps: readonly string[];
  readonly stepName: 'month' | 'quarter' | 'year';
  readonly modules: readonly {
    readonly name: string;
    readonly title: string;
    readonly about: string;
  }[];
  readonly scenarios: readonly ScenarioDescription[];
  /** Those that run for the validation alone. */
  readonly validationScenarios: readonly ScenarioDescription[];
  readonly validations: readonly ValidationDescription[];
  readonly measures: readonly MeasureDescription[];
  /** Names of the measures that come first in a summary. */
  readonly headline: readonly string[];
  readonly conditions: readonly ConditionDescription[];
  readonly trajectories: readonly TrajectoryDescription[];
  readonly levers: readonly LeverDescription[];
  readonly assumptions: readonly AssumptionDescription[];
  readonly shocks: readonly ShockDescription[];
  readonly correlations: readonly CorrelationDescription[];
  readonly equations: readonly EquationDescription[];
  readonly sources: readonly SourceDescription[];
  /** The break-even's measure and conditions; null where the study asks for none. */
  readonly breakEven: {
    readonly measure: string;
    readonly success: string;
    readonly failure: string;
  } | null;
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
  readonly provenance: Provenance;
}
