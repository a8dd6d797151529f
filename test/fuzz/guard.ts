import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { Problem } from '../../engine/problem.ts';

/** One mutant: a changed file of a study, and how far it is followed. */
export interface Trial {
  readonly study: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The file alone, what a run reads of the study, or its model tests too. */
  readonly depth: 'file' | 'run' | 'all';
}

/** What a process said of a mutant. */
export type Answer =
  | { readonly problems: readonly Problem[] }
  | { readonly thrown: string }
  | { readonly died: string };

/** Long enough for a busy machine, and far from what any mutant takes. */
const PATIENCE = 120_000;

/** Asks a process of its own about mutants, one after the other, and starts another where one dies or hangs. */
export class Guard {
  #child: ChildProcess | null = null;

  ask(trial: Trial): Promise<Answer> {
    this.#child ??= fork(resolve('test/fuzz/checker.js'), { serialization: 'advanced' });
    const child = this.#child;
    return new Promise((settle) => {
      const end = (answer: Answer, isOver: boolean) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (isOver) this.close();
        settle(answer);
      };
      const timer = setTimeout(() => end({ died: 'it hangs' }, true), PATIENCE);
      child.once('message', (answer) => end(answer as Answer, false));
      child.once('exit', (code, signal) => end({ died: `exit ${code ?? signal}` }, true));
      child.send(trial);
    });
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}
