import type { Spent } from './contenders/contender.ts';
import type { Measured } from './measure.ts';

/** Which of the two times of a round counts. */
export type Clock = keyof Spent;

/** Finds the middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function timesOf({ perDraw, threads }: Measured, clock: Clock): readonly number[] {
  // Processor time of several threads says nothing of how long one waits for them.
  return perDraw.map((spent) => spent[threads > 1 ? 'wall' : clock]);
}

/** Gives the median time for one draw. Units: seconds. */
export function timeOf(row: Measured, clock: Clock): number {
  return median(timesOf(row, clock));
}

/** Gives the shortest time for one draw. Units: seconds. */
export function shortest(row: Measured, clock: Clock): number {
  return Math.min(...timesOf(row, clock));
}

/** Gives the median over the rounds of how many times as long a row took as another in the same round. */
export function ratio(row: Measured, other: Measured, clock: Clock): number {
  const shared = row.threads > 1 ? 'wall' : clock;
  const others = timesOf(other, shared);
  return median(timesOf(row, shared).map((time, round) => time / others[round]!));
}
