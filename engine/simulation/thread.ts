import type { Kernel } from '../kernel/kernel.ts';
import { type BlockWork, type RandomInputs, type RunResults, runBlock } from './block.ts';
import { type Code, openKernel } from './code.ts';
import type { Plan } from './plan.ts';
import type { RunNumbers } from './prepare-run.ts';

/**
 * One run as it is handed to a thread. `next` is the first draw that nobody has claimed yet; at `seat` of `claimed`
 * stands the first draw of the block that this thread is at, -1 before its first.
 */
export interface RunOrder {
  readonly numbers: RunNumbers;
  readonly inputs: RandomInputs;
  readonly results: RunResults;
  readonly draws: number;
  readonly next: Int32Array;
  readonly claimed: Int32Array;
  readonly seat: number;
}

/** What a thread keeps between runs of one plan. */
export interface Thread {
  readonly plan: Plan;
  readonly kernel: Kernel;
}

/** Loads the code of a plan and makes the memory it works on. */
export function makeThread(plan: Plan, code: Code): Thread {
  return { plan, kernel: openKernel(code, plan) };
}

/**
 * Claims blocks of a run until none is left; which thread computes a block never shows in the results.
 *
 * Errors: gives the smallest draw with a flaw that this thread met; null where it met none.
 */
export function workThrough(thread: Thread, order: RunOrder): number | null {
  const work: BlockWork = { ...thread, ...order };
  const { begin, space } = thread.kernel;
  begin(order.numbers);
  let flaw: number | null = null;
  for (;;) {
    const from = Atomics.add(order.next, 0, space.block);
    Atomics.store(order.claimed, order.seat, from);
    if (from >= order.draws) return flaw;
    const found = runBlock(work, from);
    if (found !== null && (flaw === null || found < flaw)) flaw = found;
  }
}
