import type { RunResults } from '../../../engine/simulation/block.ts';
import { BACK_ENDS, type BackEnd } from '../../../engine/simulation/code.ts';
import { DEFAULT_BACK_END } from '../../../engine/simulation/compile.ts';
import { openSimulator } from '../../../engine/simulation/simulator.ts';
import type { Task } from '../task.ts';
import { type Contender, type Entry, spentOn } from './contender.ts';

/** The next runs write to the same memory. */
function copyOf({ answers, kept }: RunResults): RunResults {
  const copy = (column: Float64Array) => Float64Array.from(column);
  return { answers: answers.map(copy), kept: kept.map(copy) };
}

async function enter(task: Task, backEnd: BackEnd, workers: number): Promise<Entry> {
  const { prepared, draws, runs } = task;
  const simulator = openSimulator(prepared.prepared, draws, { workers, backEnd });
  const compute = async (take: (results: RunResults) => void) => {
    for (const { numbers, random } of runs) {
      const { results, flaw } = await simulator.run(numbers, random, true);
      if (flaw !== null) throw new Error(`draw ${flaw} of ${task.name} has a flaw`);
      take(results);
    }
  };
  return {
    draws,
    threads: Math.max(1, workers),
    run: (times) =>
      spentOn(async () => {
        for (let time = 0; time < times; time++) await compute(() => {});
      }),
    outputs: async () => {
      const copies: RunResults[] = [];
      await compute((results) => copies.push(copyOf(results)));
      return { draws, runs: copies };
    },
    close: simulator.close,
  };
}

const NAMES: Readonly<Record<BackEnd, string>> = { js: 'JavaScript', wasm: 'WebAssembly' };

/** Makes the row of a back end of the engine, on this thread where `workers` is 0. */
export function engineRow(backEnd: BackEnd, workers = 0): Contender {
  const threads = workers === 0 ? '' : `, ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  return { name: NAMES[backEnd] + threads, enter: (task) => enter(task, backEnd, workers) };
}

/** The back end that is used where nobody asks for another. */
export const DEFAULT_ROW = engineRow(DEFAULT_BACK_END);

/** The back ends on this thread; the default comes first. */
export const BACK_END_ROWS: readonly Contender[] = [
  DEFAULT_ROW,
  ...BACK_ENDS.filter((backEnd) => backEnd !== DEFAULT_BACK_END).map((one) => engineRow(one)),
];

/** The default on workers. */
export const WORKER_ROWS = [1, 2].map((workers) => engineRow(DEFAULT_BACK_END, workers));
