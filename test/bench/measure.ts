import type { Contender, Entry, Spent } from './contenders/contender.ts';
import { digestOf, firstDraws, largestDifference } from './outputs.ts';
import type { Outputs, Task } from './task.ts';

/** How much is measured. */
export interface Effort {
  readonly rounds: number;
  /** A round of a row takes at least so long. Units: seconds. */
  readonly least: number;
  /** A row runs so long before it is measured. Units: seconds. */
  readonly warmUp: number;
}

/** What a row computed, held against the first row: the same bits, or how far apart at most. */
export interface Agreement {
  /** Of the draws that both computed. */
  readonly digest: string;
  readonly draws: number;
  readonly isEqual: boolean;
  readonly difference: number;
}

/** What was measured of one row. */
export interface Measured {
  readonly name: string;
  readonly threads: number;
  /** Of each round, for one draw of the task. */
  readonly perDraw: readonly Spent[];
  readonly agreement: Agreement;
}

/** A row that is ready to be timed. */
interface Runner {
  readonly name: string;
  readonly entry: Entry;
  readonly agreement: Agreement;
  readonly times: number;
  readonly perDraw: Spent[];
}

async function warmUp(entry: Entry, { least, warmUp: enough }: Effort): Promise<number> {
  let [spent, last] = [0, 0];
  do {
    last = (await entry.run(1)).wall;
    spent += last;
  } while (spent < enough);
  return Math.max(1, Math.ceil(least / last));
}

function compare(outputs: Outputs, reference: Outputs): Agreement {
  const draws = Math.min(outputs.draws, reference.draws);
  const [own, other] = [firstDraws(outputs, draws), firstDraws(reference, draws)];
  const digest = digestOf(own);
  const isEqual = digest === digestOf(other);
  return { digest, draws, isEqual, difference: isEqual ? 0 : largestDifference(own, other) };
}

async function makeReady(
  task: Task,
  contenders: readonly Contender[],
  effort: Effort,
): Promise<readonly Runner[]> {
  const runners: Runner[] = [];
  let reference: Outputs | null = null;
  for (const { name, enter } of contenders) {
    const entry = await enter(task);
    if (entry === null) continue;
    const outputs = await entry.outputs();
    reference ??= outputs;
    const agreement = compare(outputs, reference);
    runners.push({ name, entry, agreement, times: await warmUp(entry, effort), perDraw: [] });
  }
  return runners;
}

/**
 * Measures the rows of a task in turn, round by round, so that whatever else slows the machine down slows all of
 * them. Rows that the machine cannot have are left out; the first row is what the outputs of all are held against.
 */
export async function measure(
  task: Task,
  contenders: readonly Contender[],
  effort: Effort,
): Promise<readonly Measured[]> {
  const runners = await makeReady(task, contenders, effort);
  for (let round = 0; round < effort.rounds; round++) {
    for (const at of runners.keys()) {
      const { entry, times, perDraw } = runners[(at + round) % runners.length]!;
      const { wall, processor } = await entry.run(times);
      const draws = entry.draws * times;
      perDraw.push({ wall: wall / draws, processor: processor / draws });
    }
  }
  for (const { entry } of runners) await entry.close();
  return runners.map(({ name, entry, agreement, perDraw }) => ({
    name,
    threads: entry.threads,
    perDraw,
    agreement,
  }));
}
