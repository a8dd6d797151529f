import type { RandomInputs } from '../simulation/block.ts';
import type { Inputs } from '../simulation/inputs.ts';
import type { PreparedStudy } from '../simulation/prepare-study.ts';
import type { CentralPath } from './central-paths.ts';
import type { LiveInput, LiveModel, LivePath, LiveSetting, LiveShock } from './live-model.ts';

/** A date that never comes, in months: later than any other, and a number that a cell can hold. */
export const NEVER = 1e15;

/** Writes a date that never comes as a number. */
export function finite(value: number): number {
  return value === Number.POSITIVE_INFINITY ? NEVER : value;
}

/** Collects what inputs are in some run, each path and each setting once. */
class Collected {
  readonly settings: LiveSetting[] = [];
  readonly paths: LivePath[] = [];
  readonly #known = new Map<string, number>();

  #once(key: string, list: unknown[], make: () => unknown): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, list.length);
    return list.push(make()) - 1;
  }

  path(slot: number, values: Float64Array): LiveInput['choices'][number] {
    const index = this.#once(`path ${slot} ${values.join()}`, this.paths, () => ({
      slot,
      values: values.map(finite),
    }));
    return { kind: 'path', index };
  }

  setting(
    slot: number,
    central: number,
    drawn = '',
    draws: () => Float64Array | null = () => null,
  ): LiveInput['choices'][number] {
    const index = this.#once(`setting ${slot} ${central} ${drawn}`, this.settings, () => ({
      slot,
      central,
      draws: draws(),
    }));
    return { kind: 'setting', index };
  }
}

/** What feeds the rows in each run. */
export type Fed = Pick<LiveModel, 'inputs' | 'settings' | 'paths'>;

/** Which inputs are listed, for how many steps and draws. */
export interface Extent {
  readonly slots: readonly number[];
  readonly steps: number;
  readonly draws: number;
}

/** Gives the first draws of an input as a run sees them. */
function drawsOf({ prepared, source }: PreparedStudy, draws: number) {
  const known = new Map<Inputs, RandomInputs>();
  return (slot: number, inputs: Inputs): Float64Array => {
    const random = known.get(inputs) ?? source.inputsOf(inputs);
    known.set(inputs, random);
    return random.drawn[prepared.drawnSlots.indexOf(slot)]!.slice(0, draws);
  };
}

/**
 * Lists where the value of each input comes from in each run, and the values themselves, each once. An unknown that
 * rows cannot search for is an input too: what the engine found on the central path.
 */
export function collectFed(
  ready: PreparedStudy,
  central: readonly CentralPath[],
  { slots, steps, draws }: Extent,
): Fed {
  const collected = new Collected();
  const compared = ready.items.filter(({ item }) => item.isCompared);
  const firstDraws = drawsOf(ready, draws);
  const choose = (slot: number, run: number) => {
    const { inputs: certain, trace } = central[run]!;
    const constant = certain.constants.get(slot);
    if (constant === undefined) {
      return collected.path(
        slot,
        Float64Array.from({ length: steps }, (_, step) => trace.valueAt(slot, step)),
      );
    }
    const { inputs: fed } = compared[run]!;
    const distribution = fed.drawn.get(slot);
    if (distribution === undefined) return collected.setting(slot, finite(constant));
    const drawn = JSON.stringify(distribution);
    return collected.setting(slot, constant, drawn, () => firstDraws(slot, fed));
  };
  const inputs = slots.map(
    (slot): LiveInput => ({ slot, choices: compared.map((_, run) => choose(slot, run)) }),
  );
  const { settings, paths } = collected;
  return { inputs, settings, paths };
}

/** Lists the first draws of every shock. */
export function collectShocks(
  { prepared, source, items, study }: PreparedStudy,
  centrals: ReadonlyMap<number, number>,
  { steps, draws }: Extent,
): readonly LiveShock[] {
  const { shocks } = source.inputsOf(items[0]!.inputs);
  return prepared.shockSlots.map((slot, at) => ({
    slot,
    central: centrals.get(slot)!,
    draws: Float64Array.from({ length: draws * steps }, (_, index) => {
      const [draw, step] = [Math.floor(index / steps), index % steps];
      return shocks[at]![step * study.draws + draw]!;
    }),
  }));
}
