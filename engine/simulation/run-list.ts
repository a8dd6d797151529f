import type { LeverSetting, Settings } from '../study/model-text.ts';
import type { Condition, Scenario } from '../study/study.ts';
import type { Situation } from './inputs.ts';

/** One simulation to run: a scenario as drawn, or with a condition imposed. */
export interface RunItem {
  readonly scenario: string;
  readonly condition: string | null;
  readonly situation: Situation;
}

function impose(
  levers: Settings<LeverSetting>,
  imposed: Settings<LeverSetting>,
): Settings<LeverSetting> {
  return new Map([...levers, ...imposed]);
}

/**
 * Lists the simulations of a study: every scenario as drawn, and once more under each imposed condition whose
 * levers it leaves alone.
 */
export function listRuns(
  scenarios: readonly Scenario[],
  conditions: readonly Condition[],
): readonly RunItem[] {
  return scenarios.flatMap((scenario) => {
    const { name, levers, assumptions } = scenario;
    const drawn: RunItem = { scenario: name, condition: null, situation: { levers, assumptions } };
    const imposed = conditions.flatMap((condition): RunItem[] => {
      if (condition.kind !== 'impose') return [];
      if ([...condition.levers.keys()].some((key) => scenario.sets.has(key))) return [];
      const situation = { levers: impose(levers, condition.levers), assumptions };
      return [{ scenario: name, condition: condition.name, situation }];
    });
    return [drawn, ...imposed];
  });
}
