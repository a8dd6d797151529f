import { type Definition, mapTerms, type System, slotsWithin } from '../formula/rule.ts';
import { keyOf, slot, type Term, visit } from '../formula/term.ts';
import { FIXED } from './draft.ts';

/** A system, and what stays fixed while it is solved. */
export interface Lifted {
  readonly fixed: readonly Definition[];
  readonly system: System;
}

/**
 * Takes the parts that no unknown reaches out of a system, so that they are computed once for a solution and not
 * at every trial. No operation changes, so no bit does.
 */
export function liftFixed(system: System): Lifted {
  const own = slotsWithin(system);
  const fixed: Definition[] = [];
  const known = new Map<string, Term>();
  const isReached = (term: Term): boolean => {
    let reached = false;
    visit(term, (part) => {
      if (part.kind === 'slot' && own.has(part.slot)) reached = true;
    });
    return reached;
  };
  const lift = (term: Term): Term => {
    if (term.kind !== 'apply') return term;
    if (isReached(term)) return { ...term, operands: term.operands.map(lift) };
    const key = keyOf(term);
    const name = known.get(key) ?? slot(FIXED + fixed.length);
    if (!known.has(key)) fixed.push({ slot: FIXED + fixed.length, term });
    known.set(key, name);
    return name;
  };
  const { unknowns } = system;
  return { fixed, system: { ...mapTerms(system, lift), unknowns } };
}
