import type { ScalarEquation } from './model.ts';

/** An equation alone, or the unknowns of a system and the equations that follow from them. */
export type Group = readonly ScalarEquation[];

/** Splits ordered equations into those computed alone and those of one system, which stand side by side. */
export function groupsOf(equations: readonly ScalarEquation[]): readonly Group[] {
  const groups: ScalarEquation[][] = [];
  let open = new Set<number>();
  for (const equation of equations) {
    const { slot, term } = equation;
    if (open.has(slot)) {
      groups.at(-1)!.push(equation);
      continue;
    }
    groups.push([equation]);
    if (term.kind !== 'solved') continue;
    open = new Set([...term.system.unknowns, ...term.system.values].map((one) => one.slot));
  }
  return groups;
}
