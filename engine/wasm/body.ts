import {
  type Callee,
  type Code,
  checkTypes,
  type Label,
  type Local,
  type Reference,
  type Statement,
  type Type,
  type Value,
  type Values,
} from './code.ts';
import type { Constants } from './constants.ts';

/** A local that may be set again; its value is what it holds where that is computed. */
export interface Variable<T extends Type = Type> extends Local<T> {
  readonly value: Value<T>;
}

/** Writes the statements of a function one after another. */
export class Body {
  #locals: Local[] = [];
  readonly #constants: Constants;
  #statements: (number | Reference | Code)[] = [];

  constructor(constants: Constants) {
    this.#constants = constants;
  }

  #add(...code: Code): void {
    this.#statements.push(...code);
  }

  /** Gives all that was written. */
  get code(): Code {
    return this.#statements;
  }

  /** Gives a number in both lanes of a vector. */
  number(value: number): Value<'v128'> {
    return this.#constants.number(value);
  }

  /** Gives an integer of 64 bits in both lanes of a vector. */
  bits(value: bigint): Value<'v128'> {
    return this.#constants.bits(value);
  }

  /** Adds what leaves nothing behind, such as a store. */
  do({ code }: Statement): void {
    this.#statements.push(code);
  }

  /** Declares a local that is set before it is read. */
  variable<T extends Type>(type: T): Variable<T> {
    const code: (number | Local)[] = [0x20];
    const variable: Variable<T> = { kind: 'local', type, owner: this, value: { type, code } };
    code.push(variable);
    this.#locals.push(variable);
    return variable;
  }

  /** Sets a variable. */
  set<T extends Type>(variable: Variable<T>, value: Value<T>): void {
    checkTypes('set', [variable.type], [value]);
    this.#statements.push(value.code, 0x21, variable);
  }

  /** Computes a value here and once; what it returns may be used any number of times. */
  let<T extends Type>(value: Value<T>): Value<T> {
    const variable = this.variable(value.type);
    this.set(variable, value);
    return variable.value;
  }

  /** Calls a function here; what it returns may be used any number of times. */
  call<T extends readonly Type[], G extends readonly Type[]>(
    callee: Callee<T, G>,
    ...operands: Values<T>
  ): Values<G> {
    checkTypes(callee.name, callee.takes, operands);
    const results = callee.gives.map((type) => this.variable(type));
    const operandCode = operands.map(({ code }) => code);
    this.#add(operandCode, 0x10, { kind: 'function', callee });
    for (const result of results.toReversed()) this.#add(0x21, result);
    return results.map(({ value }) => value) as readonly Value[] as Values<G>;
  }

  /** Lends the locals that are declared inside to later code; only what `write` returns is kept. */
  scope(write: () => readonly Value<'v128'>[]): readonly Value<'v128'>[] {
    const outer = this.#locals;
    this.#locals = [];
    const results = write();
    const inner = this.#locals;
    this.#locals = outer;
    const kept = results.map((result) => this.let(result));
    this.#add({ kind: 'release', locals: inner });
    return kept;
  }

  #nested(write: () => void): Code {
    const outer = this.#statements;
    const inner: (number | Reference | Code)[] = [];
    this.#statements = inner;
    write();
    this.#statements = outer;
    return inner;
  }

  #structure(opcode: number, label: Label, inside: Code): void {
    this.#add(opcode, 0x40, { kind: 'open', label }, inside, { kind: 'close', label }, 0x0b);
  }

  /** Writes a block: a branch to its label leaves it. */
  block(write: (end: Label) => void): void {
    const label: Label = { of: 'block' };
    this.#structure(
      0x02,
      label,
      this.#nested(() => write(label)),
    );
  }

  /** Writes a loop: a branch to its label begins it anew, and it ends where none is taken. */
  loop(write: (head: Label) => void): void {
    const label: Label = { of: 'loop' };
    this.#structure(
      0x03,
      label,
      this.#nested(() => write(label)),
    );
  }

  /** Writes what is done where a condition is not zero, and what else. */
  if(condition: Value<'i32'>, then: () => void, otherwise?: () => void): void {
    checkTypes('if', ['i32'], [condition]);
    const inside = this.#nested(then);
    const other = otherwise === undefined ? [] : [0x05, this.#nested(otherwise)];
    this.#add(condition.code);
    this.#structure(0x04, { of: 'if' }, [inside, other]);
  }

  /** Goes to a label: in any case, or where a condition is not zero. */
  branch(label: Label, condition?: Value<'i32'>): void {
    if (condition === undefined) {
      this.#add(0x0c, { kind: 'label', label });
      return;
    }
    checkTypes('branch', ['i32'], [condition]);
    this.#add(condition.code, 0x0d, { kind: 'label', label });
  }
}
