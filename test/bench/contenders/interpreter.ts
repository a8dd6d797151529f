import { interpret } from '../../../engine/simulation/interpret.ts';
import { inputsOfDraw } from '../inputs-of-draw.ts';
import { emptyResults } from '../outputs.ts';
import type { Outputs, Task } from '../task.ts';
import { type Contender, spentOn } from './contender.ts';

/** Computes so few draws that a round stays short. */
const DRAWS = 4;

function compute(task: Task, draws: number): Outputs {
  const { program } = task.prepared;
  const { steps } = program.model.clock;
  const runs = task.runs.map((run) => {
    const results = emptyResults(program.answers.length, program.kept.length, steps, draws);
    for (let draw = 0; draw < draws; draw++) {
      const { answers, valueAt } = interpret(program, inputsOfDraw(task, run, draw));
      for (const [at, answer] of answers.entries()) results.answers[at]![draw] = answer;
      for (const [at, slot] of program.kept.entries()) {
        for (let step = 0; step < steps; step++)
          results.kept[at]![step * draws + draw] = valueAt(slot, step);
      }
    }
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
