import { averages } from '../simulation/feed-lever.ts';
import { listRuns } from '../simulation/run-list.ts';
import { conditionalTerms, isPath } from '../study/apply-terms.ts';
import { inputLabel } from '../study/label.ts';
import { showFormula } from '../study/located.ts';
import type { Clock, LeverSetting, Settings } from '../study/model-text.ts';
import type { GivenLevers } from '../study/read-given-levers.ts';
import type { Measure, Study } from '../study/study.ts';

/** A scenario as drawn (`condition` null) or under a condition. */
export interface Placed {
  readonly scenario: string;
  readonly condition: string | null;
}

/** What a measure takes for granted, and what is set instead. */
export interface Silence {
  readonly takes: string;
  readonly sets: string;
}

/** Lists the runs in which levers that a measure takes for granted are set otherwise. */
export function appliesNotIn(
  study: Pick<Study, 'clock' | 'scenarios' | 'conditions' | 'validationScenarios'>,
  { applies }: Pick<Measure, 'applies'>,
): readonly Placed[] {
  if (applies === null) return [];
  const selections = study.conditions.filter(({ kind }) => kind === 'when');
  return listRuns(study).flatMap(({ scenario, condition, situation, isCompared }): Placed[] => {
    if (!isCompared || setOtherwise(study.clock, situation.levers, applies).length === 0) return [];
    const selected = condition === null ? selections : [];
    return [
      { scenario, condition },
      ...selected.map(({ name }) => ({ scenario, condition: name })),
    ];
  });
}

/** Says why a measure says nothing of what is set; null where it applies. */
export function silenceOf(
  { clock }: Pick<Study, 'clock'>,
  levers: Settings<LeverSetting>,
  { applies }: Pick<Measure, 'applies'>,
): Silence | null {
  const sets = applies === null ? [] : setOtherwise(clock, levers, applies);
  return sets.length === 0 ? null : { takes: applies!.text, sets: sets.join('; ') };
}

function setOtherwise(
  clock: Clock,
  set: Settings<LeverSetting>,
  { levers, named }: GivenLevers,
): readonly string[] {
  return [...named].flatMap(([lever, elements]) =>
    [...elements].flatMap((element) => {
      const own = set.get(lever)!.get(element)!.value;
      const given = levers.get(lever)!.get(element)!.value;
      return meaning(clock, own) === meaning(clock, given)
        ? []
        : [`${inputLabel(lever, element)}: ${own.text}`];
    }),
  );
}

/** However they were written: 12% and 0.12 are the same, and so is what has the same value in every step. */
function meaning(clock: Clock, setting: LeverSetting): string {
  const { value, outcomes } = setting;
  const paths = [value, ...outcomes].map((one) =>
    isPath(one) ? [...averages(one, clock)].map(String) : one,
  );
  const decided = conditionalTerms(setting).map(({ when }) => [
    showFormula(when.formula),
    when.date,
  ]);
  return JSON.stringify([paths, decided]);
}
