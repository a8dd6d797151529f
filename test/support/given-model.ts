import { checkStudy } from '../../engine/check.ts';
import { labelOf } from '../../engine/model/model.ts';
import type { Program } from '../../engine/model/program.ts';
import { fromBase, toBase } from '../../engine/quantity/unit.ts';
import { centralInputs } from '../../engine/simulation/inputs.ts';
import { interpret, type Watcher } from '../../engine/simulation/interpret.ts';

/** Values of levers and assumptions by `module.name`, in their own units, in the order of their elements. */
export type GivenValues = Readonly<Record<string, readonly number[]>>;

/** Reads a variable by `module.name` at the first step, in its own unit, in the order of its elements. */
export type ReadVariable = (key: string) => readonly number[];

/** A model that is read once and run on other numbers again and again. */
export interface OpenModel {
  readonly elementsOf: (key: string) => readonly string[];
  readonly run: (given: GivenValues) => ReadVariable;
}

function bySlot({ model }: Program, given: GivenValues): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const [key, numbers] of Object.entries(given)) {
    const { firstSlot, extent } = model.symbols.get(key)!;
    if (numbers.length !== extent.elements.length) throw new Error(`${key} has other elements`);
    for (const [at, value] of numbers.entries()) {
      const { unit } = model.variables[firstSlot + at]!;
      values.set(firstSlot + at, toBase(String(value), unit));
    }
  }
  return values;
}

/** Ends a run at the first value that is not finite, check that fails or system without a solution. */
function strict({ model }: Program): Watcher {
  const refuse = (what: string): never => {
    throw new Error(what);
  };
  return {
    value: (slot, _, value) =>
      Number.isFinite(value) || refuse(`${labelOf(model.variables[slot]!)} is ${value}`),
    check: (index, _, holds) => holds || refuse(`the check ${labelOf(model.checks[index]!)} fails`),
    searched: (_, __, { solved, misses }) => solved || refuse(`no solution: ${misses.join(' ')}`),
  };
}

/**
 * Reads a study; each run takes the central path of its first scenario but for the values that it is given.
 *
 * Errors: a run throws where a check fails, a value is not finite or a system has no solution.
 */
export function openModel(files: ReadonlyMap<string, Uint8Array>): OpenModel {
  const { ready, problems } = checkStudy(files);
  if (ready === null) throw new Error(problems.map(({ message }) => message).join('; '));
  const { study, program } = ready;
  const { model } = program;
  const inputs = centralInputs(model, study.model, study.scenarios[0]!);
  return {
    elementsOf: (key) => model.symbols.get(key)!.extent.elements,
    run: (given) => {
      const values = bySlot(program, given);
      const inputAt = (slot: number, step: number) =>
        values.get(slot) ?? inputs.stepped.get(slot)?.[step] ?? inputs.constants.get(slot)!;
      const { valueAt } = interpret(program, inputAt, strict(program));
      return (key) => {
        const { firstSlot, extent } = model.symbols.get(key)!;
        const { unit } = model.variables[firstSlot]!;
        return extent.elements.map((_, at) => fromBase(valueAt(firstSlot + at, 0), unit));
      };
    },
  };
}
