import type { Computation, Memo } from '../../../engine/kernel/routine.ts';
import { ARITHMETIC, called, type Dialect, infix } from '../print-term.ts';

/** How C is written. */
export interface Style {
  /**
   * Whether all loops run over all draws, so that vectors can be made of them; otherwise what has not changed since
   * the step before is left as it is, as the engine leaves it.
   */
  readonly vectorised: boolean;
}

const SPELLING: Dialect['operations'] = {
  ...ARITHMETIC,
  power: called('pow'),
  wholePower: (x, n) => `whole_power(${x}, (int)${n})`,
  squareRoot: called('sqrt'),
  exp: called('exp'),
  log: called('log'),
  logistic: called('logistic'),
  floor: called('floor'),
  ceil: called('ceil'),
  round: called('round'),
  abs: called('fabs'),
  smaller: called('smaller'),
  larger: called('larger'),
  ramp: called('ramp'),
  and: infix('&&'),
  or: infix('||'),
  xor: infix('!='),
  not: (a) => `(!${a})`,
  choose: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
};

/** Writes a number of C that reads back to the same bits. */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'NAN';
  if (!Number.isFinite(value)) return value > 0 ? 'INFINITY' : '(-INFINITY)';
  const text = Object.is(value, -0) ? '-0' : String(value);
  const real = /[.e]/.test(text) ? text : `${text}.0`;
  return text.startsWith('-') ? `(${real})` : real;
}

/** The text of one routine in C while it is written: what it reads stands at its head. */
export class RoutineText {
  readonly style: Style;
  readonly #heads = new Map<string, string>();
  readonly #body: string[] = [];

  constructor(style: Style) {
    this.style = style;
  }

  /** Adds a line of the loop over draws. */
  add(line: string): void {
    this.#body.push(`    ${line}`);
  }

  /** Gives something a name at the head of the function. */
  head(name: string, declaration: string): string {
    this.#heads.set(name, declaration);
    return name;
  }

  /** Names a column. */
  column(column: number): string {
    return this.head(`c${column}`, `double *restrict c${column} = C[${column}];`);
  }

  /** Names a column's number at this draw. */
  at(column: number): string {
    return `${this.column(column)}[i]`;
  }

  /** Writes a computation. */
  expression(computation: Computation): string {
    switch (computation.kind) {
      case 'number':
        return printNumber(computation.value);
      case 'truth':
        return computation.value ? '1' : '0';
      case 'local':
        return computation.name;
      case 'column':
        return this.at(computation.column);
      case 'constant':
        return this.#number('k', 'K', computation.index);
      case 'stepped':
        return this.#number('s', 'S', computation.index);
      case 'aggregate':
        return `A[${computation.index}][i]`;
      case 'apply':
        return SPELLING[computation.operation](
          ...computation.operands.map((operand) => this.expression(operand)),
        );
    }
  }

  #number(letter: string, array: string, index: number): string {
    return this.head(`${letter}${index}`, `const double ${letter}${index} = ${array}[${index}];`);
  }

  /** Writes whether all is as the memos say; nothing is where the first is no number. */
  asBefore(memos: readonly Memo[]): string {
    const now = this.expression(memos[0]!.now);
    const isSame = memos.map(
      (memo) => `same(${this.at(memo.column)}, ${this.expression(memo.now)})`,
    );
    return [`${now} == ${now}`, ...isSame].join(' && ');
  }

  /** Writes how the memos are renewed. */
  renew(memos: readonly Memo[]): string {
    return memos.map((memo) => `${this.at(memo.column)} = ${this.expression(memo.now)};`).join(' ');
  }

  /** Gives the function; `loop` opens what is done for each draw, `ends` stands behind it. */
  text(signature: string, loop: readonly string[], ends: readonly string[]): string {
    return [
      `static void ${signature} {`,
      ...[...this.#heads.values()].map((declaration) => `  ${declaration}`),
      ...loop.map((line) => `  ${line}`),
      '    double z = 0;',
      ...this.#body,
      '    Z[i] += z;',
      '  }',
      ...ends.map((line) => `  ${line}`),
      '}',
    ].join('\n');
  }
}
