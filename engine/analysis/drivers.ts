import { type RankedColumn, rankColumn, rankCorrelation } from '../statistics/rank-correlation.ts';
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

/**
 * Correlates the ranks of each uncertainty with those of each measure in each run as drawn; runs
 * under a condition are passed over.
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
  let ranked: RankedColumn[] = [];
  let previous: Run | null = null;
  for (const run of runs.filter(({ condition }) => condition === null)) {
    if (previous === null || !haveSameDraws(run, previous)) ranked = rankAll(uncertainties, run);
    previous = run;
    measures.forEach(({ name: measure }, index) => {
      const outcome = rankColumn(run.outcomes[index]!, run.drawIndices);
      uncertainties.forEach(({ name: uncertainty }, u) => {
        const correlation = rankCorrelation(ranked[u]!, outcome);
        found.push({ measure, scenario: run.scenario, uncertainty, correlation });
      });
    });
  }
  return found;
}

function rankAll(
  uncertainties: readonly UncertaintyColumn[],
  { drawIndices }: Run,
): RankedColumn[] {
  return uncertainties.map(({ column }) => {
    const selected = Float64Array.from(drawIndices, (draw) => column[draw]!);
    return rankColumn(selected, drawIndices);
  });
}
