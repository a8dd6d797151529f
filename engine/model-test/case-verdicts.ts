import type { Position, Problem } from '../problem.ts';
import { type Case, unreadNumbers } from '../study/case.ts';
import type { TestOutcome } from './run-tests.ts';

/** What became of one case over all tests that were made of it; it passed where `problems` is empty. */
export interface CaseVerdict {
  readonly label: string;
  readonly position: Position;
  /** How many of its numbers were held against the model's. */
  readonly compared: number;
  readonly problems: readonly Problem[];
  /** Where the case has numbers that no test reads; none of a case in which nothing was compared. */
  readonly unread: readonly string[];
}

/** Tests of one case may all find the same wrong with it. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Gathers the outcomes of tests by the case that they were made of, in the order of the file. */
export function caseVerdicts(outcomes: readonly TestOutcome[]): readonly CaseVerdict[] {
  const byCase = new Map<Case, TestOutcome[]>();
  for (const outcome of outcomes) {
    if (outcome.of === null) continue;
    byCase.set(outcome.of, [...(byCase.get(outcome.of) ?? []), outcome]);
  }
  const verdicts = [...byCase].map(([one, own]): CaseVerdict => {
    const compared = own.reduce((count, outcome) => count + outcome.compared, 0);
    const problems = withoutRepeats(own.flatMap((outcome) => outcome.problems));
    const { label, position } = one;
    const unread = compared === 0 ? [] : unreadNumbers(one);
    return { label, position, compared, problems, unread };
  });
  return verdicts.toSorted(
    (a, b) => a.position.line - b.position.line || a.position.column - b.position.column,
  );
}
