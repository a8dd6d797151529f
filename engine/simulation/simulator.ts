import { Worker } from 'node:worker_threads';
import type { Columns } from '../kernel/kernel.ts';
import type { RandomInputs, RunResults } from './block.ts';
import type { Code } from './code.ts';
import { type CompileOptions, compile } from './compile.ts';
import type { Plan, PreparedProgram } from './plan.ts';
import type { RunNumbers } from './prepare-run.ts';
import { sharedColumn } from './random-inputs.ts';
import { makeThread, type RunOrder, workThrough } from './thread.ts';

/** What a run came to: its results, and the first draw with a flaw, if any. */
export interface RunOutcome {
  readonly results: RunResults;
  readonly flaw: number | null;
}

/** Runs a plan again and again on threads that stay. */
export interface Simulator {
  readonly run: (numbers: RunNumbers, inputs: RandomInputs, keep: boolean) => Promise<RunOutcome>;
  readonly close: () => Promise<void>;
}

/** Makes what runs write to. Paths take the most memory of all, so runs that keep them write to the same again. */
class Orders {
  readonly #plan: Plan;
  readonly #draws: number;
  readonly #pathSets: number;
  readonly #sets: Columns[] = [];
  #keeping = 0;

  constructor(plan: Plan, draws: number, pathSets: number) {
    this.#plan = plan;
    this.#draws = draws;
    this.#pathSets = pathSets;
  }

  #paths(): Columns {
    const { kept, steps } = this.#plan;
    const at = this.#keeping % this.#pathSets;
    this.#keeping += 1;
    this.#sets[at] ??= kept.map(() => sharedColumn(steps * this.#draws));
    return this.#sets[at];
  }

  next(numbers: RunNumbers, inputs: RandomInputs, keep: boolean): RunOrder {
    const answers = Array.from({ length: this.#plan.answerCount }, () => sharedColumn(this.#draws));
    const results = { answers, kept: keep ? this.#paths() : [] };
    const next = new Int32Array(new SharedArrayBuffer(4));
    return { numbers, inputs, results, draws: this.#draws, next };
  }
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

function inThisThread(plan: Plan, code: Code, orders: Orders): Simulator {
  const thread = makeThread(plan, code);
  return {
    run: async (numbers, inputs, keep) => {
      const work = orders.next(numbers, inputs, keep);
      return { results: work.results, flaw: workThrough(thread, work) };
    },
    close: async () => {},
  };
}

/** Where and how runs are simulated. */
export interface SimulatorOptions extends CompileOptions {
  /** Threads besides this one; 0 runs everything here. */
  readonly workers: number;
  /** How many of the last runs that kept paths still have them; left out, as many as take little memory, or 2. */
  readonly pathSets?: 1 | 2;
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
  const orders = new Orders(plan, draws, options.pathSets ?? 2);
  if (options.workers === 0) return inThisThread(plan, code, orders);
  const threads = Array.from(
    { length: options.workers },
    () => new Worker(new URL('./worker.js', import.meta.url), { workerData: { plan, code } }),
  );
  return {
    run: async (numbers, inputs, keep) => {
      const work = orders.next(numbers, inputs, keep);
      const flaws = await Promise.all(threads.map((thread) => order(thread, work)));
      return { results: work.results, flaw: smallest(flaws) };
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
