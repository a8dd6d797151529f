import type { Position, Problem } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';
import type { Case } from './case.ts';
import type {
  AssumptionSetting,
  Clock,
  Extent,
  FormulaText,
  LeverSetting,
  ModelText,
  Settings,
} from './model-text.ts';

/**
 * One line of `expect` or `change`: a formula or the name of a measure, and what is expected of it; `extent` has
 * the one element that its indices stand for.
 */
export interface Expected {
  readonly formula: FormulaText;
  readonly extent: Extent;
  readonly expectation: SourceNode;
  readonly position: Position;
}

/** The inputs of one side of a model test. */
export interface Given {
  readonly scenario: string | null;
  readonly levers: Settings<LeverSetting>;
  readonly assumptions: Settings<AssumptionSetting>;
  readonly shocks: ReadonlyMap<string, number>;
}

/** A test of the model on its central path. */
export interface ModelTest {
  readonly name: string;
  readonly position: Position;
  /** The model of the study, or the same read on the sets of a case. */
  readonly model: ModelText;
  /** The case that the test was made of; null where it has none. */
  readonly of: Case | null;
  /** What is wrong with the case, so that the test cannot be run. */
  readonly faults: readonly Problem[];
  readonly clock: Clock;
  readonly given: Given;
  readonly against: Given;
  readonly expect: readonly Expected[];
  readonly change: readonly Expected[];
  readonly othersUnchanged: boolean;
}

/** A case that tests are made of, and what is wrong with it as a whole. */
export interface StudyCase {
  readonly of: Case;
  readonly faults: readonly Problem[];
}
