import { type Distribution, quantile, quantileFunction } from '../distribution/distribution.ts';
import type { Model, ModelSymbol } from '../model/model.ts';
import { TIME_SLOTS } from '../model/model.ts';
import { firstDayOf } from '../quantity/calendar.ts';
import type {
  AssumptionSetting,
  Clock,
  LeverSetting,
  ModelText,
  Settings,
} from '../study/model-text.ts';
import { feedLever } from './feed-lever.ts';

/** What one scenario, perhaps under a condition, feeds the model with, by slot. */
export interface Inputs {
  /** Values by step: time and levers. */
  readonly stepped: ReadonlyMap<number, Float64Array>;
  /** Values that are certain: assumptions, and levers and assumptions drawn elsewhere but not here. */
  readonly constants: ReadonlyMap<number, number>;
  /** Values that are uncertain: assumptions and levers. */
  readonly drawn: ReadonlyMap<number, Distribution>;
}

/** The settings a run is made from. */
export interface Situation {
  readonly levers: Settings<LeverSetting>;
  readonly assumptions: Settings<AssumptionSetting>;
}

function timeColumns(clock: Clock): Map<number, Float64Array> {
  const at = (value: (months: number) => number) =>
    Float64Array.from({ length: clock.steps }, (_, t) => value(clock.start + t * clock.stepMonths));
  return new Map([
    [TIME_SLOTS.start, at((months) => months)],
    [TIME_SLOTS.end, at((months) => months + clock.stepMonths)],
    [TIME_SLOTS.calendar_year, at((months) => firstDayOf(months).year)],
    [TIME_SLOTS.calendar_month, at((months) => firstDayOf(months).month)],
  ]);
}

function slotsOf(symbol: ModelSymbol): readonly (readonly [element: string, slot: number])[] {
  return symbol.extent.elements.map((element, at) => [element, symbol.firstSlot + at] as const);
}

/** Collects what a scenario feeds the model with. Levers are averaged over each step, by days. */
export function collectInputs(model: Model, text: ModelText, situation: Situation): Inputs {
  const { clock, symbols } = model;
  const stepped = timeColumns(clock);
  const constants = new Map([[TIME_SLOTS.step as number, clock.stepMonths]]);
  const drawn = new Map<number, Distribution>();
  for (const [key, settings] of situation.levers) {
    for (const [element, slot] of slotsOf(symbols.get(key)!)) {
      feedLever(model, slot, settings.get(element)!.value, { stepped, drawn });
    }
  }
  for (const { name: module, assumptions } of text.modules) {
    for (const assumption of assumptions) {
      const key = `${module}.${assumption.name}`;
      const changed = situation.assumptions.get(key);
      for (const [element, slot] of slotsOf(symbols.get(key)!)) {
        const setting = changed?.get(element)?.value ?? assumption.settings.get(element)!;
        if (setting.distribution === null) constants.set(slot, setting.central);
        else drawn.set(slot, setting.distribution);
      }
    }
  }
  return { stepped, constants, drawn };
}

/** Fixes every uncertain input at the value of the central path. */
export function centralInputs(model: Model, text: ModelText, situation: Situation): Inputs {
  const inputs = collectInputs(model, text, situation);
  const constants = new Map(inputs.constants);
  for (const [slot, distribution] of inputs.drawn) {
    const { key, element, kind } = model.variables[slot]!;
    const [module, name] = key.split('.');
    const own = text.modules
      .find((one) => one.name === module)
      ?.assumptions.find((one) => one.name === name)
      ?.settings.get(element);
    const setting = situation.assumptions.get(key)?.get(element)?.value ?? own;
    const central = kind === 'assumption' ? setting?.central : undefined;
    constants.set(slot, central ?? quantile(distribution, 0.5));
  }
  return { stepped: inputs.stepped, constants, drawn: new Map() };
}

/** Turns uniforms into draws of a distribution. */
export function fillDrawn(
  distribution: Distribution,
  uniforms: Float64Array,
  target: Float64Array,
): void {
  const valueAt = quantileFunction(distribution);
  for (let draw = 0; draw < uniforms.length; draw++) target[draw] = valueAt(uniforms[draw]!);
}
