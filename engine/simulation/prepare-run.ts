import type { Reader } from '../formula/evaluate.ts';
import type { Layout } from '../kernel/layout.ts';
import { VARIES } from '../kernel/varies.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { Inputs } from './inputs.ts';
import { valueBefore } from './interpret.ts';
import type { PreparedProgram } from './plan.ts';
import { Solver } from './solver.ts';

/** The numbers of a run that no draw changes. Shape: `stepped[step * steppedCount + index]`. */
export interface RunNumbers {
  readonly constants: Float64Array;
  readonly stepped: Float64Array;
  /** By drawn input: its value by step where this run has a schedule for it instead; else null. */
  readonly paths: readonly (Float64Array | null)[];
  /** Whether every equation's value among these numbers is finite. */
  readonly finite: boolean;
}

/** Where the numbers of a step stand: those of variables by slot, and past ones; and which are computed. */
interface Stepped {
  readonly now: ReadonlyMap<number, number>;
  readonly computed: readonly ScalarEquation[];
  readonly past: readonly { readonly slot: number; readonly lag: number; readonly index: number }[];
}

function steppedOf({ stepped }: Layout, equations: readonly ScalarEquation[]): Stepped {
  const places = [...stepped].map(([name, index]) => {
    const [slot, lag = 0] = name.split(':').map(Number) as [number, number?];
    return { slot, lag, index };
  });
  const current = places.filter(({ lag }) => lag === 0);
  const now = new Map(current.map(({ slot, index }) => [slot, index]));
  return {
    now,
    computed: equations.filter(({ slot }) => now.has(slot)),
    past: places.filter(({ lag }) => lag > 0),
  };
}

/** The numbers of a run while they are computed, step after step. */
class Numbers {
  readonly constants: Float64Array;
  readonly stepped: Float64Array;
  readonly #prepared: PreparedProgram;
  readonly #equations: ReadonlyMap<number, ScalarEquation>;
  readonly #places: Stepped;
  readonly #solver = new Solver();

  constructor(prepared: PreparedProgram) {
    const { layout, plan, program } = prepared;
    this.#prepared = prepared;
    this.#places = steppedOf(layout, program.model.equations);
    this.#equations = new Map(program.model.equations.map((one) => [one.slot, one]));
    this.constants = new Float64Array(plan.constantCount);
    this.stepped = new Float64Array(plan.steps * plan.steppedCount);
  }

  valueAt(slot: number, step: number): number {
    const { layout, plan } = this.#prepared;
    const index = this.#places.now.get(slot);
    if (index !== undefined) return this.stepped[step * plan.steppedCount + index]!;
    return this.constants[layout.constants.get(slot)!]!;
  }

  readerAt(step: number): Reader {
    return {
      now: (slot) => this.valueAt(slot, step),
      past: (slot, lag) => this.#pastAt(slot, lag, step),
    };
  }

  #pastAt(slot: number, lag: number, step: number): number {
    if (step >= lag) return this.valueAt(slot, step - lag);
    return valueBefore(this.#equations.get(slot)!, lag - step, this.readerAt(0));
  }

  fillConstants(inputs: Inputs): void {
    const { layout, program } = this.#prepared;
    for (const [slot, value] of inputs.constants) {
      const index = layout.constants.get(slot);
      if (index !== undefined) this.constants[index] = value;
    }
    for (const { slot, term } of program.model.equations) {
      const index = layout.constants.get(slot);
      if (index !== undefined) {
        this.constants[index] = this.#solver.value(term, this.readerAt(0));
      }
    }
  }

  fillStep(inputs: Inputs, step: number): void {
    const { now, computed, past } = this.#places;
    const base = step * this.#prepared.plan.steppedCount;
    const reader = this.readerAt(step);
    for (const [slot, column] of inputs.stepped) {
      const index = now.get(slot);
      if (index !== undefined) this.stepped[base + index] = column[step]!;
    }
    for (const { slot, term } of computed) {
      this.stepped[base + now.get(slot)!] = this.#solver.value(term, reader);
    }
    for (const { slot, lag, index } of past) this.stepped[base + index] = reader.past(slot, lag);
  }

  isFinite(): boolean {
    const { layout, plan, program } = this.#prepared;
    const { equations, variables } = program.model;
    const shared = equations.filter(
      ({ slot }) => !(layout.varies[slot]! & VARIES.draw) && variables[slot]!.kind !== 'part',
    );
    const steps = Array.from({ length: plan.steps }, (_, step) => step);
    return shared.every(({ slot }) =>
      steps.every((step) => Number.isFinite(this.valueAt(slot, step))),
    );
  }
}

/** Evaluates everything that is the same for all draws, once for the run instead of once for each draw. */
export function prepareRun(prepared: PreparedProgram, inputs: Inputs): RunNumbers {
  const numbers = new Numbers(prepared);
  numbers.fillConstants(inputs);
  for (let step = 0; step < prepared.plan.steps; step++) numbers.fillStep(inputs, step);
  const { constants, stepped } = numbers;
  const paths = prepared.drawnSlots.map((slot) => inputs.stepped.get(slot) ?? null);
  return { constants, stepped, paths, finite: numbers.isFinite() };
}
