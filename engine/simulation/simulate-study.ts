import { questionsOf } from '../model/program.ts';
import { ProblemError } from '../problem.ts';
import type { RunResults } from './block.ts';
import { diagnose } from './diagnose.ts';
import type { PreparedItem, PreparedStudy } from './prepare-study.ts';
import type { SetCount } from './result-sets.ts';
import type { RunItem } from './run-list.ts';
import { openRunner, type Runner, type RunnerOptions } from './runner.ts';

/** How the simulations are run and who is told. */
export interface SimulationOptions extends RunnerOptions {
  /** Told how many of all simulations are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** What becomes of the results of one simulation; they are not kept otherwise, and their memory is used again. */
export type Take<T> = (item: RunItem, results: RunResults) => T;

/** What was made of the results of one simulation before; null where it has to run. */
export type Recall<T> = (item: RunItem) => T | null;

function keepsPaths({ isCompared, condition }: RunItem): boolean {
  return isCompared && condition === null;
}

async function simulateOne(
  ready: PreparedStudy,
  runner: Runner,
  { item, inputs }: PreparedItem,
): Promise<RunResults> {
  const { study, program, prepared, source } = ready;
  const random = source.inputsOf(inputs);
  const run = item.condition === null ? item.scenario : `${item.scenario} under ${item.condition}`;
  const { results, flaw: draw } = await runner
    .run(inputs, random, keepsPaths(item))
    .catch((cause) => {
      throw new Error(`${run}: ${(cause as Error).message}`, { cause });
    });
  if (draw === null) return results;
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
  runner: Runner,
  item: PreparedItem | undefined,
): Promise<RunResults | null> {
  const running = item === undefined ? Promise.resolve(null) : simulateOne(ready, runner, item);
  // Whoever awaits it meets its error; where an earlier one ends the study first, nobody does.
  running.catch(() => undefined);
  return running;
}

/** Paths of one simulation that take more than this are had once, and while little else is there yet. */
const LARGE = 268_435_456;

function pathBytes({ prepared, study }: PreparedStudy): number {
  const { kept, steps } = prepared.plan;
  return kept.length * steps * study.draws * Float64Array.BYTES_PER_ELEMENT;
}

/** Simulations that follow each other on the same threads. */
interface Stretch {
  readonly items: readonly PreparedItem[];
  readonly sets: SetCount;
}

/** Puts simulations whose paths are large first, one at a time: what all of them leave behind adds up until the end. */
function stretchesOf(items: readonly PreparedItem[], sets: SetCount): readonly Stretch[] {
  if (sets === 2) return [{ items, sets }];
  return [
    { items: items.filter(({ item }) => keepsPaths(item)), sets },
    { items: items.filter(({ item }) => !keepsPaths(item)), sets: 2 },
  ];
}

/** Runs simulations and hands each one's results on, while the next one runs where it has memory of its own. */
async function simulateStretch(
  ready: PreparedStudy,
  { items, sets }: Stretch,
  options: RunnerOptions,
  take: (item: PreparedItem, results: RunResults) => void,
): Promise<void> {
  if (items.length === 0) return;
  const runner = openRunner(ready, { ...options, sets });
  try {
    let running = begin(ready, runner, items[0]);
    for (const [at, one] of items.entries()) {
      const results = await running;
      const next = items[at + 1];
      if (sets === 2) running = begin(ready, runner, next);
      take(one, results!);
      if (sets === 1) running = begin(ready, runner, next);
    }
  } finally {
    await runner.close();
  }
}

/** Runs simulations one after the other, each on all threads, and takes what is wanted of each one's results. */
async function simulateAll<T>(
  ready: PreparedStudy,
  items: readonly PreparedItem[],
  options: SimulationOptions,
  take: Take<T>,
): Promise<ReadonlyMap<PreparedItem, T>> {
  const { sets = pathBytes(ready) > LARGE ? 1 : 2 } = options;
  const taken = new Map<PreparedItem, T>();
  const tell = () => options.onProgress?.(taken.size, items.length);
  tell();
  for (const stretch of stretchesOf(items, sets)) {
    await simulateStretch(ready, stretch, options, (one, results) => {
      taken.set(one, take(one.item, results));
      tell();
    });
  }
  return taken;
}

/**
 * Runs the simulations of a study, but those that `recall` knows what came of.
 *
 * Shape: what was taken of each simulation, in their order.
 * Errors: a ProblemError at the first value that is not finite or check that fails.
 */
export async function simulateStudy<T>(
  ready: PreparedStudy,
  options: SimulationOptions,
  take: Take<T>,
  recall: Recall<T> = () => null,
): Promise<readonly T[]> {
  const recalled = ready.items.map((one) => ({ one, known: recall(one.item) }));
  const open = recalled.filter(({ known }) => known === null).map(({ one }) => one);
  const taken = await simulateAll(ready, open, options, take);
  return recalled.map(({ one, known }) => known ?? taken.get(one)!);
}
