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

/** Writes a number that JSON has no word for, or no sign. */
function keptInKey(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Writes a term, or what is made like one, so that two have one key where they compute the same from the same. */
export function keyOf(term: object): string {
  return JSON.stringify(term, keptInKey);
}
