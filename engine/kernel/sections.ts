import { slotsRead, weigh } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import type { Layout } from './layout.ts';

/** The largest weight of one routine: as generated code, small ones are optimised soon, far larger ones never. */
const SECTION_WEIGHT = 500;

/** What one routine computes: equations in order, or a system alone, of one cluster or of none. */
export interface Section {
  readonly owner: number | undefined;
  readonly groups: readonly Group[];
}

/** Tells whether a group is the unknowns of a system and what follows from them. */
export function isSystem([first]: Group): boolean {
  return first!.term.kind === 'solved';
}

/** Lists the equations of a section. */
export function equationsOf({ groups }: Section): readonly ScalarEquation[] {
  return groups.flat();
}

/** Cuts the equations that vary as `bits` say into sections of bounded weight; a system has one of its own. */
export function cutSections(program: Program, layout: Layout, bits: number): readonly Section[] {
  const groups = groupsOf(program.model.equations);
  const sections: { owner: number | undefined; groups: Group[] }[] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const group of groups.filter(([first]) => layout.varies[first!.slot] === bits)) {
    const own = weigh(group[0]!.term);
    const owner = layout.clusters.get(group[0]!.slot);
    weight += own;
    if (weight > SECTION_WEIGHT || isSystem(group) || owner !== sections.at(-1)!.owner) {
      sections.push({ owner, groups: [] });
      weight = own;
    }
    sections.at(-1)!.groups.push(group);
    if (isSystem(group)) weight = Number.POSITIVE_INFINITY;
  }
  return sections;
}

/** Finds the variables that something outside their own section, step or loop reads. */
export function slotsStored(program: Program, sections: readonly Section[]): ReadonlySet<number> {
  const stored = new Set<number>([
    ...program.kept,
    ...program.aggregates.map(({ source }) => source),
  ]);
  for (const { slot, lag } of program.model.equations) if (lag > 0) stored.add(slot);
  for (const check of program.model.checks)
    for (const slot of slotsRead(check.term)) stored.add(slot);
  for (const section of sections) {
    const own = new Set(equationsOf(section).map(({ slot }) => slot));
    for (const { term } of equationsOf(section)) {
      for (const slot of slotsRead(term)) if (!own.has(slot)) stored.add(slot);
    }
  }
  return stored;
}
