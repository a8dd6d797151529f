import { error, type Position, type Problem } from '../problem.ts';
import { firstDayOf, showDay } from '../quantity/calendar.ts';
import { type ConditionalTerm, conditionalTerms, leversWithWhen } from '../study/apply-terms.ts';
import type { Clock, LeverSetting, Settings } from '../study/model-text.ts';

/** Finds the step at whose end a term of a date is decided on: the one before the step that holds the date. */
export function decidedIn({ start, stepMonths }: Clock, date: number): number {
  return Math.floor((date - start) / stepMonths) - 1;
}

function termsIn(settings: readonly Settings<LeverSetting>[]): readonly ConditionalTerm[] {
  const elements = settings.flatMap((levers) => [...leversWithWhen(levers).values()]);
  return elements.flatMap((each) =>
    [...each.values()].flatMap(({ value }) => conditionalTerms(value)),
  );
}

/**
 * Refuses terms whose condition nothing could decide on: their date is in the first step of a clock or before it.
 * `placeOf` says where one is reported, which is done once for all elements and scenarios that share it.
 */
export function refuseEarly(
  clock: Clock,
  settings: readonly Settings<LeverSetting>[],
  placeOf: (term: ConditionalTerm) => Position,
  problems: Problem[],
): void {
  const { start, stepMonths, stepName } = clock;
  const month = (months: number) => showDay(firstDayOf(months)).slice(0, 7);
  const found = new Map<string, Problem>();
  for (const term of termsIn(settings)) {
    if (decidedIn(clock, term.when.date) >= 0) continue;
    const place = placeOf(term);
    const message = `"${term.name}" is decided on at the end of the ${stepName} before its date, and the first begins with ${month(start)}`;
    const hint = `a term with \`when:\` has a date from ${month(start + stepMonths)} on`;
    found.set(JSON.stringify([place, term.name]), error('bad-date', message, place, hint));
  }
  problems.push(...found.values());
}
