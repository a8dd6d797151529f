import { compileStudy } from '../model/program.ts';
import { hasErrors, type Problem, ProblemError } from '../problem.ts';
import type { Situation } from '../simulation/inputs.ts';
import { prepareStudy } from '../simulation/prepare-study.ts';
import { type SimulationOptions, simulateStudy } from '../simulation/simulate-study.ts';
import type { Scenario, Study } from '../study/study.ts';
import { collectRuns } from './collect-runs.ts';

/** A scenario that no file writes: levers and changed assumptions under a name. */
export interface NamedSituation extends Situation {
  readonly name: string;
}

/** Leaves of a study its model and measures, and puts situations in the place of its scenarios. */
function withSituations(study: Study, situations: readonly NamedSituation[]): Study {
  const [first] = study.scenarios as [Scenario];
  return {
    ...study,
    scenarios: situations.map((situation) => ({ ...first, ...situation })),
    conditions: [],
    validations: [],
    validationScenarios: [],
    trajectories: [],
  };
}

/**
 * Runs situations on the same draws as the scenarios of the study.
 *
 * Shape: by situation, in the order given, and by measure: `outcomes[draw]` in the measure's unit.
 * Errors: a ProblemError where the model does not compile, a value is not finite or a check fails.
 */
export async function runSituations(
  study: Study,
  situations: readonly NamedSituation[],
  options: SimulationOptions,
): Promise<readonly (readonly Float64Array[])[]> {
  const bare = withSituations(study, situations);
  const problems: Problem[] = [];
  const program = compileStudy(bare, problems);
  if (hasErrors(problems)) throw new ProblemError(problems);
  const prepared = prepareStudy(bare, program);
  return simulateStudy(prepared, options, (item, results) => {
    const [run] = collectRuns(bare, item, results);
    return run!.outcomes;
  });
}
