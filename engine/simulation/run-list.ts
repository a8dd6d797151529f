import type { LeverSetting, Settings } from '../study/model-text.ts';
import type { Scenario, Study } from '../study/study.ts';
import type { Situation } from './inputs.ts';

/** One simulation to run: a scenario as drawn, or with a condition imposed. */
export interface RunItem {
  readonly scenario: string;
  readonly condition: string | null;
  readonly situation: Situation;
  /** False for a run that only the validation asks for. */
  readonly isCompared: boolean;
}

function impose(
  levers: Settings<LeverSetting>,
  imposed: Settings<LeverSetting>,
): Settings<LeverSetting> {
  return new Map([...levers, ...imposed]);
}

function asDrawn({ name, levers, assumptions }: Scenario, isCompared: boolean): RunItem {
  return { scenario: name, condition: null, situation: { levers, assumptions }, isCompared };
}

/**
 * Lists the simulations of a study: every scenario as drawn, and once more under each imposed condition whose
 * levers it leaves alone; last, as drawn, the scenarios that only the validation asks for.
 */
export function listRuns({
  scenarios,
  conditions,
  validationScenarios,
}: Pick<Study, 'scenarios' | 'conditions' | 'validationScenarios'>): readonly RunItem[] {
  const compared = scenarios.flatMap((scenario) => {
    const { name, levers, assumptions } = scenario;
    const imposed = conditions.flatMap((condition): RunItem[] => {
      if (condition.kind !== 'impose') return [];
      if ([...condition.levers.keys()].some((key) => scenario.sets.has(key))) return [];
      const situation = { levers: impose(levers, condition.levers), assumptions };
      return [{ scenario: name, condition: condition.name, situation, isCompared: true }];
    });
    return [asDrawn(scenario, true), ...imposed];
  });
  return [...compared, ...validationScenarios.map((scenario) => asDrawn(scenario, false))];
}
