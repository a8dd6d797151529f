import { checkStudy, type StudyFiles, withSettings } from '../../engine/index.ts';
import type { RandomInputs, RunResults } from '../../engine/simulation/block.ts';
import type { Inputs } from '../../engine/simulation/inputs.ts';
import { planLowered } from '../../engine/simulation/plan.ts';
import { prepareRun, type RunNumbers } from '../../engine/simulation/prepare-run.ts';
import { type PreparedStudy, prepareStudy } from '../../engine/simulation/prepare-study.ts';

/** One simulation of a task: its inputs as the study has them, and as a kernel reads them. */
export interface TaskRun {
  readonly inputs: Inputs;
  readonly numbers: RunNumbers;
  readonly random: RandomInputs;
}

/** What every row of a table computes: some simulations of one study, from inputs that are ready. */
export interface Task {
  readonly name: string;
  readonly prepared: PreparedStudy;
  readonly draws: number;
  readonly runs: readonly TaskRun[];
}

/** Gives a task whose powers are left as the author wrote them, for languages that have powers of their own. */
export function withPowers(task: Task): Task {
  const { prepared, runs } = task;
  const { program, prepared: lowered } = prepared;
  const planned = planLowered(program, new Set(lowered.drawnSlots));
  return {
    ...task,
    prepared: { ...prepared, prepared: planned },
    runs: runs.map((run) => ({ ...run, numbers: prepareRun(planned, run.inputs) })),
  };
}

/** What a row computed: the results of each simulation, perhaps of the first draws only. */
export interface Outputs {
  readonly draws: number;
  readonly runs: readonly RunResults[];
}

/**
 * Prepares a study so that only the simulations are left to do: all of them, or those of one scenario.
 *
 * Errors: throws where the study has problems.
 */
export function makeTask(name: string, files: StudyFiles, draws: number, scenario?: string): Task {
  const { ready, problems } = checkStudy(files, null, 'run');
  if (ready === null) {
    throw new Error(
      problems.map(({ message, position }) => `${position.file}: ${message}`).join('\n'),
    );
  }
  const prepared = prepareStudy(withSettings(ready.study, { draws }), ready.program);
  const items = prepared.items.filter(
    ({ item }) => scenario === undefined || item.scenario === scenario,
  );
  const runs = items.map(({ inputs }) => ({
    inputs,
    numbers: prepareRun(prepared.prepared, inputs),
    random: prepared.source.inputsOf(inputs),
  }));
  return { name, prepared, draws, runs };
}
