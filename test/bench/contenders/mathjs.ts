import { inputsOfDraws } from '../../../engine/simulation/inputs-of-draw.ts';
import { compileModel, type MathjsModel, simulateDraw } from '../mathjs/simulate.ts';
import { emptyResults } from '../outputs.ts';
import type { Outputs, Task } from '../task.ts';
import { type Contender, spentOn } from './contender.ts';

/** Computes so few draws that a round stays short. */
const DRAWS = 2;

function compute(task: Task, model: MathjsModel, draws: number): Outputs {
  const { program, prepared } = task.prepared;
  const { steps } = program.model.clock;
  const runs = task.runs.map((run) => {
    const results = emptyResults(program.answers.length, program.kept.length, steps, draws);
    const inputsOf = inputsOfDraws({ ...run, prepared, draws: task.draws });
    for (let draw = 0; draw < draws; draw++) {
      const { answers, kept } = simulateDraw(model, inputsOf(draw));
      for (const [at, answer] of answers.entries()) results.answers[at]![draw] = answer;
      for (const [at, path] of kept.entries()) {
        for (const [step, value] of path.entries()) results.kept[at]![step * draws + draw] = value;
      }
    }
    return results;
  });
  return { draws, runs };
}

/** Formulas that mathjs compiles and evaluates one by one, in a scope that is a Map. */
export const MATHJS: Contender = {
  name: 'mathjs `evaluate`',
  enter: async (task) => {
    const draws = Math.min(DRAWS, task.draws);
    const model = compileModel(task.prepared.program);
    return {
      draws,
      threads: 1,
      run: (times) =>
        spentOn(() => {
          for (let time = 0; time < times; time++) compute(task, model, draws);
        }),
      outputs: async () => compute(task, model, draws),
      close: async () => {},
    };
  },
};
