import {
  type AppliedOperation,
  type Computation,
  type Let,
  type Statement,
  visitComputation,
} from '../kernel/routine.ts';

/** Operations of many instructions that wait for each other. */
const LONG = ['exp', 'log'] as const;

/** So many statements further on, a partner would cost more registers than it saves waits. */
const REACH = 200;

/** One of those operations. */
export type Long = (typeof LONG)[number];

/** Two lets of one long operation, of which neither needs the other: they are computed side by side. */
export interface Pair {
  readonly kind: 'pair';
  readonly operation: Long;
  readonly lets: readonly [Let, Let];
}

/** What a list of statements, or of lets alone, becomes. */
export type Paired<S extends Statement> = readonly (S | Let | Pair)[];

/** Finds which long operation a computation is, before its operands; null where it is none. */
export function longOf(computation: Computation): Long | null {
  if (computation.kind !== 'apply') return null;
  return LONG.find((long) => long === computation.operation) ?? null;
}

function longIn(statement: Statement): Long | null {
  return statement.kind === 'let' ? longOf(statement.value) : null;
}

/** Gives every long operation a let of its own. */
class Splitting {
  #count = 0;

  #part(value: AppliedOperation, lets: Let[]): Computation {
    const whole = this.#whole(value, lets);
    if (longOf(whole) === null) return whole;
    const local = `e${this.#count}`;
    this.#count += 1;
    lets.push({ kind: 'let', local, value: whole, label: null });
    return { kind: 'local', name: local };
  }

  #whole(value: AppliedOperation, lets: Let[]): AppliedOperation {
    const operands = value.operands.map((operand) =>
      operand.kind === 'apply' ? this.#part(operand, lets) : operand,
    );
    return { ...value, operands };
  }

  split<S extends Statement>(statement: S): readonly (S | Let)[] {
    const lets: Let[] = [];
    if (statement.kind === 'let' && statement.value.kind === 'apply') {
      const value = this.#whole(statement.value, lets);
      return [...lets, { ...statement, value }];
    }
    if (statement.kind === 'store' && statement.value.kind === 'apply') {
      const value = this.#part(statement.value, lets);
      return [...lets, { ...statement, value }];
    }
    return [statement];
  }
}

/** What a let reads that other statements may write. */
interface Reads {
  readonly locals: ReadonlySet<string>;
  readonly columns: ReadonlySet<number>;
}

function readsOf({ value }: Let): Reads {
  const locals = new Set<string>();
  const columns = new Set<number>();
  visitComputation(value, (part) => {
    if (part.kind === 'local') locals.add(part.name);
    if (part.kind === 'column') columns.add(part.column);
  });
  return { locals, columns };
}

/** Puts statements into an order in which long operations stand side by side, two and two. */
class Pairing<S extends Statement> {
  readonly #statements: readonly (S | Let)[];
  readonly #reads: readonly (Reads | null)[];
  readonly #lets = new Map<string, number>();
  readonly #done = new Set<number>();

  constructor(statements: readonly (S | Let)[]) {
    this.#statements = statements;
    this.#reads = statements.map((one) => (one.kind === 'let' ? readsOf(one) : null));
    for (const [at, one] of statements.entries()) {
      if (one.kind === 'let') this.#lets.set(one.local, at);
    }
  }

  /** Lists what is not done yet of what a let needs, itself last. */
  #needs(at: number, found: Set<number> = new Set()): Set<number> {
    if (found.has(at)) return found;
    for (const local of this.#reads[at]!.locals) {
      const other = this.#lets.get(local);
      if (other !== undefined && !this.#done.has(other)) this.#needs(other, found);
    }
    return found.add(at);
  }

  /** Tells whether a let would read from a column before what should stand in it is there. */
  #isTooEarly(at: number, from: number): boolean {
    const { columns } = this.#reads[at]!;
    return this.#statements
      .slice(from, at)
      .some((one) => one.kind === 'store' && columns.has(one.column));
  }

  /** Finds what can stand beside the let at `at`, with all that it needs before it. */
  #partner(at: number, operation: Long): readonly number[] | null {
    const last = Math.min(this.#statements.length, at + REACH);
    for (let other = at + 1; other < last; other++) {
      const { kind } = this.#statements[other]!;
      if (kind === 'search' || kind === 'enlist') return null;
      if (this.#done.has(other) || longIn(this.#statements[other]!) !== operation) continue;
      const needs = [...this.#needs(other)];
      if (!needs.includes(at) && !needs.some((need) => this.#isTooEarly(need, at))) return needs;
    }
    return null;
  }

  #take(at: number): S | Let {
    this.#done.add(at);
    return this.#statements[at]!;
  }

  order(): Paired<S> {
    return this.#statements.flatMap((statement, at): Paired<S> => {
      if (this.#done.has(at)) return [];
      const operation = longIn(statement);
      const needs = operation === null ? null : this.#partner(at, operation);
      if (operation === null || needs === null) return [this.#take(at)];
      const before = needs.slice(0, -1).map((need) => this.#take(need));
      const lets = [this.#take(at), this.#take(needs.at(-1)!)] as [Let, Let];
      return [...before, { kind: 'pair', operation, lets }];
    });
  }
}

/** Pairs the long operations of one routine, its searches' among them. No operation changes, so no bit does. */
export class Pairer {
  readonly #splitting = new Splitting();

  /** Pairs a list of statements that follow each other. */
  pair<S extends Statement>(statements: readonly S[]): Paired<S> {
    const split = statements.flatMap((statement) => this.#splitting.split(statement));
    return new Pairing(split).order();
  }
}
