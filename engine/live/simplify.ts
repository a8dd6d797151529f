import { type OperationName, TRUTHS } from '../formula/operation.ts';
import { apply, keyOf, number, slot, type Term } from '../formula/term.ts';
import { type DraftRows, isAtom, type Label, type Owner } from './draft-rows.ts';

/** Operations that a spreadsheet has to be told in words that name operands more than once. */
const REPEATING: ReadonlySet<OperationName> = new Set(['power', 'logistic', 'ramp']);

/** Operations whose first operand may itself be one of these without another pair of brackets. */
const CHAINING: ReadonlySet<OperationName> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'smaller',
  'larger',
]);

/** A formula holds at most 8,192 characters, at most ten for each part of a term, and 64 levels of brackets. */
const HEAVIEST = 400;
const DEEPEST = 40;

/** A condition this light is repeated, not given a row. */
const LIGHT = 6;

/** What must hold for a part to be computed at all, from the outside in. */
type Guards = readonly Term[];

interface Size {
  readonly weight: number;
  readonly depth: number;
}

const ATOM: Size = { weight: 1, depth: 0 };

function isTruth(term: Term): boolean {
  return term.kind === 'truth' || (term.kind === 'apply' && TRUTHS.has(term.operation));
}

/** Lists what guards an operand: a branch is computed where it is chosen, `and` and `or` only as far as needed. */
function guardsOf(operation: OperationName, before: Term, at: number, guards: Guards): Guards {
  if (at === 0) return guards;
  if (operation === 'choose') return [...guards, at === 1 ? before : apply('not', before)];
  if (operation === 'and') return [...guards, before];
  return operation === 'or' ? [...guards, apply('not', before)] : guards;
}

/**
 * Turns the terms of one row into terms that can be written as one formula each: numbers get names, operands that
 * would be written twice and parts of what is too long get rows of their own, which stay idle where the engine would
 * not use them, so that they hold no errors.
 */
export class Simplifier {
  readonly #rows: DraftRows;
  readonly #owner: Owner;
  readonly #label: Label;
  readonly #taken = new Map<string, Term>();
  readonly #sizes = new Map<Term, Size>();

  constructor(rows: DraftRows, owner: Owner, label: Label = { kind: 'part' }) {
    this.#rows = rows;
    this.#owner = owner;
    this.#label = label;
  }

  simple(term: Term, guards: Guards = []): Term {
    if (term.kind === 'number') return this.#rows.number(term.value);
    if (term.kind !== 'apply') return term;
    const { operation } = term;
    const operands: Term[] = [];
    for (const [at, operand] of term.operands.entries()) {
      const inner = guardsOf(operation, operands[0]!, at, guards);
      const made = this.simple(operand, inner);
      operands.push(REPEATING.has(operation) ? this.#atom(made, inner) : made);
    }
    return this.#bounded(operation, operands, guards);
  }

  #sizeOf(term: Term): Size {
    if (term.kind !== 'apply') return ATOM;
    const known = this.#sizes.get(term);
    if (known !== undefined) return known;
    const sizes = term.operands.map((operand) => this.#sizeOf(operand));
    const deeper = sizes.map(({ depth }, at) =>
      at === 0 && CHAINING.has(term.operation) ? depth : depth + 1,
    );
    const weight = sizes.reduce((sum, size) => sum + size.weight, 1);
    const size = { weight, depth: Math.max(...deeper) };
    this.#sizes.set(term, size);
    return size;
  }

  /** Takes the heaviest operands out until what is left fits one formula. */
  #bounded(operation: OperationName, given: readonly Term[], guards: Guards): Term {
    const operands = [...given];
    for (;;) {
      const whole = apply(operation, ...operands);
      const { weight, depth } = this.#sizeOf(whole);
      if (weight <= HEAVIEST && depth <= DEEPEST) return whole;
      const sizes = operands.map((operand) => this.#sizeOf(operand));
      const worth = sizes.map((size) => (weight > HEAVIEST ? size.weight : size.depth));
      const at = worth.indexOf(Math.max(...worth));
      operands[at] = this.#atom(operands[at]!, guardsOf(operation, operands[0]!, at, guards));
    }
  }

  /** Gives a term that reads what `term` comes to; a condition is 1 or 0 there. */
  #atom(term: Term, guards: Guards): Term {
    if (isAtom(term)) return term;
    if (!isTruth(term)) return this.#take(term, guards);
    const taken = this.#take(apply('choose', term, number(1), number(0)), guards);
    return apply('unequal', taken, number(0));
  }

  /** Joins guards, each computed where those before it hold, to one light condition; null for none. */
  #joined(guards: Guards): Term | null {
    let joined: Term | null = null;
    for (const guard of guards) {
      const both: Term = joined === null ? guard : apply('and', joined, guard);
      joined = this.#sizeOf(both).weight <= LIGHT ? both : this.#atom(both, []);
    }
    return joined;
  }

  #take(term: Term, guards: Guards): Term {
    const guard = this.#joined(guards);
    const guarded = guard === null ? term : apply('choose', guard, term, number(0));
    const key = keyOf(guarded);
    const known = this.#taken.get(key);
    if (known !== undefined) return known;
    const made = slot(this.#rows.add(this.#owner, this.#label, guarded));
    this.#taken.set(key, made);
    return made;
  }
}
