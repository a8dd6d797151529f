import type { Rule } from '../formula/rule.ts';
import type { Term } from '../formula/term.ts';
import type { Position } from '../problem.ts';
import type { Dimension } from '../quantity/dimension.ts';
import type { Unit } from '../quantity/unit.ts';
import { inputLabel } from '../study/label.ts';
import type { Clock, Extent } from '../study/model-text.ts';

/**
 * What a variable is; `time` are the built-in ones of the step, `watched` a formula of a measure, `part` what was
 * taken out of an equation: it may stand where the equation does not look, and need not be finite.
 */
export type VariableKind =
  | 'time'
  | 'lever'
  | 'assumption'
  | 'shock'
  | 'equation'
  | 'watched'
  | 'part';

/** One number of the model, by slot: an element of a lever, assumption, shock or equation. */
export interface Variable {
  readonly kind: VariableKind;
  /** `module.name` */
  readonly key: string;
  readonly element: string;
  readonly unit: Unit;
  readonly position: Position;
}

/** A lever, assumption, shock or equation with all its elements; their slots follow one another. */
export interface ModelSymbol {
  readonly kind: 'lever' | 'assumption' | 'shock' | 'equation';
  readonly key: string;
  readonly type: 'number' | 'date' | 'condition';
  readonly dimension: Dimension;
  readonly extent: Extent;
  readonly firstSlot: number;
  readonly hasStarts: boolean;
}

/** What an equation's element was before the first step: one term, or a number for each lag. */
export type StartsTerm =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'table'; readonly valueAtLag: (lag: number) => number };

/**
 * One element of an equation, or an unknown that is solved for. `lag` is how many steps back anything reads it.
 */
export interface ScalarEquation {
  readonly slot: number;
  readonly term: Rule;
  readonly starts: StartsTerm | null;
  readonly lag: number;
}

/** One element of an unknown, before it is known which equations lie between it and its residual. */
export interface ScalarUnknown {
  readonly slot: number;
  readonly guess: Term;
  readonly residual: Term;
  /** Whether the residual is a plain number: 1 counts in its size, beside its sides. */
  readonly isPlain: boolean;
  /** Where the residual stands. */
  readonly position: Position;
  readonly tolerance: number;
  readonly iterations: number;
  readonly starts: StartsTerm | null;
}

/** One check for one tuple of elements: `term` must be true. */
export interface ScalarCheck {
  readonly key: string;
  readonly element: string;
  readonly term: Term;
  readonly position: Position;
}

/** Where the value of a lever element comes from whose terms have a `when:` in some scenario, by slot. */
export interface ConditionalLever {
  /** The paths that are fed, one for each selection of terms: bit k of the index says whether the k-th acts. */
  readonly paths: readonly number[];
  /** For the k-th term, by the text of its condition: what is fed as 1 in the step in which it is decided on. */
  readonly decides: readonly ReadonlyMap<string, number>[];
}

/** The model, linked and expanded: equations in the order in which they can be evaluated. */
export interface Model {
  readonly clock: Clock;
  readonly symbols: ReadonlyMap<string, ModelSymbol>;
  readonly variables: readonly Variable[];
  readonly equations: readonly ScalarEquation[];
  readonly checks: readonly ScalarCheck[];
  /** By the slot of the lever element, which is an equation then. */
  readonly conditionalLevers: ReadonlyMap<number, ConditionalLever>;
}

/** The slots of the built-in variables of time. */
export const TIME_SLOTS = {
  start: 0,
  end: 1,
  step: 2,
  calendar_year: 3,
  calendar_month: 4,
} as const;

/** Prints the name of a variable as the author would write it. */
export function labelOf({ key, element }: Pick<Variable, 'key' | 'element'>): string {
  return inputLabel(key, element);
}
