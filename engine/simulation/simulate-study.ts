import { questionsOf } from '../model/program.ts';
import { ProblemError } from '../problem.ts';
import type { RunResults } from './block.ts';
import { diagnose } from './diagnose.ts';
import { prepareRun } from './prepare-run.ts';
import type { PreparedItem, PreparedStudy } from './prepare-study.ts';
import type { RunItem } from './run-list.ts';
import { openSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';

/** How the simulations are run and who is told. */
export interface SimulationOptions extends SimulatorOptions {
  /** Told how many of all simulations are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** What becomes of the results of one simulation; they are not kept otherwise. */
export type Take<T> = (item: RunItem, results: RunResults) => T;

async function simulateOne(
  ready: PreparedStudy,
  simulator: Simulator,
  { item, inputs }: PreparedItem,
): Promise<RunResults> {
  const { study, program, prepared, source } = ready;
  const random = source.inputsOf(inputs);
  const numbers = prepareRun(prepared, inputs);
  const keepsPaths = item.isCompared && item.condition === null;
  const { results, flaw } = await simulator.run(numbers, random, keepsPaths);
  const draw = numbers.finite ? flaw : 0;
  if (draw === null) return results;
  const run = item.condition === null ? item.scenario : `${item.scenario} under ${item.condition}`;
  const { draws } = study;
  const answers = questionsOf(study).map(({ name, formula }) => ({
    name,
    position: formula.position,
  }));
  throw new ProblemError([
    diagnose({ program, prepared, inputs, random, draws, draw, run, answers }),
  ]);
}

/** Begins a simulation, so that threads work while this one takes the results of the simulation before. */
function begin(
  ready: PreparedStudy,
  simulator: Simulator,
  item: PreparedItem | undefined,
): Promise<RunResults | null> {
  const running = item === undefined ? Promise.resolve(null) : simulateOne(ready, simulator, item);
  // Whoever awaits it meets its error; where an earlier one ends the study first, nobody does.
  running.catch(() => undefined);
  return running;
}

/**
 * Runs the simulations of a study one after the other, each on all threads, and hands each one's results on.
 *
 * Errors: a ProblemError at the first value that is not finite or check that fails.
 */
export async function simulateStudy<T>(
  ready: PreparedStudy,
  options: SimulationOptions,
  take: Take<T>,
): Promise<readonly T[]> {
  const { items, prepared, study } = ready;
  const simulator = openSimulator(prepared, study.draws, options);
  try {
    const taken: T[] = [];
    let running = begin(ready, simulator, items[0]);
    for (const [done, one] of items.entries()) {
      options.onProgress?.(done, items.length);
      const results = await running;
      running = begin(ready, simulator, items[done + 1]);
      taken.push(take(one.item, results!));
    }
    options.onProgress?.(items.length, items.length);
    return taken;
  } finally {
    await simulator.close();
  }
}
