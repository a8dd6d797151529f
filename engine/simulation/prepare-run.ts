import { evaluateNumber, type Reader } from '../formula/evaluate.ts';
import { place, VARIES } from '../kernel/layout.ts';
import type { Inputs } from './inputs.ts';
import type { PreparedProgram } from './plan.ts';

/** The numbers of a run that no draw changes. Shape: `stepped[step * steppedCount + index]`. */
export interface RunNumbers {
  readonly constants: Float64Array;
  readonly stepped: Float64Array;
  /** By drawn input: its value by step where this run has a schedule for it instead; else null. */
  readonly paths: readonly (Float64Array | null)[];
  /** Whether every one of these numbers is finite. */
  readonly isFinite: boolean;
}

/** Evaluates everything that is the same for all draws, once for the run instead of once for each draw. */
export function prepareRun(prepared: PreparedProgram, inputs: Inputs): RunNumbers {
  const { program, layout, plan } = prepared;
  const { model } = program;
  const constants = new Float64Array(plan.constantCount);
  const stepped = new Float64Array(plan.steps * plan.steppedCount);
  const equations = new Map(model.equations.map((equation) => [equation.slot, equation]));
  const constantAt = (slot: number) => constants[layout.constants.get(slot)!]!;
  const valueAt = (slot: number, step: number): number => {
    const index = layout.stepped.get(place(slot));
    return index === undefined ? constantAt(slot) : stepped[step * plan.steppedCount + index]!;
  };
  const readerAt = (step: number): Reader => ({
    now: (slot) => valueAt(slot, step),
    past: (slot, lag) => {
      if (step >= lag) return valueAt(slot, step - lag);
      const { starts } = equations.get(slot)!;
      if (starts?.kind === 'table') return starts.valueAtLag(lag - step);
      return evaluateNumber(starts!.term, readerAt(0));
    },
  });
  for (const [slot, value] of inputs.constants) {
    const index = layout.constants.get(slot);
    if (index !== undefined) constants[index] = value;
  }
  for (const { slot, term } of model.equations) {
    if (layout.varies[slot] === VARIES.never) {
      constants[layout.constants.get(slot)!] = evaluateNumber(term, readerAt(0));
    }
  }
  for (let step = 0; step < plan.steps; step++) fillStep(step);
  const paths = prepared.drawnSlots.map((slot) => inputs.stepped.get(slot) ?? null);
  const shared = model.equations.filter(({ slot }) => (layout.varies[slot]! & VARIES.draw) === 0);
  const isFinite = shared.every(({ slot }) => {
    for (let step = 0; step < plan.steps; step++) {
      if (!Number.isFinite(valueAt(slot, step))) return false;
    }
    return true;
  });
  return { constants, stepped, paths, isFinite };

  function fillStep(step: number): void {
    const base = step * plan.steppedCount;
    const reader = readerAt(step);
    for (const [slot, column] of inputs.stepped) {
      const index = layout.stepped.get(place(slot));
      if (index !== undefined) stepped[base + index] = column[step]!;
    }
    for (const { slot, term } of model.equations) {
      if (layout.varies[slot] !== VARIES.step) continue;
      stepped[base + layout.stepped.get(place(slot))!] = evaluateNumber(term, reader);
    }
    for (const [name, index] of layout.stepped) {
      const [slot = '', lag] = name.split(':');
      if (lag !== undefined) stepped[base + index] = reader.past(Number(slot), Number(lag));
    }
  }
}
