/** Bits of a number that JavaScript shifts by. */
const MOST_GROUPS = 30;

/**
 * Lists the coalitions to run for an attribution: all of them, or none, each group alone, and everything.
 *
 * Shape: bit i of a coalition's number says that group i is in it.
 */
export function coalitions(groups: number, all: boolean): readonly number[] {
  if (groups > MOST_GROUPS) throw new RangeError(`${groups} groups are too many to tell apart`);
  if (all) return Array.from({ length: 1 << groups }, (_, coalition) => coalition);
  const singles = Array.from({ length: groups }, (_, at) => 1 << at);
  return [0, ...singles, (1 << groups) - 1];
}
