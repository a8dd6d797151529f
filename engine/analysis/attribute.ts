import type { Figure } from '../statistics/figure.ts';
import { summarise } from '../statistics/summary.ts';
import { difference } from './pairing.ts';
import { sumExactly } from './round-together.ts';
import { shapley } from './shapley.ts';

/** What one group of differences contributes to a change; means over the draws, in the measure's unit. */
export interface Contribution {
  /** By Shapley: the average over all orders in which the groups may come; null where there are too many. */
  readonly share: Figure | null;
  /** What it does alone, and what is lost without it when all the others are there; null where that was not run. */
  readonly alone: Figure | null;
  readonly last: Figure | null;
}

/** A change of one measure, split among groups of differences. */
export interface Attribution {
  readonly from: Figure;
  readonly to: Figure;
  readonly total: Figure;
  readonly contributions: readonly Contribution[];
  /** What the contributions leave of the total: exactly 0 where they are shares. */
  readonly remainder: number;
}

/** The mean of each outcome by draw that a coalition of groups leads to. */
type Outcomes = ReadonlyMap<number, Float64Array>;

function meanOf(column: Float64Array): Figure {
  return summarise(column, null).mean;
}

function changeOf(outcomes: Outcomes, from: number, to: number): Figure | null {
  const [before, after] = [outcomes.get(from), outcomes.get(to)];
  return before === undefined || after === undefined ? null : meanOf(difference(after, before, 1));
}

function sharesOf(outcomes: Outcomes, groups: number): readonly Figure[] | null {
  if (outcomes.size < 1 << groups) return null;
  const worth = Array.from({ length: 1 << groups }, (_, coalition) => outcomes.get(coalition)!);
  return shapley(worth).map(meanOf);
}

/**
 * Splits a change among groups of differences: by Shapley where every coalition was run, else by what each does
 * alone. Shares sum to the total exactly: all are moved by less than a bit in 2^45 of the largest for that.
 *
 * Shape: `outcomes` by coalition, bit i for group i; 0 and the full one are there.
 */
export function attribute(outcomes: Outcomes, groups: number): Attribution {
  const all = (1 << groups) - 1;
  const change = changeOf(outcomes, 0, all)!;
  const shares = sharesOf(outcomes, groups);
  const alone = Array.from({ length: groups }, (_, at) => changeOf(outcomes, 0, 1 << at));
  const parts = (shares ?? alone).map((figure) => figure?.value ?? 0);
  const exact = shares === null ? null : sumExactly(change.value!, parts);
  const total = exact?.total ?? change.value!;
  return {
    from: meanOf(outcomes.get(0)!),
    to: meanOf(outcomes.get(all)!),
    total: { ...change, value: total },
    contributions: alone.map((figure, at) => ({
      share: exact === null ? null : { value: exact.parts[at]!, error: shares![at]!.error },
      alone: figure,
      last: changeOf(outcomes, all - (1 << at), all),
    })),
    remainder: total - (exact?.parts ?? parts).reduce((sum, part) => sum + part, 0),
  };
}
