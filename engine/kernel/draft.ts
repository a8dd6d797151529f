import { COSTLY } from '../formula/operation.ts';
import { LOCAL, type Read } from '../formula/rule.ts';
import { keyOf, type Term, visit } from '../formula/term.ts';
import { type Layout, memoPlace, place } from './layout.ts';
import {
  applied,
  type Computation,
  type DrawList,
  type Let,
  type Memo,
  type Routine,
  type Statement,
} from './routine.ts';
import type { Running } from './running.ts';

/** The first of the slots of what stays fixed while a system is solved. */
export const FIXED = LOCAL + 536870912;

/** Names a variable, a system's own slot or what it keeps fixed, in a routine. */
export function nameOf(slot: number): string {
  if (slot >= FIXED) return `f${slot - FIXED}`;
  return slot >= LOCAL ? `l${slot - LOCAL}` : `v${slot}`;
}

/** Finds the costly parts that stand more than once in the terms of one routine. */
function costlyRepeats(terms: readonly Term[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const term of terms) {
    visit(term, (part) => {
      if (part.kind !== 'apply' || !COSTLY.has(part.operation)) return;
      const key = keyOf(part);
      (seen.has(key) ? repeated : seen).add(key);
    });
  }
  return repeated;
}

/** A routine while it is made: terms become computations, whose reads are places. */
export class Draft {
  readonly #layout: Layout;
  readonly #repeated: ReadonlySet<string>;
  readonly #known = new Set<number>();
  readonly #statements: Statement[] = [];
  #lets: Let[] = [];
  #shared = new Map<string, string>();
  #count = 0;

  constructor(layout: Layout, terms: readonly Term[] = []) {
    this.#layout = layout;
    this.#repeated = costlyRepeats(terms);
  }

  /** Reads a variable, now or some steps back, from wherever it is. */
  read({ slot, lag }: Read): Computation {
    if (slot < 0) return this.#layout.aggregated.reads[-slot - 1]!;
    if (lag === 0 && this.#known.has(slot)) return { kind: 'local', name: nameOf(slot) };
    const { constants, stepped } = this.#layout;
    const constant = lag === 0 ? constants.get(slot) : undefined;
    if (constant !== undefined) return { kind: 'constant', index: constant };
    const step = stepped.get(place(slot, lag));
    if (step !== undefined) return { kind: 'stepped', index: step };
    return { kind: 'column', column: this.column(place(slot, lag)) };
  }

  /** Finds a column of the layout. */
  column(name: string): number {
    return this.#layout.columns.get(name)!;
  }

  /** Lets what is taken along grow by this step's value. */
  grow({ column, source, join, label }: Running): void {
    const now = this.read({ slot: source, lag: 0 });
    const value = join === null ? now : applied(join, { kind: 'column', column }, now);
    this.add({ kind: 'store', column, value, label });
  }

  /** Makes a term a computation; a costly part that stands in this routine more than once is computed once. */
  compute(term: Term): Computation {
    if (term.kind === 'slot') return this.read({ slot: term.slot, lag: 0 });
    if (term.kind === 'past') return this.read(term);
    if (term.kind !== 'apply') return term;
    const operands = term.operands.map((operand) => this.compute(operand));
    const computed =
      term.operation === 'wholePower'
        ? this.#product(operands)
        : applied(term.operation, ...operands);
    if (!COSTLY.has(term.operation) || !this.#repeated.has(keyOf(term))) return computed;
    return { kind: 'local', name: this.#share(computed) };
  }

  /** Multiplies in the order of `integerPower` in arithmetic/power.ts. */
  #product([base, power]: readonly Computation[]): Computation {
    const { value: exponent } = power as { readonly value: number };
    if (exponent === 0) return { kind: 'number', value: 1 };
    const x = this.#once(base!);
    let result = x;
    for (const bit of Math.abs(exponent).toString(2).slice(1)) {
      const root = this.#once(result);
      result = applied('multiply', root, root);
      if (bit === '1') result = applied('multiply', result, x);
    }
    return exponent < 0 ? applied('divide', { kind: 'number', value: 1 }, result) : result;
  }

  /** Gives a name to what would be computed twice otherwise. */
  #once(value: Computation): Computation {
    return value.kind === 'apply' ? { kind: 'local', name: this.#share(value) } : value;
  }

  #share(value: Computation): string {
    const key = keyOf(value);
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const local = `x${this.#count}`;
    this.#count += 1;
    this.#lets.push({ kind: 'let', local, value, label: null });
    this.#shared.set(key, local);
    return local;
  }

  /** Lets a term have a name, by which its slot is read from here on. */
  define(slot: number, term: Term, label: string | null = null): void {
    const value = this.compute(term);
    this.#lets.push({ kind: 'let', local: nameOf(slot), value, label });
    this.#known.add(slot);
  }

  /** Gives a computation a name of its own. */
  name(local: string, term: Term): void {
    const value = this.compute(term);
    this.#lets.push({ kind: 'let', local, value, label: null });
  }

  /** Lets a slot be read by its name from here on. */
  know(slot: number): void {
    this.#known.add(slot);
  }

  /** Takes what was let since the last statement. */
  takeLets(): readonly Let[] {
    const lets = this.#lets;
    this.#lets = [];
    return lets;
  }

  /** Makes something that is done only in some draws: what is shared within it is not known after it. */
  within<T>(make: () => T): T {
    this.#statements.push(...this.takeLets());
    const shared = this.#shared;
    this.#shared = new Map(shared);
    const made = make();
    this.#shared = shared;
    return made;
  }

  /** Adds a statement behind what was let before it. */
  add(statement: Statement): void {
    this.#statements.push(...this.takeLets(), statement);
  }

  /** Adds what must hold of a value once it is known: that it is finite. */
  watch(slot: number): void {
    this.add({ kind: 'watch', local: nameOf(slot) });
  }

  /** Adds that a variable's value is put into a column. */
  store(slot: number, column: string): void {
    const value = this.read({ slot, lag: 0 });
    this.add({ kind: 'store', column: this.column(column), value, label: null });
  }

  /** Lists what is remembered of `owner`, beside what it is now. */
  memos(owner: number): readonly Memo[] {
    return this.#layout.memory.get(owner)!.map((read) => ({
      column: this.column(memoPlace(owner, read)),
      now: this.read(read),
    }));
  }

  /** Ends the routine: for all draws of the block, or for those that are listed. */
  end(name: string, over: DrawList | null = null): Routine {
    this.#statements.push(...this.takeLets());
    return { name, over, statements: this.#statements };
  }
}
