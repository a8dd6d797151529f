import type { RunResults } from '../../../engine/simulation/block.ts';
import { openSimulator } from '../../../engine/simulation/simulator.ts';
import type { Task } from '../task.ts';
import { type Contender, type Entry, spentOn } from './contender.ts';

async function enter(task: Task, workers: number): Promise<Entry> {
  const { prepared, draws, runs } = task;
  const simulator = openSimulator(prepared.prepared.plan, draws, workers);
  const compute = async () => {
    const results: RunResults[] = [];
    for (const { numbers, random } of runs) {
      const { results: found, flaw } = await simulator.run(numbers, random, true);
      if (flaw !== null) throw new Error(`draw ${flaw} of ${task.name} has a flaw`);
      results.push(found);
    }
    return results;
  };
  return {
    draws,
    threads: Math.max(1, workers),
    run: (times) =>
      spentOn(async () => {
        for (let time = 0; time < times; time++) await compute();
      }),
    outputs: async () => ({ draws, runs: await compute() }),
    close: simulator.close,
  };
}

/** Makes the row of a back end of the engine, on this thread where `workers` is 0. */
export function engineRow(name: string, workers: number): Contender {
  return { name, enter: (task) => enter(task, workers) };
}
