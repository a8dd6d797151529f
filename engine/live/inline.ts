import type { Definition } from '../formula/rule.ts';
import { type Term, visit } from '../formula/term.ts';

/** A definition this light is written out where it is read, if it is read once; one as light as the other, anywhere. */
const LIGHT_ONCE = 40;
const LIGHT = 3;

function weightOf(term: Term): number {
  let weight = 0;
  visit(term, () => {
    weight += 1;
  });
  return weight;
}

/** Puts terms in the place of the slots that a term reads. */
export function substitute(term: Term, names: ReadonlyMap<number, Term>): Term {
  if (term.kind === 'slot') return names.get(term.slot) ?? term;
  if (term.kind !== 'apply') return term;
  return { ...term, operands: term.operands.map((operand) => substitute(operand, names)) };
}

function countReads(terms: readonly Term[]): ReadonlyMap<number, number> {
  const reads = new Map<number, number>();
  for (const term of terms) {
    visit(term, (part) => {
      if (part.kind === 'slot') reads.set(part.slot, (reads.get(part.slot) ?? 0) + 1);
    });
  }
  return reads;
}

/** Definitions that remain, and terms that read them, after small ones were written out where they are read. */
export interface Inlined {
  readonly definitions: readonly Definition[];
  readonly readers: readonly (readonly Term[])[];
}

/** Writes small definitions out in those that follow and in their readers: the same operations in fewer rows. */
export function inline(
  definitions: readonly Definition[],
  readers: readonly (readonly Term[])[],
): Inlined {
  const reads = countReads([...definitions.map(({ term }) => term), ...readers.flat()]);
  const small = new Map<number, Term>();
  const kept = definitions.flatMap(({ slot, term: given }): Definition[] => {
    const term = substitute(given, small);
    const most = (reads.get(slot) ?? 0) > 1 ? LIGHT : LIGHT_ONCE;
    if (weightOf(term) > most) return [{ slot, term }];
    small.set(slot, term);
    return [];
  });
  return {
    definitions: kept,
    readers: readers.map((row) => row.map((term) => substitute(term, small))),
  };
}
