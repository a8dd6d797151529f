import type { Outputs, Task } from '../task.ts';

/** What some repetitions of a task took. Units: seconds. */
export interface Spent {
  readonly wall: number;
  /** Processor time of all threads of the process that computes. */
  readonly processor: number;
}

/** A contender that has made everything ready for a task. */
export interface Entry {
  /** How many draws of the task it computes. */
  readonly draws: number;
  readonly threads: number;
  readonly run: (times: number) => Promise<Spent>;
  readonly outputs: () => Promise<Outputs>;
  readonly close: () => Promise<void>;
}

/** One row of a table: something that computes tasks. */
export interface Contender {
  readonly name: string;
  /** Gives null where the machine lacks what it needs. */
  readonly enter: (task: Task) => Promise<Entry | null>;
}

/** Times work in this process. */
export async function spentOn(work: () => unknown): Promise<Spent> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1e6 };
}
