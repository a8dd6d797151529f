import type { Term } from '../formula/term.ts';
import type { Group } from '../model/groups.ts';
import { labelOf } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { Draft } from './draft.ts';
import { draftSystem } from './draft-search.ts';
import { keptPlace, type Layout, listOf, place } from './layout.ts';
import type { Routine } from './routine.ts';
import { cutSections, equationsOf, isSystem, type Section, slotsStored } from './sections.ts';
import { VARIES } from './varies.ts';

/** Makes the routines of one round: those of every step, or those of the start of a block. */
export class Round {
  readonly #program: Program;
  readonly #layout: Layout;
  readonly #name: string;
  readonly #sections: readonly Section[];
  readonly #stored: ReadonlySet<number>;

  /** What nothing else reads stays within its routine; what the start of a block finds is kept for every step. */
  constructor(program: Program, layout: Layout, name: string, bits: number) {
    this.#program = program;
    this.#layout = layout;
    this.#name = name;
    this.#sections = cutSections(program, layout, bits);
    this.#stored =
      bits === VARIES.draw
        ? new Set(this.#sections.flatMap(equationsOf).map(({ slot }) => slot))
        : slotsStored(program, this.#sections);
  }

  /** Gives the routines in the order in which they run; the first of a cluster lists the draws for the others. */
  routines(): readonly Routine[] {
    return this.#sections.flatMap((section, index) => {
      const { owner } = section;
      const routine = this.#routine(section, `${this.#name}${index}`);
      if (owner === undefined || owner === this.#sections[index - 1]?.owner) return [routine];
      return [this.#enlist(owner, `list${index}`), routine];
    });
  }

  #enlist(owner: number, name: string): Routine {
    const cluster = this.#sections.filter((section) => section.owner === owner);
    const draft = new Draft(this.#layout);
    const copies = cluster.flatMap(equationsOf).flatMap(({ slot, lag }) => {
      if (lag === 0) return [];
      return [{ from: draft.column(keptPlace(slot)), to: draft.column(place(slot)) }];
    });
    const memos = draft.memos(owner);
    draft.add({ kind: 'enlist', memos, copies, ...listOf(this.#layout, owner)! });
    return draft.end(name);
  }

  #routine(section: Section, name: string): Routine {
    const { variables } = this.#program.model;
    const [group] = section.groups as [Group];
    if (isSystem(group)) {
      const label = labelOf(variables[group[0]!.slot]!);
      return draftSystem({ group, label, stored: this.#stored, layout: this.#layout }, name);
    }
    const equations = equationsOf(section);
    const draft = new Draft(
      this.#layout,
      equations.map(({ term }) => term as Term),
    );
    for (const { slot, term } of equations) this.#assign(draft, slot, term as Term);
    return draft.end(name, listOf(this.#layout, section.owner));
  }

  /** Computes an equation; what was taken out of one may stand where that does not look, and need not be finite. */
  #assign(draft: Draft, slot: number, term: Term): void {
    const variable = this.#program.model.variables[slot]!;
    const label = labelOf(variable);
    draft.define(slot, term, variable.kind === 'part' ? `part of ${label}` : label);
    if (variable.kind !== 'part') draft.watch(slot);
    if (this.#stored.has(slot)) draft.store(slot, place(slot));
  }
}
