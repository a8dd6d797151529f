import type { RankedPair } from '../distribution/gaussian-copula.ts';
import type { Day } from '../quantity/calendar.ts';
import type { Unit } from '../quantity/unit.ts';
import type { Language, Translations } from './language.ts';
import type { ModelTest, StudyCase } from './model-test.ts';
import type {
  AssumptionSetting,
  Clock,
  Extent,
  FormulaText,
  LeverSetting,
  ModelText,
  Settings,
} from './model-text.ts';
import type { GivenLevers } from './read-given-levers.ts';
import type { Labels } from './read-labels.ts';

/** The files of a study: path below its folder, `/` between names, to bytes. */
export type StudyFiles = ReadonlyMap<string, Uint8Array>;

/** A resolved scenario: every lever has a value, ancestors and terms applied. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly author: string;
  readonly notModelled: string;
  readonly file: string;
  readonly extends: readonly string[];
  readonly levers: Settings<LeverSetting>;
  /** Levers (as `module.name`) that the scenario or an ancestor set itself. */
  readonly sets: ReadonlySet<string>;
  readonly assumptions: Settings<AssumptionSetting>;
  /** What it would be if its own file said nothing: its ancestors, over the defaults. */
  readonly inherited: {
    readonly levers: Settings<LeverSetting>;
    readonly assumptions: Settings<AssumptionSetting>;
  };
}

/** A bound such as `>= -0.3%`; `value` in base units. */
export interface Bound {
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly value: number;
  readonly text: string;
}

/** A number per draw that scenarios are compared on; `extent` has the one element that it is for. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly formula: FormulaText;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly target: Bound | null;
  /** Levers and the values that it takes for granted; null where it says something whatever is set. */
  readonly applies: GivenLevers | null;
}

/** A state imposed on every scenario, or a selection of draws. */
export type Condition =
  | {
      readonly kind: 'impose';
      readonly name: string;
      readonly title: string;
      readonly levers: Settings<LeverSetting>;
      readonly text: string;
    }
  | {
      readonly kind: 'when';
      readonly name: string;
      readonly title: string;
      readonly when: FormulaText;
    };

/** A variable whose path is reported; `extent` has the one element that it is for. */
export interface Trajectory {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly formula: FormulaText;
}

/** Where a number comes from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly address: string;
  readonly note: string;
  /** Why it may be used although it is later than the study; "" where it is not. */
  readonly whyLater: string;
}

/** Which measure and conditions the break-even of each offer is computed from. */
export interface BreakEvenRequest {
  readonly measure: string;
  readonly success: string;
  readonly failure: string;
  readonly scenarios: readonly string[];
}

/** A number or a range that somebody published, in base units. One number: `low` and `high` are the same. */
export interface Published {
  readonly low: number;
  readonly high: number;
  /** The same ends, half a unit of their last printed digit further out. */
  readonly from: number;
  readonly to: number;
}

/** A published estimate that the study's own answer is held beside. Nothing is tuned to meet it. */
export interface Validation {
  readonly name: string;
  readonly title: string;
  readonly by: string;
  readonly source: string;
  readonly scenario: string;
  /** The scenario that a change is taken from; "" for a level. */
  readonly against: string;
  readonly compare: 'relative' | 'difference' | 'level';
  readonly unit: Unit;
  readonly formula: FormulaText;
  readonly published: Published;
  /** An estimate that the model was calibrated to says nothing about it. */
  readonly usedInCalibration: boolean;
  readonly why: string;
}

/** How draws are made. */
export type SamplingMethod = 'random' | 'latin-hypercube';

/** The lines of what has no place of its own: keys of study.yaml, and sets of model/model.yaml. */
export interface StudyLines {
  readonly frame: ReadonlyMap<string, number>;
  readonly sets: ReadonlyMap<string, number>;
}

/** A study with every default filled in; formulas are still text. */
export interface Study {
  readonly lines: StudyLines;
  readonly title: string;
  readonly question: string;
  readonly about: string;
  /** What it leaves out or cannot know. */
  readonly limits: readonly string[];
  /** What its texts are written in. */
  readonly language: Language;
  readonly translations: Translations;
  readonly asOf: string;
  readonly asOfDay: Day;
  readonly clock: Clock;
  readonly draws: number;
  readonly seed: string;
  readonly sampling: SamplingMethod;
  readonly reference: string;
  readonly baseline: string;
  readonly model: ModelText;
  readonly labels: Labels;
  readonly scenarios: readonly Scenario[];
  /** The `when:` of every term that any scenario file writes, listed or not, inherited by another or not. */
  readonly whens: readonly FormulaText[];
  readonly measures: readonly Measure[];
  readonly conditions: readonly Condition[];
  /** Pairs of uncertainties and pairs of shocks, by name, as in "trade.elasticity[cars]"; in order of name. */
  readonly correlations: readonly RankedPair[];
  readonly trajectories: readonly Trajectory[];
  /** Measures that come first in a summary. */
  readonly headline: readonly string[];
  readonly breakEven: BreakEvenRequest | null;
  readonly validations: readonly Validation[];
  /** Scenarios that are not among `scenarios` and run for the validation alone. */
  readonly validationScenarios: readonly Scenario[];
  readonly sources: readonly Source[];
  readonly tests: readonly ModelTest[];
  /** The cases that some of the tests are made of. */
  readonly cases: readonly StudyCase[];
}
