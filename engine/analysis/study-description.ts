import type { Phrase } from '../distribution/family.ts';
import type { Language, Translations } from '../study/language.ts';
import type { Placed } from './applies.ts';
import type { ValidationDescription } from './validation.ts';

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
  /** Levers and the values that it takes for granted, as written; "" where it says something whatever is set. */
  readonly applies: string;
  /** The runs in which they are set otherwise: there its figures follow from what is set. */
  readonly appliesNot: readonly Placed[];
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

/** A rule of the model that has to hold in every draw and step. */
export interface CheckDescription {
  readonly module: string;
  readonly name: string;
  readonly formula: string;
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
  /** What it leaves out or cannot know, in its authors' words. */
  readonly limits: readonly string[];
  readonly asOf: string;
  /** First day of each step, as YYYY-MM-DD. */
  readonly steps: readonly string[];
  readonly stepName: 'month' | 'quarter' | 'year';
  readonly modules: readonly {
    readonly name: string;
    readonly title: string;
    readonly about: string;
  }[];
  /** What readers are told of elements of sets; of those that are not here they are told the name. */
  readonly labels: readonly { readonly element: string; readonly label: string }[];
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
  readonly checks: readonly CheckDescription[];
  /** How many model tests stand beside the model; no run runs them. */
  readonly tests: number;
  readonly sources: readonly SourceDescription[];
  /** The break-even's measure and conditions; null where the study asks for none. */
  readonly breakEven: {
    readonly measure: string;
    readonly success: string;
    readonly failure: string;
  } | null;
}
