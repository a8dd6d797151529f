import type { Figure } from '../statistics/figure.ts';
import { share } from '../statistics/share.ts';
import { type Summary, summarise } from '../statistics/summary.ts';
import { difference, findRun, haveSameDraws } from './pairing.ts';
import type { Comparison, Run } from './results.ts';

/** What comparing needs to know of a measure. Units: the target is in the measure's declared unit. */
export interface ComparedMeasure {
  readonly name: string;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly target: Target | null;
}

interface Target {
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly value: number;
}

/** The scenarios that the others are held against. */
export interface Roles {
  readonly baseline: string;
  readonly reference: string;
}

/**
 * Compares each run with the baseline and the reference under the same condition, draw by draw.
 *
 * Shape: run by run in the order given, within a run measure by measure. What compares with another
 * scenario is null where that has no run under the condition, or one with other draws.
 * `beatsBaseline` is null too where neither direction of the measure is better.
 */
export function compare(
  runs: readonly Run[],
  measures: readonly ComparedMeasure[],
  roles: Roles,
): Comparison[] {
  return runs.flatMap((run) => {
    const baseline = counterpart(runs, run, roles.baseline);
    const reference = counterpart(runs, run, roles.reference);
    return measures.map((measure, index) => compareOn(measure, index, run, baseline, reference));
  });
}

function counterpart(runs: readonly Run[], run: Run, scenario: string): Run | null {
  const other = findRun(runs, scenario, run.condition);
  return other !== null && haveSameDraws(run, other) ? other : null;
}

function compareOn(
  { name, better, target }: ComparedMeasure,
  index: number,
  run: Run,
  baseline: Run | null,
  reference: Run | null,
): Comparison {
  const { scenario, condition, drawIndices } = run;
  const outcomes = run.outcomes[index]!;
  const beyond = (other: Run | null): Float64Array | null =>
    other === null ? null : difference(outcomes, other.outcomes[index]!, 1);
  const summaryOf = (column: Float64Array | null): Summary | null =>
    column === null ? null : summarise(column, drawIndices);
  const shareOf = (column: Float64Array | null, holds: Test | null): Figure | null =>
    column === null || holds === null ? null : share(flag(column, holds), drawIndices);
  const beyondBaseline = beyond(baseline);
  return {
    measure: name,
    scenario,
    condition,
    outcome: summarise(outcomes, drawIndices),
    againstBaseline: summaryOf(beyondBaseline),
    againstReference: summaryOf(beyond(reference)),
    beatsBaseline: shareOf(beyondBaseline, IS_BETTER[better]),
    // The difference of two doubles is 0 only where they are equal.
    equalsBaseline: shareOf(beyondBaseline, (change) => change === 0),
    meetsTarget: shareOf(outcomes, target && meets(target)),
  };
}

type Test = (value: number) => boolean;

const IS_BETTER: Record<ComparedMeasure['better'], Test | null> = {
  higher: (change) => change > 0,
  lower: (change) => change < 0,
  neither: null,
};

const MEETS: Record<Target['operator'], (outcome: number, bound: number) => boolean> = {
  '<': (outcome, bound) => outcome < bound,
  '<=': (outcome, bound) => outcome <= bound,
  '>': (outcome, bound) => outcome > bound,
  '>=': (outcome, bound) => outcome >= bound,
};

function meets({ operator, value }: Target): Test {
  return (outcome) => MEETS[operator](outcome, value);
}

function flag(values: Float64Array, holds: Test): Uint8Array {
  const flags = new Uint8Array(values.length);
  for (let k = 0; k < values.length; k++) flags[k] = holds(values[k]!) ? 1 : 0;
  return flags;
}
