import { listRuns } from '../simulation/run-list.ts';
import type { LeverSetting, Settings } from '../study/model-text.ts';
import type { GivenLevers } from '../study/read-given-levers.ts';
import type { Measure, Study } from '../study/study.ts';

/** A scenario as drawn (`condition` null) or under a condition. */
export interface Placed {
  readonly scenario: string;
  readonly condition: string | null;
}

/** Lists the runs in which levers that a measure takes for granted are set otherwise. */
export function appliesNotIn(
  study: Pick<Study, 'scenarios' | 'conditions' | 'validationScenarios'>,
  { applies }: Pick<Measure, 'applies'>,
): readonly Placed[] {
  if (applies === null) return [];
  const selections = study.conditions.filter(({ kind }) => kind === 'when');
  return listRuns(study).flatMap(({ scenario, condition, situation, isCompared }): Placed[] => {
    if (!isCompared || isAsGiven(situation.levers, applies)) return [];
    const selected = condition === null ? selections : [];
    return [
      { scenario, condition },
      ...selected.map(({ name }) => ({ scenario, condition: name })),
    ];
  });
}

function isAsGiven(set: Settings<LeverSetting>, { levers, named }: GivenLevers): boolean {
  return [...named].every(([lever, elements]) =>
    [...elements].every((element) =>
      isSame(set.get(lever)!.get(element)!.value, levers.get(lever)!.get(element)!.value),
    ),
  );
}

/** However they were written: 12% and 0.12 are the same. */
function isSame(one: LeverSetting, other: LeverSetting): boolean {
  const meant = ({ value, outcomes }: LeverSetting) => JSON.stringify([value, outcomes]);
  return meant(one) === meant(other);
}
