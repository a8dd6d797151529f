import type { RandomInputs } from './block.ts';
import type { BackEnd } from './code.ts';
import type { Inputs } from './inputs.ts';
import { inputsOfDraws } from './inputs-of-draw.ts';
import { interpretRun } from './interpret-run.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedStudy } from './prepare-study.ts';
import { ResultSets } from './result-sets.ts';
import { openSimulator, type RunOutcome, type SimulatorOptions } from './simulator.ts';

/** What runs simulations: a back end as a simulator has it, or the interpreter, slowly and on this thread. */
export interface RunnerOptions extends Omit<SimulatorOptions, 'backEnd'> {
  readonly backEnd?: BackEnd | 'interpreter';
}

/** Runs the simulations of a study one after another. Results last as those of a simulator do. */
export interface Runner {
  readonly run: (inputs: Inputs, random: RandomInputs, keep: boolean) => Promise<RunOutcome>;
  readonly close: () => Promise<void>;
}

function interpreter({ study, program, prepared }: PreparedStudy, sets: ResultSets): Runner {
  const { draws } = study;
  return {
    run: async (inputs, random, keep) => {
      // Whoever waits, such as for a signal, gets a turn between two simulations.
      await new Promise((resolve) => setImmediate(resolve));
      const results = sets.next(keep);
      const inputsOf = inputsOfDraws({ prepared, inputs, random, draws });
      return { results, flaw: interpretRun(program, inputsOf, draws, results) };
    },
    close: async () => {},
  };
}

/** Opens what runs the simulations of a study: whichever it is, the results have the same bits. */
export function openRunner(ready: PreparedStudy, options: RunnerOptions): Runner {
  const { study, prepared } = ready;
  const { backEnd, sets = 2 } = options;
  if (backEnd === 'interpreter') {
    return interpreter(ready, new ResultSets(prepared.plan, study.draws, sets));
  }
  const simulator = openSimulator(prepared, study.draws, { ...options, backEnd });
  return {
    run: async (inputs, random, keep) => {
      const numbers = prepareRun(prepared, inputs);
      const { results, flaw } = await simulator.run(numbers, random, keep);
      return { results, flaw: numbers.finite ? flaw : 0 };
    },
    close: simulator.close,
  };
}
