import { type RankedColumn, rankColumn, rankCorrelation } from '../statistics/rank-correlation.ts';
import { type Tail, tailMean, tailsOf } from '../statistics/tail.ts';
import { haveSameDraws } from './pairing.ts';
import type { Driver, Run } from './results.ts';

/**
 * An uncertainty's values, made when they are asked for: there may be hundreds, and one is looked at at a time. Any
 * rising function of them does as well, such as the uniforms they came from: only their ranks are read.
 *
 * Shape: one per draw of the study, `column()[draw]`.
 */
export interface UncertaintyColumn {
  readonly name: string;
  readonly column: () => Float64Array;
}

/** A measure of one run, ranked once for all uncertainties. */
interface RankedOutcome {
  readonly measure: string;
  readonly scenario: string;
  readonly outcomes: Float64Array;
  readonly ranked: RankedColumn;
}

/** What all measures ask of an uncertainty's draws. */
interface Prepared {
  readonly name: string;
  readonly ranked: RankedColumn;
  readonly lowest: Tail;
  readonly highest: Tail;
}

/**
 * Correlates the ranks of each uncertainty with those of each measure in each run as drawn, and averages the
 * measure at both ends of the uncertainty; runs under a condition are passed over.
 *
 * Shape: run by run in the order given, within a run measure by measure, within those uncertainty
 * by uncertainty.
 */
export function drivers(
  runs: readonly Run[],
  measures: readonly { readonly name: string }[],
  uncertainties: readonly UncertaintyColumn[],
): Driver[] {
  const asDrawn = runs.filter(({ condition }) => condition === null);
  return withSameDraws(asDrawn).flatMap((group) => driversOf(group, measures, uncertainties));
}

/** Splits runs into stretches that have their draws in common. */
function withSameDraws(runs: readonly Run[]): readonly (readonly [Run, ...Run[]])[] {
  const groups: [Run, ...Run[]][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group === undefined || !haveSameDraws(run, group[0])) groups.push([run]);
    else group.push(run);
  }
  return groups;
}

function driversOf(
  group: readonly [Run, ...Run[]],
  measures: readonly { readonly name: string }[],
  uncertainties: readonly UncertaintyColumn[],
): Driver[] {
  const ranked = group.flatMap(({ scenario, outcomes, drawIndices }) =>
    measures.map(({ name }, index): RankedOutcome => {
      const column = outcomes[index]!;
      return { measure: name, scenario, outcomes: column, ranked: rankColumn(column, drawIndices) };
    }),
  );
  const rows = uncertainties.map((one) => {
    const prepared = prepare(one, group[0]);
    return ranked.map((outcome) => driverOf(outcome, prepared));
  });
  return ranked.flatMap((_, at) => rows.map((row) => row[at]!));
}

function driverOf(
  { measure, scenario, outcomes, ranked }: RankedOutcome,
  prepared: Prepared,
): Driver {
  return {
    ...{ measure, scenario, uncertainty: prepared.name },
    correlation: rankCorrelation(prepared.ranked, ranked),
    lowest: tailMean(outcomes, prepared.lowest),
    highest: tailMean(outcomes, prepared.highest),
  };
}

function prepare({ name, column }: UncertaintyColumn, { drawIndices }: Run): Prepared {
  const values = column();
  const selected = Float64Array.from(drawIndices, (draw) => values[draw]!);
  return { name, ranked: rankColumn(selected, drawIndices), ...tailsOf(selected, drawIndices) };
}
