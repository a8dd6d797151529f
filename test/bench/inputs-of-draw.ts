import type { InputAt } from '../../engine/simulation/interpret.ts';
import type { Task, TaskRun } from './task.ts';

/** Reads the inputs of one draw by slot and step. */
export function inputsOfDraw({ prepared, draws }: Task, run: TaskRun, draw: number): InputAt {
  const { drawnSlots, shockSlots } = prepared.prepared;
  const { stepped, constants } = run.inputs;
  const shocks = new Map(shockSlots.map((slot, at) => [slot, run.random.shocks[at]!]));
  const fixed = new Map([
    ...constants,
    ...drawnSlots.flatMap((slot, at) => {
      const column = run.random.drawn[at]!;
      return column.length === 0 ? [] : [[slot, column[draw]!] as const];
    }),
  ]);
  return (slot, step) =>
    stepped.get(slot)?.[step] ?? fixed.get(slot) ?? shocks.get(slot)![step * draws + draw]!;
}
