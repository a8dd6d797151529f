import type { Figure } from '../statistics/figure.ts';
import { moments } from '../statistics/moments.ts';
import {
  gather,
  groupByReplicate,
  hasErrors,
  perReplicate,
  replicateError,
} from '../statistics/replicate.ts';
import { summarise } from '../statistics/summary.ts';
import { difference, findRun, haveSameDraws } from './pairing.ts';
import type { BreakEven, Run } from './results.ts';

/** What a study asks of its break-even: conditions and scenarios by name. */
export interface BreakEvenQuestion {
  readonly measure: string;
  /** Where the measure stands in `Run.outcomes`. */
  readonly index: number;
  readonly better: 'higher' | 'lower';
  readonly success: string;
  readonly failure: string;
  readonly baseline: string;
  readonly scenarios: readonly string[];
}

/**
 * Computes by how much each offer must raise the probability of success to pay for itself.
 *
 * Shape: one row per scenario asked for, in that order. A scenario without a run under one of the
 * conditions, or with other draws there than the baseline's, has no row.
 */
export function breakEvens(runs: readonly Run[], question: BreakEvenQuestion): BreakEven[] {
  const { baseline, success, failure } = question;
  const without = findRun(runs, baseline, failure);
  if (without === null) return [];
  return question.scenarios.flatMap((scenario) => {
    const succeeded = findRun(runs, scenario, success);
    const failed = findRun(runs, scenario, failure);
    if (succeeded === null || failed === null) return [];
    if (!haveSameDraws(without, failed) || !haveSameDraws(without, succeeded)) return [];
    return [breakEvenOf(question, without, failed, succeeded)];
  });
}

function breakEvenOf(
  { measure, index, better }: BreakEvenQuestion,
  without: Run,
  failed: Run,
  succeeded: Run,
): BreakEven {
  const { scenario, drawIndices } = failed;
  const sign = better === 'higher' ? 1 : -1;
  const cost = difference(without.outcomes[index]!, failed.outcomes[index]!, sign);
  const gain = difference(succeeded.outcomes[index]!, failed.outcomes[index]!, sign);
  const ratios = ratiosOf(cost, gain, drawIndices);
  return {
    scenario,
    measure,
    cost: summarise(cost, drawIndices),
    gain: summarise(gain, drawIndices),
    rise: riseOf(cost, gain, drawIndices),
    ratios: summarise(ratios.values, ratios.drawIndices),
  };
}

/** Mean over mean, not the mean of ratios: a probability is raised before the draw is known. */
function riseOf(cost: Float64Array, gain: Float64Array, drawIndices: Uint32Array): Figure {
  const value = ratioOfMeans(cost, gain);
  const grouping = groupByReplicate(cost.length, drawIndices);
  if (value === null || !hasErrors(grouping)) return { value, error: null };
  const costs = gather(cost, grouping);
  const gains = gather(gain, grouping);
  const perPart = perReplicate(grouping, (from, to) =>
    ratioOfMeans(costs.subarray(from, to), gains.subarray(from, to)),
  );
  return { value, error: replicateError(perPart) };
}

/** Null unless success is worth something on average: no probability then pays for a cost. */
function ratioOfMeans(cost: Float64Array, gain: Float64Array): number | null {
  const meanCost = moments(cost).mean;
  const meanGain = moments(gain).mean;
  if (meanCost === null || meanGain === null || meanGain <= 0) return null;
  return meanCost / meanGain;
}

/** Leaves out the draws in which success changes nothing, which have no ratio. */
function ratiosOf(
  cost: Float64Array,
  gain: Float64Array,
  drawIndices: Uint32Array,
): { values: Float64Array; drawIndices: Uint32Array } {
  const all = cost.map((each, k) => each / gain[k]!);
  return {
    values: all.filter(Number.isFinite),
    drawIndices: drawIndices.filter((_, k) => Number.isFinite(all[k])),
  };
}
