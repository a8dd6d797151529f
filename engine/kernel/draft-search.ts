import { type Solved, type System, termsOf } from '../formula/rule.ts';
import type { Group } from '../model/groups.ts';
import { Draft, nameOf } from './draft.ts';
import { keptPlace, type Layout, listOf, place } from './layout.ts';
import { liftFixed } from './lift-fixed.ts';
import type { Routine, Search } from './routine.ts';

/** A system to be solved: its equations, what others read of it, and the author's word for its first unknown. */
export interface SystemDraft {
  readonly group: Group;
  readonly label: string;
  readonly stored: ReadonlySet<number>;
  readonly layout: Layout;
}

function searchOf(draft: Draft, { group, label }: SystemDraft, system: System): Search {
  const { unknowns, residuals, sizes, margins, tolerance, iterations } = system;
  const guessed = unknowns.map(({ slot, guess }) => ({
    local: nameOf(slot),
    guess: draft.compute(guess),
  }));
  return draft.within(() => {
    for (const { slot } of unknowns) draft.know(slot);
    for (const { slot, term } of system.values) draft.define(slot, term);
    const values = draft.takeLets();
    for (const [at, residual] of residuals.entries()) {
      draft.name(`r${at}`, residual);
      draft.name(`w${at}`, sizes[at]!);
    }
    const measures = draft.takeLets();
    for (const { slot, term } of system.slopes) draft.define(slot, term);
    const jacobian = system.jacobian.map((row) => row.map((term) => draft.compute(term)));
    return {
      kind: 'search',
      label,
      unknowns: guessed,
      values,
      outliving: group.slice(unknowns.length).map(({ slot }) => nameOf(slot)),
      measures,
      margins,
      slopes: draft.takeLets(),
      jacobian,
      tolerance,
      iterations,
    };
  });
}

/** Makes the routine that solves a system: for each draw, or for those that are listed for its cluster. */
export function draftSystem(system: SystemDraft, name: string): Routine {
  const { group, layout, stored } = system;
  const lifted = liftFixed((group[0]!.term as Solved).system);
  const terms = [...lifted.fixed.map(({ term }) => term), ...termsOf(lifted.system)];
  const draft = new Draft(layout, terms);
  for (const { slot, term } of lifted.fixed) draft.define(slot, term);
  draft.add(searchOf(draft, system, lifted.system));
  const over = listOf(layout, layout.clusters.get(group[0]!.slot));
  for (const { slot, lag } of group) {
    draft.watch(slot);
    if (stored.has(slot)) draft.store(slot, place(slot));
    if (over !== null && lag > 0) draft.store(slot, keptPlace(slot));
  }
  return draft.end(name, over);
}
