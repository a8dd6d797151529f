import type { Position } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';
import type {
  AssumptionSetting,
  Clock,
  FormulaText,
  LeverSetting,
  Settings,
} from './model-text.ts';

/** One line of `expect` or `change`: a formula or the name of a measure, and what is expected of it. */
export interface Expected {
  readonly formula: FormulaText;
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
  readonly clock: Clock;
  readonly given: Given;
  readonly against: Given;
  readonly expect: readonly Expected[];
  readonly change: readonly Expected[];
  readonly othersUnchanged: boolean;
}
