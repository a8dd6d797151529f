import type { Plan } from './plan.ts';

/** Fewer cost too many calls, more gain nothing. */
const [FEWEST, MOST] = [128, 1024];

/** Columns that take more than this push each other out of the processor's caches between one step and the next. */
const CACHE = 2_097_152;

/** So many blocks for each thread see to it that none waits long for the last. */
const BLOCKS_PER_THREAD = 8;

/** Chooses how many draws are handled together; never shows in the results. */
export function chooseBlock(
  { columnCount }: Pick<Plan, 'columnCount'>,
  draws: number,
  threads: number,
): number {
  const share = threads === 1 ? draws : draws / (threads * BLOCKS_PER_THREAD);
  const room = CACHE / (columnCount * Float64Array.BYTES_PER_ELEMENT);
  let block = FEWEST;
  while (block < MOST && 2 * block <= Math.min(share, room)) block *= 2;
  return block;
}
