import { emitNumber } from '../formula/emit.ts';
import { emitOperation } from '../formula/operation.ts';
import type { Computation, DrawList, Memo } from '../kernel/routine.ts';
import { asComment } from './check-code.ts';

/** Finds the formula that the author wrote for what has a label; null where there is none. */
export type SayingOf = (label: string) => string | null;

/** The text of one function while it is written: what it reads becomes constants at its head. */
export class RoutineText {
  readonly #sayingOf: SayingOf;
  readonly #heads = new Map<string, string>();
  readonly #body: string[] = [];

  constructor(sayingOf: SayingOf) {
    this.#sayingOf = sayingOf;
  }

  /** Says what the next line computes: what the author calls it and, where that is known, the author's formula. */
  say(label: string): void {
    const saying = this.#sayingOf(label);
    this.add(`    // ${asComment(saying === null ? label : `${label} = ${saying}`)}`);
  }

  /** Adds a line as it stands. */
  add(line: string): void {
    this.#body.push(line);
  }

  /** Gives a value a name at the head of the function. */
  head(name: string, value: string): string {
    this.#heads.set(name, value);
    return name;
  }

  /** Names a column. */
  column(column: number): string {
    return this.head(`c${column}`, `C[${column}]`);
  }

  /** Names a column's number at this draw. */
  at(column: number): string {
    return `${this.column(column)}[i]`;
  }

  /** Writes a computation as an expression. */
  expression(computation: Computation): string {
    switch (computation.kind) {
      case 'number':
        return emitNumber(computation.value);
      case 'truth':
        return String(computation.value);
      case 'local':
        return computation.name;
      case 'column':
        return this.at(computation.column);
      case 'constant':
        return this.head(`k${computation.index}`, `K[${computation.index}]`);
      case 'stepped':
        return this.head(`s${computation.index}`, `S[b + ${computation.index}]`);
      case 'aggregate':
        return `${this.head(`a${computation.index}`, `A[${computation.index}]`)}[i]`;
      case 'apply':
        return emitOperation(
          computation.operation,
          computation.operands.map((operand) => this.expression(operand)),
        );
    }
  }

  /** Writes whether all is as the memos say; nothing is where the first is no number. */
  asBefore(memos: readonly Memo[]): string {
    const now = this.expression(memos[0]!.now);
    return [`${now} === ${now}`]
      .concat(memos.map((memo) => `same(${this.at(memo.column)}, ${this.expression(memo.now)})`))
      .join(' && ');
  }

  /** Writes how the memos are renewed. */
  renew(memos: readonly Memo[]): string {
    return memos.map((memo) => `${this.at(memo.column)} = ${this.expression(memo.now)};`).join(' ');
  }

  #loop(over: DrawList | null): readonly string[] {
    if (over === null) return ['  for (let i = 0; i < n; i++) {'];
    return [
      `  const q = ${this.column(over.count)}[0];`,
      '  for (let j = 0; j < q; j++) {',
      `    const i = ${this.column(over.list)}[j] | 0;`,
    ];
  }

  /** Gives the whole function; `ends` stand around the loop over the draws. */
  text(signature: string, over: DrawList | null, ends: { before: string; after: string } | null) {
    const loop = this.#loop(over);
    return [
      `function ${signature} {`,
      ...[...this.#heads].map(([head, value]) => `  const ${head} = ${value};`),
      ...(ends === null ? [] : [ends.before]),
      ...loop,
      '    let z = 0;',
      ...this.#body,
      '    Z[i] += z;',
      '  }',
      ...(ends === null ? [] : [ends.after]),
      '}',
    ].join('\n');
  }
}
