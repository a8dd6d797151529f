/** Where something stands in a file the user wrote; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** What is wrong, as a stable word; scripts and tests rely on these, so none is ever renamed. */
export type ProblemCode =
  // the text of a file
  | 'file-missing'
  | 'file-encoding'
  | 'file-too-large'
  | 'model-too-large'
  | 'yaml-syntax'
  | 'yaml-feature'
  | 'duplicate-key'
  | 'odd-number'
  | 'odd-character'
  | 'table-syntax'
  | 'json-syntax'
  // its structure
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'reserved-name'
  | 'bad-name'
  // quantities, dates, distributions
  | 'bad-quantity'
  | 'unit-missing'
  | 'unit-unknown'
  | 'unit-mismatch'
  | 'bad-date'
  | 'bad-schedule'
  | 'bad-distribution'
  | 'bad-correlation'
  | 'out-of-bounds'
  // names that should exist
  | 'unknown-module'
  | 'unknown-lever'
  | 'unknown-assumption'
  | 'unknown-element'
  | 'unknown-set'
  | 'unknown-scenario'
  | 'unused-scenario'
  | 'unknown-source'
  | 'unknown-name'
  | 'unknown-function'
  | 'unknown-measure'
  | 'unknown-condition'
  | 'missing-element'
  | 'wrong-length'
  | 'missing-source'
  | 'source-too-late'
  | 'duplicate-name'
  // texts in several languages
  | 'unknown-text'
  | 'bad-translation'
  // formulas
  | 'formula-syntax'
  | 'formula-feature'
  | 'wrong-arguments'
  | 'wrong-indices'
  | 'missing-starts'
  | 'cycle'
  | 'not-solvable'
  | 'extends-cycle'
  // a run
  | 'too-few-draws'
  | 'not-finite'
  | 'check-violated'
  | 'no-root'
  | 'no-solution'
  | 'value-unlikely'
  // a model test
  | 'test-failed'
  | 'not-compared';

/** Something a user should know about their files. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  readonly message: string;
  readonly position: Position;
  readonly hint?: string;
}

/** Thrown once a stage cannot go on; the edge prints every problem it carries. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code}: ${problem.message}`).join('\n'));
    this.problems = problems;
  }
}

/** Makes an error; `hint` says what to do about it. */
export function error(
  code: ProblemCode,
  message: string,
  position: Position,
  hint?: string,
): Problem {
  return { severity: 'error', code, message, position, ...(hint === undefined ? {} : { hint }) };
}

/** Points at the start of a file, for what concerns all of it. */
export function startOf(file: string): Position {
  return { file, line: 1, column: 1, length: 1 };
}

/** Makes a warning: worth reading, but nothing stops. */
export function warning(
  code: ProblemCode,
  message: string,
  position: Position,
  hint?: string,
): Problem {
  return { ...error(code, message, position, hint), severity: 'warning' };
}

/** Tells whether any of the problems must stop the work. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
