import { LIMITS } from '../limits.ts';
import { error, type Problem } from '../problem.ts';
import { type ConditionalTerm, conditionalTerms, outcomesOf } from './apply-terms.ts';
import type { LeverSetting } from './model-text.ts';
import { agreeBefore, type Path } from './path.ts';

/** Each more doubles the paths that a run may take. */
const MOST_CONDITIONS = LIMITS.conditionalTerms;

/** A straight line that leads up to a term's date and beyond would know how the condition turns out. */
function looksAhead(outcomes: readonly Path[], { when }: ConditionalTerm, index: number): boolean {
  return outcomes.some((path, selection) => {
    const acting = outcomes[selection | (1 << index)]!;
    return !agreeBefore(path, acting, when.date);
  });
}

/**
 * Lists the paths that terms with a `when:` may lead to, by which of them act.
 *
 * Errors: more conditions on one lever element than a run follows; a schedule that depends on a condition before
 * the date at which it is decided on.
 */
export function checkOutcomes(
  setting: Pick<LeverSetting, 'value' | 'terms'>,
  problems: Problem[],
): readonly Path[] {
  const terms = conditionalTerms(setting);
  const extra = terms[MOST_CONDITIONS];
  if (extra !== undefined) {
    const message = `${terms.length} terms with \`when:\` act on this value; at most ${MOST_CONDITIONS} can`;
    const hint = 'remove inherited ones with `none`, or join conditions with `and`, `or`';
    problems.push(error('bad-schedule', message, extra.when.formula.position, hint));
    return [];
  }
  const outcomes = outcomesOf(setting);
  for (const [index, term] of terms.entries()) {
    if (!looksAhead(outcomes, term, index)) continue;
    const message = `before its date the schedule depends on whether "${term.name}" acts`;
    const hint = `let the phase_in after "${term.name}" begin no earlier, or write it before`;
    problems.push(error('bad-schedule', message, term.when.formula.position, hint));
  }
  return outcomes;
}
