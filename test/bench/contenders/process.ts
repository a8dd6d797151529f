import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { emptyResults } from '../outputs.ts';
import type { Outputs, Task } from '../task.ts';
import type { Entry, Spent } from './contender.ts';

/** Tells whether a program is here and ends well. */
export function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Talks with a program line by line: each line that it is sent, it answers by one. */
class Conversation {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  async ask(line: string): Promise<string> {
    this.#child.stdin!.write(`${line}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the program of a row ended at "${line}"`);
    return value;
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin!.end();
    await ended;
  }
}

function readOutputs({ prepared, draws, runs }: Task, path: string): Outputs {
  const { answerCount, kept, steps } = prepared.prepared.plan;
  const values = new Float64Array(new Uint8Array(readFileSync(path)).buffer);
  let at = 0;
  const take = (column: Float64Array) => {
    column.set(values.subarray(at, at + column.length));
    at += column.length;
  };
  return {
    draws,
    runs: runs.map(() => {
      const results = emptyResults(answerCount, kept.length, steps, draws);
      for (const column of [...results.answers, ...results.kept]) take(column);
      return results;
    }),
  };
}

/**
 * Enters a program of another language for a task. It answers `run N` by the seconds of N repetitions, on the wall
 * and of its processor, and `write PATH` once the results of all simulations stand there as doubles.
 */
export function enterProcess(task: Task, command: string, args: readonly string[]): Entry {
  const program = new Conversation(command, args);
  return {
    draws: task.draws,
    threads: 1,
    run: async (times): Promise<Spent> => {
      const [wall, processor] = (await program.ask(`run ${times}`)).split(' ').map(Number);
      return { wall: wall!, processor: processor! };
    },
    outputs: async () => {
      const path = `${args.at(-1)}.results`;
      await program.ask(`write ${path}`);
      return readOutputs(task, path);
    },
    close: () => program.end(),
  };
}
