import type { OperationName } from '../formula/operation.ts';

/**
 * What a statement computes for one draw: numbers, truths, places and operations on them. The operations are those
 * of formulas; the places are the routine's own locals and where the layout put everything else.
 */
export type Computation =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | LocalRead
  /** A column's number at this draw. */
  | { readonly kind: 'column'; readonly column: number }
  /** A number of the run. */
  | { readonly kind: 'constant'; readonly index: number }
  /** A number of the step. */
  | { readonly kind: 'stepped'; readonly index: number }
  /** The number at this draw of an aggregate that needs all of its series; answers alone read them. */
  | { readonly kind: 'aggregate'; readonly index: number }
  | AppliedOperation;

/** A number that the routine has computed for this draw. */
export interface LocalRead {
  readonly kind: 'local';
  /** A letter and a number, each name given once in a routine. */
  readonly name: string;
}

/** An operation on computations. */
export interface AppliedOperation {
  readonly kind: 'apply';
  readonly operation: OperationName;
  readonly operands: readonly Computation[];
}

/** Applies an operation to computations. */
export function applied(
  operation: OperationName,
  ...operands: readonly Computation[]
): AppliedOperation {
  return { kind: 'apply', operation, operands };
}

/** Visits a computation and everything below it. */
export function visitComputation(computation: Computation, see: (part: Computation) => void): void {
  see(computation);
  if (computation.kind !== 'apply') return;
  for (const operand of computation.operands) visitComputation(operand, see);
}

/** Computes a number and gives it a name. */
export interface Let {
  readonly kind: 'let';
  readonly local: string;
  readonly value: Computation;
  /** What the author calls it; null for what is none of the author's. */
  readonly label: string | null;
}

/** Puts a number into a column at this draw. */
export interface Store {
  readonly kind: 'store';
  readonly column: number;
  readonly value: Computation;
  readonly label: string | null;
}

/** What something was when it was last computed, and what it is now; the same where the bits are. */
export interface Memo {
  readonly column: number;
  readonly now: Computation;
}

/**
 * Puts this draw on a list where a memo differs or the first is no number, and renews the memos; copies columns
 * otherwise. The list's length comes to stand in the first row of the column `count`.
 */
export interface Enlist {
  readonly kind: 'enlist';
  readonly memos: readonly Memo[];
  readonly list: number;
  readonly count: number;
  readonly copies: readonly { readonly from: number; readonly to: number }[];
}

/** Solves a system by Newton's method, as `solve` in formula/solve.ts does, to the bit. */
export interface Search {
  readonly kind: 'search';
  readonly label: string;
  /** What is solved for, and where the search begins. NaN where it fails. */
  readonly unknowns: readonly { readonly local: string; readonly guess: Computation }[];
  /** Computed in order at every trial; what `outliving` names is read after the search, as it last was. */
  readonly values: readonly Let[];
  readonly outliving: readonly string[];
  /** Computed after the values unless the search is closing: `r0`, `w0`, ... residuals and their sizes among them. */
  readonly measures: readonly Let[];
  readonly margins: readonly number[];
  /** Computed in order where a trial was accepted and the search goes on. */
  readonly slopes: readonly Let[];
  /** Shape: `jacobian[i][j]`, the derivative of residual i by unknown j. */
  readonly jacobian: readonly (readonly Computation[])[];
  readonly tolerance: number;
  readonly iterations: number;
}

/** One thing that a routine does for a draw. */
export type Statement =
  | Let
  | Store
  | Enlist
  | Search
  /** Marks the draw where a local is not finite. */
  | { readonly kind: 'watch'; readonly local: string }
  /** Marks the draw where a condition does not hold. */
  | { readonly kind: 'require'; readonly label: string; readonly condition: Computation }
  /** Answers a question: a number, or a condition as 1 or 0. */
  | { readonly kind: 'answer'; readonly index: number; readonly value: Computation };

/** The draws of a list: their rows stand in the column `list`, how many they are in the first row of `count`. */
export interface DrawList {
  readonly list: number;
  readonly count: number;
}

/** What is done for each draw of a block, or for each that is listed, one draw after the other. */
export interface Routine {
  readonly name: string;
  readonly over: DrawList | null;
  readonly statements: readonly Statement[];
}

/**
 * A program as routines: `starts` once per block of draws, then the `steps` in order at every step, then `answers`.
 * Plain data, from which every back end makes its code.
 */
export interface Routines {
  readonly starts: readonly Routine[];
  readonly steps: readonly Routine[];
  readonly answers: Routine;
}
