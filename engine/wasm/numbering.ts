import type { Local, Type } from './code.ts';

/** More locals than this no host takes. */
const MOST_LOCALS = 50_000;

/** Stands for the number of a local whose scope is over. */
const RELEASED = -1;

/** Numbers the locals of one function; those of a scope that is over lend their numbers to later ones. */
export class Numbering {
  readonly #owner: object;
  readonly #numbers: Map<Local, number>;
  readonly #parameters: number;
  readonly #free: Readonly<Record<Type, number[]>> = { i32: [], f64: [], v128: [] };

  /** The types of the locals that are no parameters, in order. */
  readonly declared: Type[] = [];

  constructor(owner: object, parameters: readonly Local[]) {
    this.#owner = owner;
    this.#numbers = new Map(parameters.map((local, at) => [local, at]));
    this.#parameters = parameters.length;
  }

  #take(type: Type): number {
    const free = this.#free[type].pop();
    if (free !== undefined) return free;
    const number = this.#parameters + this.declared.length;
    if (number >= MOST_LOCALS) throw new RangeError(`more than ${MOST_LOCALS} locals at once`);
    this.declared.push(type);
    return number;
  }

  #begin(local: Local, isSet: boolean): number {
    if (local.owner !== this.#owner) throw new Error('a local of another function is used');
    if (!isSet) throw new Error('a local is read before it is set');
    const number = this.#take(local.type);
    this.#numbers.set(local, number);
    return number;
  }

  /** Gives the number of a local, which begins to exist where it is first set. */
  of(local: Local, isSet: boolean): number {
    const number = this.#numbers.get(local) ?? this.#begin(local, isSet);
    if (number === RELEASED) throw new Error('a local is used outside of its scope');
    return number;
  }

  /** Ends the life of locals. */
  release(locals: readonly Local[]): void {
    for (const local of locals) {
      const number = this.#numbers.get(local);
      if (number !== undefined) this.#free[local.type].push(number);
      this.#numbers.set(local, RELEASED);
    }
  }
}
