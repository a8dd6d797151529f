import { inputsOfDraws } from '../../../engine/simulation/inputs-of-draw.ts';
import { interpretRun } from '../../../engine/simulation/interpret-run.ts';
import { emptyResults } from '../outputs.ts';
import type { Outputs, Task } from '../task.ts';
import { type Contender, spentOn } from './contender.ts';

/** Computes so few draws that a round stays short. */
const DRAWS = 4;

function compute(task: Task, draws: number): Outputs {
  const { program, prepared } = task.prepared;
  const { steps } = program.model.clock;
  const runs = task.runs.map((run) => {
    const results = emptyResults(program.answers.length, program.kept.length, steps, draws);
    const inputsOf = inputsOfDraws({ ...run, prepared, draws: task.draws });
    const flaw = interpretRun(program, inputsOf, draws, results);
    if (flaw !== null) throw new Error(`draw ${flaw} of ${task.name} has a flaw`);
    return results;
  });
  return { draws, runs };
}

/** The interpreter that kernels are held against. */
export const INTERPRETER: Contender = {
  name: 'interpreter',
  enter: async (task) => {
    const draws = Math.min(DRAWS, task.draws);
    return {
      draws,
      threads: 1,
      run: (times) =>
        spentOn(() => {
          for (let time = 0; time < times; time++) compute(task, draws);
        }),
      outputs: async () => compute(task, draws),
      close: async () => {},
    };
  },
};
