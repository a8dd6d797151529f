import type { Problem } from '../engine/index.ts';
import { type ProblemStyle, showProblem } from './show-problem.ts';

/** More than a user reads before fixing the first ones. */
const MOST = 20;

/** Draws problems by place, at most twenty of them, and counts them all. */
export function showProblems(
  problems: readonly Problem[],
  files: ReadonlyMap<string, Uint8Array>,
  style: ProblemStyle,
): string {
  if (problems.length === 0) return '';
  const shown = inOrder(errorsFirst(problems).slice(0, MOST));
  const frames = shown.map((problem) => showProblem(problem, files, style));
  const more = problems.length - shown.length;
  if (more > 0) frames.push(`... and ${more} more`);
  return [...frames, countProblems(problems)].join('\n\n');
}

/** Sorts problems by file, line and column. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    ({ position: a }, { position: b }) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Where not all fit, warnings must not push an error out. */
function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  const sorted = inOrder(problems);
  return [
    ...sorted.filter((problem) => problem.severity === 'error'),
    ...sorted.filter((problem) => problem.severity === 'warning'),
  ];
}

/** Never by locale: the same files print the same list everywhere. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Counts problems in words: "2 errors, 1 warning". */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')];
  return counts.filter((text) => !text.startsWith('0 ')).join(', ');
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Lists all problems by place as plain data, for editors and scripts. */
export function problemsAsData(problems: readonly Problem[]) {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const list = inOrder(problems).map(({ severity, code, message, position, hint }) => ({
    severity,
    code,
    message,
    ...position,
    ...(hint === undefined ? {} : { hint }),
  }));
  return { errors, warnings: problems.length - errors, problems: list };
}

/** Writes all problems by place as JSON. */
export function problemsToJson(problems: readonly Problem[]): string {
  return JSON.stringify(problemsAsData(problems), null, 2);
}
