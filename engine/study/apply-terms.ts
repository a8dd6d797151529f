import type { Distribution } from '../distribution/distribution.ts';
import type { LeverSetting, Setting, Settings, Term, When } from './model-text.ts';
import type { Path } from './path.ts';

/** A term that acts only where its condition holds. */
export interface ConditionalTerm extends Term {
  readonly when: When;
}

/** A lever element's schedule and the terms on it. */
type Schedule = Pick<LeverSetting, 'value' | 'terms'>;

/** Tells a path from an uncertainty. */
export function isPath(value: Path | Distribution): value is Path {
  return Array.isArray(value);
}

function isConditional(term: Term): term is ConditionalTerm {
  return term.when !== null;
}

/** Lists the terms that are in force where their condition holds, in order. */
export function conditionalTerms({ terms }: Pick<Schedule, 'terms'>): readonly ConditionalTerm[] {
  return terms.filter(isConditional).filter(({ status }) => status === 'in force');
}

const WITH_WHEN = new WeakMap<ReadonlyMap<string, Setting<LeverSetting>>, boolean>();

function hasWhen(elements: ReadonlyMap<string, Setting<LeverSetting>>): boolean {
  const known = WITH_WHEN.get(elements);
  if (known !== undefined) return known;
  const has = [...elements.values()].some(({ value }) => value.terms.some(isConditional));
  WITH_WHEN.set(elements, has);
  return has;
}

/** Leaves out the levers without any `when:`; hundreds of tests share those. */
export function leversWithWhen(settings: Settings<LeverSetting>): Settings<LeverSetting> {
  return new Map([...settings].filter(([, elements]) => hasWhen(elements)));
}

function applyThose({ value, terms }: Schedule, chosen: (term: Term) => boolean): Path | null {
  if (!isPath(value)) return null;
  const active = terms.filter((term) => term.status === 'in force' && chosen(term));
  return active.reduce((path, term) => term.act(path, value), value);
}

/** Lets the terms that are in force without a condition act on a lever's path, in order. */
export function applyTerms(schedule: Schedule): Path | null {
  return applyThose(schedule, (term) => !isConditional(term));
}

/**
 * Lets each selection of the terms with a condition act, with those that act in any case, all in order.
 *
 * Shape: one path for each selection; bit k of its index says whether the k-th acts. Empty where there are none.
 */
export function outcomesOf(schedule: Schedule): readonly Path[] {
  const conditional = conditionalTerms(schedule);
  if (conditional.length === 0) return [];
  return Array.from({ length: 1 << conditional.length }).flatMap((_, selection) => {
    const acting = new Set<Term>(conditional.filter((__, k) => (selection & (1 << k)) !== 0));
    const path = applyThose(schedule, (term) => !isConditional(term) || acting.has(term));
    return path === null ? [] : [path];
  });
}
