import { eliminate } from '../arithmetic/eliminate.ts';
import { evaluateNumber, type Reader } from './evaluate.ts';
import type { Definition, System } from './rule.ts';

/** The shortest part of a Newton step that is tried before the search is given up. */
export const SHORTEST_STRETCH = 1 / 1048576;

/** The part of a step below which it is not shortened further where the residuals are small already. */
export const ENOUGH_STRETCH = 1 / 32;

/** What a search for a solution came to. */
export interface Solution {
  /** One value per unknown, in order: the last that were accepted. */
  readonly values: readonly number[];
  readonly solved: boolean;
  /** The Newton steps that were taken. */
  readonly rounds: number;
  /** Whether any of them was shortened. */
  readonly isShortened: boolean;
  /** Each residual as a share of its size, at `values`; at the guess where not even that could be computed. */
  readonly misses: readonly number[];
  /** Whether a Newton step could not be computed: the residuals do not settle the unknowns there. */
  readonly singular: boolean;
}

/** The residuals at some values of the unknowns, and what each of them adds up. */
interface Residuals {
  readonly amounts: readonly number[];
  readonly sizes: readonly number[];
}

/** A system at trial values of its unknowns. */
class Trial {
  readonly #system: System;
  readonly #own = new Map<number, number>();
  readonly #reader: Reader;

  constructor(system: System, reader: Reader) {
    this.#system = system;
    this.#reader = {
      now: (slot) => this.#own.get(slot) ?? reader.now(slot),
      past: reader.past,
    };
  }

  #compute(definitions: readonly Definition[]): void {
    for (const { slot, term } of definitions) {
      this.#own.set(slot, evaluateNumber(term, this.#reader));
    }
  }

  guess(): number[] {
    return this.#system.unknowns.map(({ guess }) => evaluateNumber(guess, this.#reader));
  }

  at(values: readonly number[]): Residuals {
    const { unknowns, values: between, residuals, sizes } = this.#system;
    for (const [index, { slot }] of unknowns.entries()) this.#own.set(slot, values[index]!);
    this.#compute(between);
    return {
      amounts: residuals.map((term) => evaluateNumber(term, this.#reader)),
      sizes: sizes.map((term) => evaluateNumber(term, this.#reader)),
    };
  }

  /** The Newton step at the values last tried. */
  step(): readonly number[] {
    const { slopes, jacobian, residuals } = this.#system;
    this.#compute(slopes);
    const rows = jacobian.map((row, index) =>
      [...row, residuals[index]!].map((term) => evaluateNumber(term, this.#reader)),
    );
    const matrix = Float64Array.from(rows.flat());
    eliminate(matrix, rows.length);
    return rows.map((_, index) => matrix[index * (rows.length + 1) + rows.length]!);
  }
}

/** Where no values were accepted yet: any whose residuals are finite are better. */
function nowhere({ unknowns }: System): Residuals {
  return { amounts: unknowns.map(() => Number.POSITIVE_INFINITY), sizes: unknowns.map(() => 0) };
}

/** A residual of a plain number at the guess that is nothing but the rounding of shares that sum to one. */
export const ROUNDING = 1e-15;

/** How small residuals are: against another trial, to end the search, to keep a guess, to be the best that can be had. */
class Measure {
  readonly #system: System;
  constructor(system: System) {
    this.#system = system;
  }

  #every({ amounts }: Residuals, bound: (at: number) => number): boolean {
    return amounts.every((amount, at) => Math.abs(amount) <= bound(at));
  }

  /** The largest residual of one trial, each measured by the larger of its sizes at that and at another. */
  worst({ amounts, sizes }: Residuals, other: Residuals): number {
    const { margins } = this.#system;
    return amounts
      .map((amount, at) => {
        const size = Math.max(sizes[at]!, other.sizes[at]!) + margins[at]!;
        return Math.abs(amount) / size;
      })
      .reduce((a, b) => Math.max(a, b));
  }

  isNone(found: Residuals): boolean {
    return this.#every(found, (at) => this.#system.tolerance * found.sizes[at]!);
  }

  isRounding(found: Residuals): boolean {
    return this.#every(found, (at) => ROUNDING * this.#system.margins[at]!);
  }

  isEnough(found: Residuals): boolean {
    const { tolerance, margins } = this.#system;
    return this.#every(found, (at) => tolerance * (found.sizes[at]! + margins[at]!));
  }
}

/**
 * Solves a system by Newton's method from its guess: a pure function of what the system reads. A step that does
 * not bring the largest residual down is halved until it does. Values that solve the system at once are kept as
 * they are. Where residuals of plain numbers are small against 1 and not even part of a step helps, doubles say no more.
 *
 * Errors: `solved` is false where the steps run out or no part of a step helps.
 */
export function solve(system: System, reader: Reader): Solution {
  const [trial, measure] = [new Trial(system, reader), new Measure(system)];
  let tried: readonly number[] = trial.guess();
  let [values, held] = [tried, nowhere(system)];
  let step: readonly number[] = [];
  let stretch = 1;
  let rounds = 0;
  let isShortened = false;
  const end = (solved: boolean, last: Residuals): Solution => {
    const misses = last.amounts.map((amount, at) => Math.abs(amount) / last.sizes[at]!);
    const singular = !step.every(Number.isFinite);
    return { values, misses, rounds, isShortened, solved, singular };
  };
  for (;;) {
    const found = trial.at(tried);
    if (measure.worst(found, held) < measure.worst(held, found)) {
      [values, held, stretch] = [tried, found, 1];
      if (measure.isNone(found) || (rounds === 0 && measure.isRounding(found)))
        return end(true, held);
      if (rounds === system.iterations) return end(measure.isEnough(found), held);
      rounds += 1;
      step = trial.step();
    } else {
      stretch *= 0.5;
      isShortened = true;
      if (stretch < ENOUGH_STRETCH && measure.isEnough(held)) return end(true, held);
      if (rounds === 0 || stretch < SHORTEST_STRETCH)
        return end(false, rounds === 0 ? found : held);
    }
    const [from, along, part] = [values, step, stretch];
    tried = from.map((value, index) => value - part * along[index]!);
  }
}
