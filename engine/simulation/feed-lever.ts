import type { Distribution } from '../distribution/distribution.ts';
import { decidedIn } from '../model/decided-in.ts';
import type { ConditionalLever, Model } from '../model/model.ts';
import { conditionalTerms, isPath } from '../study/apply-terms.ts';
import { showFormula } from '../study/located.ts';
import type { Clock, LeverSetting } from '../study/model-text.ts';
import { averageOver, type Path } from '../study/path.ts';

/** Where the values of levers go, by slot. */
export interface LeverInputs {
  readonly stepped: Map<number, Float64Array>;
  readonly drawn: Map<number, Distribution>;
}

/** Averages a path over each step, by days. */
export function averages(path: Path, { start, steps, stepMonths }: Clock): Float64Array {
  return Float64Array.from({ length: steps }, (_, t) => {
    const from = start + t * stepMonths;
    return averageOver(path, from, from + stepMonths);
  });
}

function feedValue(into: LeverInputs, slot: number, value: LeverSetting['value'], clock: Clock) {
  if (isPath(value)) into.stepped.set(slot, averages(value, clock));
  else into.drawn.set(slot, value);
}

/** Paths that no selection of a setting's own terms leads to are never read. */
function feedPaths(
  into: LeverInputs,
  paths: readonly number[],
  { value, outcomes }: LeverSetting,
  clock: Clock,
): void {
  for (const [selection, slot] of paths.entries()) {
    const path = outcomes[selection] ?? value;
    if (selection === 0 || isPath(path)) feedValue(into, slot, path, clock);
    else into.stepped.set(slot, new Float64Array(clock.steps));
  }
}

function feedConditional(
  into: LeverInputs,
  { paths, decides }: ConditionalLever,
  setting: LeverSetting,
  clock: Clock,
): void {
  feedPaths(into, paths, setting, clock);
  const terms = conditionalTerms(setting);
  for (const [position, slots] of decides.entries()) {
    const when = terms[position]?.when;
    for (const [text, slot] of slots) {
      const decision = new Float64Array(clock.steps);
      if (when !== undefined && showFormula(when.formula) === text) {
        decision[decidedIn(clock, when.date)] = 1;
      }
      into.stepped.set(slot, decision);
    }
  }
}

/** Feeds a lever element with what a setting says of it. */
export function feedLever(
  { clock, conditionalLevers }: Model,
  slot: number,
  setting: LeverSetting,
  into: LeverInputs,
): void {
  const conditional = conditionalLevers.get(slot);
  if (conditional !== undefined) feedConditional(into, conditional, setting, clock);
  else if (setting.outcomes.length === 0) feedValue(into, slot, setting.value, clock);
  else throw new Error('terms with conditions need a model that was extended for them');
}
