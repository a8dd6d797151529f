import { emit, type Naming } from '../formula/emit.ts';
import { COSTLY, emitOperation } from '../formula/operation.ts';
import { LOCAL, type Read } from '../formula/rule.ts';
import { keyOf, type Term, visit } from '../formula/term.ts';
import { asComment } from './check-code.ts';
import { countPlace, keptPlace, type Layout, listPlace, memoPlace, place } from './layout.ts';

/** What one line of generated code computes. */
export interface Line {
  readonly slot: number;
  readonly label: string;
  readonly term: Term;
  /** Whether it must be finite: what was taken out of an equation may stand where that does not look. */
  readonly watched: boolean;
}

/** The first of the slots of what stays fixed while a system is solved. */
export const FIXED = LOCAL + 536870912;

/** Names a variable, a system's own slot or what it keeps fixed, in generated code. */
export function nameOf(slot: number): string {
  if (slot >= FIXED) return `f${slot - FIXED}`;
  return slot >= LOCAL ? `l${slot - LOCAL}` : `v${slot}`;
}

/** Finds the costly parts that stand more than once in the terms of one function. */
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

/** Code of one function: what it reads becomes constants at its head, so that the loop holds arithmetic only. */
export class Part {
  readonly #layout: Layout;
  readonly #heads = new Map<string, string>();
  readonly #locals = new Set<number>();
  readonly #body: string[] = [];
  readonly #naming: Naming;
  readonly #shared = new Map<string, string>();
  readonly #repeated: ReadonlySet<string>;
  #count: string | null = null;

  constructor(layout: Layout, terms: readonly Term[]) {
    this.#layout = layout;
    this.#repeated = costlyRepeats(terms);
    this.#naming = {
      now: (slot) => (slot < 0 ? this.#aggregate(slot) : this.#read(slot, 0)),
      past: (slot, lag) => this.#read(slot, lag),
    };
  }

  #head(name: string, value: string): string {
    this.#heads.set(name, value);
    return name;
  }

  #aggregate(slot: number): string {
    return `${this.#head(`a${-slot - 1}`, `A[${-slot - 1}]`)}[i]`;
  }

  #read(slot: number, lag: number): string {
    if (lag === 0 && this.#locals.has(slot)) return nameOf(slot);
    const { constants, stepped } = this.#layout;
    const constant = lag === 0 ? constants.get(slot) : undefined;
    if (constant !== undefined) return this.#head(`k${constant}`, `K[${constant}]`);
    const step = stepped.get(place(slot, lag));
    if (step !== undefined) return this.#head(`s${step}`, `S[b + ${step}]`);
    return `${this.#column(place(slot, lag))}[i]`;
  }

  #column(name: string): string {
    const column = this.#layout.columns.get(name);
    return this.#head(`c${column}`, `C[${column}]`);
  }

  /** Writes a term; a costly part that stands in this function more than once is computed once. */
  expression(term: Term): string {
    if (term.kind !== 'apply') return emit(term, this.#naming);
    const text = emitOperation(
      term.operation,
      term.operands.map((operand) => this.expression(operand)),
    );
    if (!COSTLY.has(term.operation) || !this.#repeated.has(keyOf(term))) return text;
    const known = this.#shared.get(text) ?? `x${this.#shared.size}`;
    if (!this.#shared.has(text)) this.#body.push(`    const ${known} = ${text};`);
    this.#shared.set(text, known);
    return known;
  }

  /** Adds a line as it stands. */
  add(line: string): void {
    this.#body.push(line);
  }

  /** Lets a slot be read by its name from here on. */
  know(slot: number): void {
    this.#locals.add(slot);
  }

  /** Makes a matrix that the draws of a call use in turn. */
  matrix(name: string, length: number): void {
    this.#head(name, `new Float64Array(${length})`);
  }

  /** Names a column of the layout at this draw. */
  at(column: string): string {
    return `${this.#column(column)}[i]`;
  }

  /** Adds what must hold of a value once it is known: that it is finite. */
  watch(slot: number): void {
    this.add(`    z += ${nameOf(slot)} - ${nameOf(slot)};`);
  }

  /** Writes what is remembered of `owner`: whether all that it reads is as it was, and how to remember it now. */
  recall(
    owner: number,
    reads: readonly Read[],
  ): { readonly asBefore: string; readonly renew: string } {
    const pairs = reads.map((read) => {
      return [this.at(memoPlace(owner, read)), this.#read(read.slot, read.lag)] as const;
    });
    return {
      // Nothing is remembered where the first memo is NaN, so that a read which is no number is never as before.
      asBefore: [`${pairs[0]![1]} === ${pairs[0]![1]}`]
        .concat(pairs.map(([memo, now]) => `same(${memo}, ${now})`))
        .join(' && '),
      renew: pairs.map(([memo, now]) => `${memo} = ${now};`).join(' '),
    };
  }

  /** Computes an equation where something that it reads has changed; its own column keeps the value otherwise. */
  #remember({ slot, term }: Line, reads: readonly Read[]): void {
    const { asBefore, renew } = this.recall(slot, reads);
    const isLookedBackAt = this.#layout.columns.has(keptPlace(slot));
    const kept = this.at(isLookedBackAt ? keptPlace(slot) : place(slot));
    this.add(`    let v${slot} = ${kept};`);
    this.add(`    if (!(${asBefore})) {`);
    this.add(`      v${slot} = ${emit(term, this.#naming)};`);
    this.add(`      ${kept} = v${slot}; ${renew}`);
    this.add('    }');
  }

  assign(line: Line, stored: boolean): void {
    const { slot, label, term, watched } = line;
    const reads = this.#layout.memory.get(slot);
    const text = reads === undefined ? this.expression(term) : '';
    this.add(`    // ${asComment(label)}`);
    if (reads === undefined) this.add(`    const v${slot} = ${text};`);
    else this.#remember(line, reads);
    if (watched) this.watch(slot);
    this.know(slot);
    if (stored) this.add(`    ${this.at(place(slot))} = v${slot};`);
  }

  store(name: string, label: string, term: Term): void {
    this.#body.push(
      `    // ${asComment(label)}, before the first step`,
      `    ${this.#column(name)}[i] = ${this.expression(term)};`,
    );
  }

  require(label: string, term: Term): void {
    this.#body.push(
      `    // check ${asComment(label)}`,
      `    if (!(${this.expression(term)})) z = NaN;`,
    );
  }

  answer(index: number, term: Term): void {
    const text = this.expression(term);
    this.#body.push(`    ${this.#head(`o${index}`, `O[${index}]`)}[i] = +${text};`);
  }

  /** Lists the draws for which a cluster is computed: those for which something that it reads has changed. */
  list(owner: number, lagged: readonly number[]): void {
    const { asBefore, renew } = this.recall(owner, this.#layout.memory.get(owner)!);
    this.#count = this.#column(countPlace(owner));
    this.add(`    if (!(${asBefore})) {`);
    this.add(`      ${this.#column(listPlace(owner))}[q] = i; q += 1; ${renew}`);
    this.add('    } else {');
    for (const slot of lagged)
      this.add(`      ${this.at(place(slot))} = ${this.at(keptPlace(slot))};`);
    this.add('    }');
  }

  /** Writes the function for all draws of the block, or for those that are listed for a cluster. */
  text(name: string, parameters: string, listed?: number): string {
    const loop =
      listed === undefined
        ? ['  for (let i = 0; i < n; i++) {']
        : [
            `  const q = ${this.#column(countPlace(listed))}[0];`,
            '  for (let j = 0; j < q; j++) {',
            `    const i = ${this.#column(listPlace(listed))}[j] | 0;`,
          ];
    return [
      `function ${name}(${parameters}) {`,
      ...[...this.#heads].map(([head, value]) => `  const ${head} = ${value};`),
      ...(this.#count === null ? [] : ['  let q = 0;']),
      ...loop,
      '    let z = 0;',
      ...this.#body,
      '    Z[i] += z;',
      '  }',
      ...(this.#count === null ? [] : [`  ${this.#count}[0] = q;`]),
      '}',
    ].join('\n');
  }
}
