import { quantile } from '../distribution/distribution.ts';
import { drawName } from '../draw/draw-name.ts';
import type { Reader } from '../formula/evaluate.ts';
import { compileStudy, type Program } from '../model/program.ts';
import { error, hasErrors, type Problem, ProblemError } from '../problem.ts';
import { centralInputs } from '../simulation/inputs.ts';
import { inputsOfDraws } from '../simulation/inputs-of-draw.ts';
import { type DrawTrace, type InputAt, interpret, valueBefore } from '../simulation/interpret.ts';
import { prepareStudy } from '../simulation/prepare-study.ts';
import type { Scenario, Study } from '../study/study.ts';

/** All numbers of one draw of one scenario, or of its central path. */
export interface Trace {
  readonly program: Program;
  readonly valueAt: DrawTrace['valueAt'];
  readonly answers: readonly number[];
  /** Reads a variable so many steps before the first. */
  readonly before: (slot: number, lag: number) => number;
}

/** Leaves of a study one scenario and what is asked of it. */
function alone(study: Study, scenario: Scenario): Study {
  return {
    ...study,
    scenarios: [scenario],
    conditions: [],
    validations: [],
    validationScenarios: [],
    trajectories: [],
  };
}

function centralPath(study: Study, scenario: Scenario, { model }: Program): InputAt {
  const inputs = centralInputs(model, study.model, scenario);
  const shocks = new Map(
    study.model.modules.flatMap((module) =>
      module.shocks.map((one) => [`${one.module}.${one.name}`, quantile(one.distribution, 0.5)]),
    ),
  );
  return (slot, step) =>
    inputs.stepped.get(slot)?.[step] ??
    inputs.constants.get(slot) ??
    shocks.get(model.variables[slot]!.key)!;
}

function drawnPath(study: Study, program: Program, draw: number): InputAt {
  const { prepared, source, items } = prepareStudy(study, program);
  const { inputs } = items[0]!;
  const random = source.inputsOf(inputs);
  return inputsOfDraws({ prepared, inputs, random, draws: study.draws })(draw);
}

/**
 * Computes every number of one draw of a scenario, slowly and in the open; on the central path where `draw` is null.
 *
 * Errors: a ProblemError where the path has no solution.
 */
export function traceDraw(whole: Study, scenario: Scenario, draw: number | null): Trace {
  const study = alone(whole, scenario);
  const problems: Problem[] = [];
  const program = compileStudy(study, problems);
  if (hasErrors(problems)) throw new ProblemError(problems);
  const inputAt =
    draw === null ? centralPath(study, scenario, program) : drawnPath(study, program, draw);
  const { valueAt, answers } = interpret(program, inputAt);
  if (answers.length === 0) {
    const message = `no solution was found on the ${draw === null ? 'central path' : `path of ${drawName(draw)}`}`;
    throw new ProblemError([error('no-solution', message, study.measures[0]!.formula.position)]);
  }
  const equations = new Map(program.model.equations.map((one) => [one.slot, one]));
  const first: Reader = {
    now: (slot) => valueAt(slot, 0),
    past: (slot, lag) => valueBefore(equations.get(slot)!, lag, first),
  };
  return { program, valueAt, answers, before: first.past };
}
