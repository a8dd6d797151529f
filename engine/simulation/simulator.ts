import { Worker } from 'node:worker_threads';
import type { RandomInputs, RunResults } from './block.ts';
import { chooseBlock } from './choose-block.ts';
import type { BackEnd, Code } from './code.ts';
import { compile, DEFAULT_BACK_END } from './compile.ts';
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

const INTEGER = Int32Array.BYTES_PER_ELEMENT;

/** Makes an order for as many threads; each takes it with a seat of its own. */
function newOrder(
  results: RunResults,
  draws: number,
  threads: number,
  given: Pick<RunOrder, 'numbers' | 'inputs'>,
): Omit<RunOrder, 'seat'> {
  const next = new Int32Array(new SharedArrayBuffer(INTEGER));
  const claimed = new Int32Array(new SharedArrayBuffer(INTEGER * threads)).fill(-1);
  return { ...given, results, draws, next, claimed };
}

/** Says which draws a thread was at: counted from 1, as everywhere. */
function whereabouts({ claimed, seat, draws }: RunOrder, block: number): string {
  const from = Atomics.load(claimed, seat);
  if (from < 0) return 'before it took any draws';
  if (from >= draws) return 'after its last draws';
  return `at draws ${from + 1} to ${Math.min(from + block, draws)} of ${draws}`;
}

function smallest(flaws: readonly (number | null)[]): number | null {
  const found = flaws.filter((flaw) => flaw !== null);
  return found.length === 0 ? null : Math.min(...found);
}

/**
 * Hands an order to a worker and waits for its answer.
 *
 * Errors: that the worker died, and at which block of draws.
 */
function order(worker: Worker, work: RunOrder, block: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const died = (how: string, cause?: Error) =>
      reject(new Error(`${how}, ${whereabouts(work, block)}`, { cause }));
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (flaw: number | null) => settle(() => resolve(flaw));
    const onError = (error: Error) =>
      settle(() => died(`a thread failed (${error.message})`, error));
    const onExit = (code: number) => settle(() => died(`a thread ended with code ${code}`));
    if (worker.threadId < 0) return died('a thread had ended');
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(work);
  });
}

function inThisThread(plan: Plan, code: Code, draws: number, sets: ResultSets): Simulator {
  const thread = makeThread(plan, code);
  return {
    run: async (numbers, inputs, keep) => {
      const work = newOrder(sets.next(keep), draws, 1, { numbers, inputs });
      return { results: work.results, flaw: workThrough(thread, { ...work, seat: 0 }) };
    },
    close: async () => {},
  };
}

/** Where and how runs are simulated; what is left out is what is fast. */
export interface SimulatorOptions {
  /** Threads besides this one; 0 runs everything here. */
  readonly workers: number;
  readonly backEnd?: BackEnd | undefined;
  /** Draws handled together. */
  readonly block?: number;
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
  const { backEnd = DEFAULT_BACK_END, workers } = options;
  const block = options.block ?? chooseBlock(plan, draws, Math.max(1, workers));
  const code = compile(prepared, backEnd, block);
  const sets = new ResultSets(plan, draws, options.sets ?? 2);
  if (workers === 0) return inThisThread(plan, code, draws, sets);
  const threads = Array.from(
    { length: workers },
    () => new Worker(new URL('./worker.js', import.meta.url), { workerData: { plan, code } }),
  );
  return {
    run: async (numbers, inputs, keep) => {
      const work = newOrder(sets.next(keep), draws, threads.length, { numbers, inputs });
      const flaws = await Promise.all(
        threads.map((thread, seat) => order(thread, { ...work, seat }, code.block)),
      );
      return { results: work.results, flaw: smallest(flaws) };
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
