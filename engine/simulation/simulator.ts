import { Worker } from 'node:worker_threads';
import type { RandomInputs, RunResults } from './block.ts';
import type { Code } from './code.ts';
import { type CompileOptions, compile } from './compile.ts';
import type { Plan, PreparedProgram } from './plan.ts';
import type { RunNumbers } from './prepare-run.ts';
import { ResultSets, type SetCount } from './result-sets.ts';
import { makeThread, type RunOrder, workThrough } from './thread.ts';

/** What a run came to: its results, and the first draw with a flaw, if any. */
export interface RunOutcome {
  readonly results: RunResults;
  readonly flaw: number | null;
}

/** Runs a plan again and again on threads that stay. Results last until as many more runs begin as there are sets. */
export interface Simulator {
  readonly run: (numbers: RunNumbers, inputs: RandomInputs, keep: boolean) => Promise<RunOutcome>;
  readonly close: () => Promise<void>;
}

function newOrder(
  sets: ResultSets,
  draws: number,
  numbers: RunNumbers,
  inputs: RandomInputs,
  keep: boolean,
): RunOrder {
  const next = new Int32Array(new SharedArrayBuffer(4));
  return { numbers, inputs, results: sets.next(keep), draws, next };
}

function smallest(flaws: readonly (number | null)[]): number | null {
  const found = flaws.filter((flaw) => flaw !== null);
  return found.length === 0 ? null : Math.min(...found);
}

/**
 * Hands an order to a worker and waits for its answer.
 *
 * Errors: that the worker died, and up to which draw blocks were handed out by then.
 */
function order(worker: Worker, work: RunOrder): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const died = (how: string, cause?: Error) => {
      const reached = Math.min(Atomics.load(work.next, 0), work.draws);
      reject(new Error(`${how}; ${reached} of ${work.draws} draws were handed out`, { cause }));
    };
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (flaw: number | null) => settle(() => resolve(flaw));
    const onError = (error: Error) =>
      settle(() => died(`a thread failed: ${error.message}`, error));
    const onExit = (code: number) => settle(() => died(`a thread ended with code ${code}`));
    if (worker.threadId < 0) return died('a thread ended before its work began');
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(work);
  });
}

function inThisThread(plan: Plan, code: Code, draws: number, sets: ResultSets): Simulator {
  const thread = makeThread(plan, code);
  return {
    run: async (numbers, inputs, keep) => {
      const work = newOrder(sets, draws, numbers, inputs, keep);
      return { results: work.results, flaw: workThrough(thread, work) };
    },
    close: async () => {},
  };
}

/** Where and how runs are simulated. */
export interface SimulatorOptions extends CompileOptions {
  /** Threads besides this one; 0 runs everything here. */
  readonly workers: number;
  /** Left out: 2. */
  readonly sets?: SetCount;
}

/**
 * Opens a simulator of a program. Its results have the same bits for any number of threads, any back end and any
 * block. Threads run the built JavaScript: Node 20 cannot load TypeScript in them.
 */
export function openSimulator(
  prepared: PreparedProgram,
  draws: number,
  options: SimulatorOptions,
): Simulator {
  const { plan } = prepared;
  const code = compile(prepared, options);
  const sets = new ResultSets(plan, draws, options.sets ?? 2);
  if (options.workers === 0) return inThisThread(plan, code, draws, sets);
  const threads = Array.from(
    { length: options.workers },
    () => new Worker(new URL('./worker.js', import.meta.url), { workerData: { plan, code } }),
  );
  return {
    run: async (numbers, inputs, keep) => {
      const work = newOrder(sets, draws, numbers, inputs, keep);
      const flaws = await Promise.all(threads.map((thread) => order(thread, work)));
      return { results: work.results, flaw: smallest(flaws) };
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
