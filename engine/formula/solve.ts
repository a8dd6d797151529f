import { eliminate } from '../arithmetic/eliminate.ts';
import { evaluateNumber, type Reader } from './evaluate.ts';
import type { Definition, System } from './rule.ts';

/** The shortest part of a Newton step that is tried before the search is given up. */
export const SHORTEST_STRETCH = 1 / 1024;

/** What a search for a solution came to. */
export interface Solution {
  /** One value per unknown, in order: the last that were accepted. */
  readonly values: readonly number[];
  readonly solved: boolean;
  /** The Newton steps that were taken. */
  readonly rounds: number;
  /** Each residual's size relative to its sides, at `values`. */
  readonly misses: readonly number[];
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

  missesAt(values: readonly number[]): readonly number[] {
    for (const [index, { slot }] of this.#system.unknowns.entries()) {
      this.#own.set(slot, values[index]!);
    }
    this.#compute(this.#system.values);
    return this.#system.misses.map((term) => evaluateNumber(term, this.#reader));
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

/**
 * Solves a system by Newton's method from its guess: a pure function of what the system reads. A step that does
 * not bring the largest miss down is halved until it does. Values that solve the system at once are kept as they are.
 *
 * Errors: `solved` is false where the steps run out or no part of a step helps.
 */
export function solve(system: System, reader: Reader): Solution {
  const trial = new Trial(system, reader);
  let values: readonly number[] = trial.guess();
  let tried = values;
  let misses: readonly number[] = [];
  let step: readonly number[] = [];
  let best = Number.POSITIVE_INFINITY;
  let stretch = 1;
  let rounds = 0;
  for (;;) {
    const found = trial.missesAt(tried);
    const worst = found.reduce((a, b) => Math.max(a, b));
    if (worst < best) {
      [best, values, misses] = [worst, tried, found];
      if (best <= system.tolerance) return { values, misses, rounds, solved: true };
      if (rounds === system.iterations) return { values, misses, rounds, solved: false };
      rounds += 1;
      step = trial.step();
      stretch = 1;
    } else {
      stretch *= 0.5;
      if (rounds === 0 || stretch < SHORTEST_STRETCH) {
        return { values, misses: rounds === 0 ? found : misses, rounds, solved: false };
      }
    }
    const [from, along, part] = [values, step, stretch];
    tried = from.map((value, index) => value - part * along[index]!);
  }
}
