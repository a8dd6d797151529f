import type { RandomInputs } from './block.ts';
import type { Inputs } from './inputs.ts';
import type { InputAt } from './interpret.ts';
import type { PreparedProgram } from './plan.ts';

/** What one simulation is fed with, for all of its draws. */
export interface SimulationInputs {
  readonly prepared: Pick<PreparedProgram, 'drawnSlots' | 'shockSlots'>;
  readonly inputs: Inputs;
  readonly random: RandomInputs;
  readonly draws: number;
}

/** Finds once for a simulation where its inputs are, to read those of any draw by slot and step. */
export function inputsOfDraws({
  prepared,
  inputs,
  random,
  draws,
}: SimulationInputs): (draw: number) => InputAt {
  const { stepped, constants } = inputs;
  const drawn = new Map(prepared.drawnSlots.map((slot, at) => [slot, random.drawn[at]!]));
  const shocks = new Map(prepared.shockSlots.map((slot, at) => [slot, random.shocks[at]!]));
  return (draw) => (slot, step) =>
    stepped.get(slot)?.[step] ??
    drawn.get(slot)?.[draw] ??
    constants.get(slot) ??
    shocks.get(slot)![step * draws + draw]!;
}
