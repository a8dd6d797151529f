import type { OperationName } from './operation.ts';

/**
 * A formula once names are linked, units checked and sets expanded: numbers, slots and operations, nothing
 * else. A slot is the index of a variable of the model; `past` reads it `lag` steps back.
 */
export type Term =
  | NumberTerm
  | SlotTerm
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'past'; readonly slot: number; readonly lag: number }
  | ApplyTerm;

/** An operation on terms. */
export interface ApplyTerm {
  readonly kind: 'apply';
  readonly operation: OperationName;
  readonly operands: readonly Term[];
}

/** A number. */
export interface NumberTerm {
  readonly kind: 'number';
  readonly value: number;
}

/** A variable's value now. */
export interface SlotTerm {
  readonly kind: 'slot';
  readonly slot: number;
}

/** Makes the term of a number. */
export function number(value: number): NumberTerm {
  return { kind: 'number', value };
}

/** Makes the term of a variable's value now. */
export function slot(index: number): SlotTerm {
  return { kind: 'slot', slot: index };
}

/** Makes the term of an operation. */
export function apply(operation: OperationName, ...operands: readonly Term[]): Term {
  return { kind: 'apply', operation, operands };
}

/** Visits a term and everything below it. */
export function visit(term: Term, see: (part: Term) => void): void {
  see(term);
  if (term.kind === 'apply') for (const operand of term.operands) visit(operand, see);
}

/** Lists the slots that a term reads now. */
export function slotsRead(term: Term): ReadonlySet<number> {
  const slots = new Set<number>();
  visit(term, (part) => {
    if (part.kind === 'slot') slots.add(part.slot);
  });
  return slots;
}

/** Lists the slots that a term reads in the past, with the longest lag of each. */
export function pastRead(term: Term): ReadonlyMap<number, number> {
  const lags = new Map<number, number>();
  visit(term, (part) => {
    if (part.kind !== 'past') return;
    lags.set(part.slot, Math.max(part.lag, lags.get(part.slot) ?? 0));
  });
  return lags;
}

/** Counts the parts of a term: what its generated code will weigh. */
export function weigh(term: Term): number {
  let weight = 0;
  visit(term, () => {
    weight += 1;
  });
  return weight;
}
