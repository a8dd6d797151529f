import { type RankedColumn, rankColumn, rankCorrelation } from '../statistics/rank-correlation.ts';
import { type Tail, tailMean, tailsOf } from '../statistics/tail.ts';
import { haveSameDraws } from './pairing.ts';
import type { Driver, Run } from './results.ts';

/**
 * An uncertainty's values. Any rising function of them does as well, such as the uniforms they came
 * from: only their ranks are read.
 *
 * Shape: one per draw of the study, `column[draw]`.
 */
export interface UncertaintyColumn {
  readonly name: string;
  readonly column: Float64Array;
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
  const found: Driver[] = [];
  let prepared: Prepared[] = [];
  let previous: Run | null = null;
  for (const run of runs.filter(({ condition }) => condition === null)) {
    if (previous === null || !haveSameDraws(run, previous))
      prepared = uncertainties.map((one) => prepare(one, run));
    previous = run;
    measures.forEach(({ name: measure }, index) => {
      const outcomes = run.outcomes[index]!;
      const outcome = rankColumn(outcomes, run.drawIndices);
      for (const { name: uncertainty, ranked, lowest, highest } of prepared) {
        found.push({
          ...{ measure, scenario: run.scenario, uncertainty },
          correlation: rankCorrelation(ranked, outcome),
          lowest: tailMean(outcomes, lowest),
          highest: tailMean(outcomes, highest),
        });
      }
    });
  }
  return found;
}

function prepare({ name, column }: UncertaintyColumn, { drawIndices }: Run): Prepared {
  const selected = Float64Array.from(drawIndices, (draw) => column[draw]!);
  return { name, ranked: rankColumn(selected, drawIndices), ...tailsOf(selected, drawIndices) };
}
