import { checkStudy } from '../../engine/check.ts';
import { fromBase } from '../../engine/quantity/unit.ts';
import { centralInputs } from '../../engine/simulation/inputs.ts';
import { interpret } from '../../engine/simulation/interpret.ts';
import { filesOf, type Texts } from './small-study.ts';

/** Gives the path of a variable, in its own unit, by `module.name` and element. */
export type CentralPath = (key: string, element?: string) => readonly number[];

/** Runs one scenario of a study on its central path. */
export function centralPath(texts: Texts, scenario: string): CentralPath {
  const { ready, problems } = checkStudy(filesOf(texts));
  if (ready === null) throw new Error(problems.map(({ message }) => message).join('; '));
  const { study, program } = ready;
  const { model } = program;
  const { levers, assumptions } = study.scenarios.find(({ name }) => name === scenario)!;
  const inputs = centralInputs(model, study.model, { levers, assumptions });
  const { valueAt } = interpret(
    program,
    (slot, step) => inputs.stepped.get(slot)?.[step] ?? inputs.constants.get(slot) ?? 0,
  );
  return (key, element = '') => {
    const { firstSlot, extent } = model.symbols.get(key)!;
    const slot = firstSlot + extent.elements.indexOf(element);
    const { unit } = model.variables[slot]!;
    return Array.from({ length: model.clock.steps }, (_, t) => fromBase(valueAt(slot, t), unit));
  };
}
