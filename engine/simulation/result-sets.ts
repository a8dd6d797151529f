import type { Columns } from '../kernel/kernel.ts';
import type { RunResults } from './block.ts';
import type { Plan } from './plan.ts';
import { sharedColumn } from './random-inputs.ts';

/** How many runs may have their results at a time: 2 lets one be computed while another's are read. */
export type SetCount = 1 | 2;

/**
 * Memory that runs write their results to, in turn. Threads forget what is shared with them late, so what each run
 * took anew would add up.
 */
export class ResultSets {
  readonly #plan: Plan;
  readonly #draws: number;
  readonly #count: SetCount;
  readonly #answers: Columns[] = [];
  readonly #paths: Columns[] = [];
  #runs = 0;
  #keeping = 0;

  constructor(plan: Plan, draws: number, count: SetCount) {
    this.#plan = plan;
    this.#draws = draws;
    this.#count = count;
  }

  #nextPaths(): Columns {
    const { kept, steps } = this.#plan;
    const at = this.#keeping % this.#count;
    this.#keeping += 1;
    this.#paths[at] ??= kept.map(() => sharedColumn(steps * this.#draws));
    return this.#paths[at];
  }

  /** Gives memory for a run's results, which those of the run before the last may have had. */
  next(keep: boolean): RunResults {
    const { answerCount } = this.#plan;
    const at = this.#runs % this.#count;
    this.#runs += 1;
    this.#answers[at] ??= Array.from({ length: answerCount }, () => sharedColumn(this.#draws));
    return { answers: this.#answers[at], kept: keep ? this.#nextPaths() : [] };
  }
}
