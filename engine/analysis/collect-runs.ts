import { fromBase, type Unit } from '../quantity/unit.ts';
import type { RunResults } from '../simulation/block.ts';
import type { RunItem } from '../simulation/run-list.ts';
import { bandsOf } from '../statistics/bands.ts';
import type { Study } from '../study/study.ts';
import type { Bands, Run } from './results.ts';

function inUnit(column: Float64Array, unit: Unit): Float64Array {
  return column.map((value) => fromBase(value, unit));
}

/** Bands are taken in base units, since a quantile only changes its scale with its column. */
function bandsIn(study: Study, results: RunResults): readonly Bands[] {
  return results.kept.map((series, index) => {
    const { unit } = study.trajectories[index]!;
    const { p5, p25, median, p75, p95 } = bandsOf(series, study.draws, study.clock.steps);
    const scale = (line: Float64Array) => inUnit(line, unit);
    return {
      p5: scale(p5),
      p25: scale(p25),
      median: scale(median),
      p75: scale(p75),
      p95: scale(p95),
    };
  });
}

function choose(outcomes: readonly Float64Array[], draws: Uint32Array): readonly Float64Array[] {
  return outcomes.map((column) => Float64Array.from(draws, (draw) => column[draw]!));
}

/**
 * Makes the runs that readers see of one simulation: itself, in the units of the measures, and, where it ran as
 * drawn, the selections among its draws.
 */
export function collectRuns(
  study: Study,
  { scenario, condition }: RunItem,
  results: RunResults,
): readonly Run[] {
  const outcomes = study.measures.map(({ unit }, index) => inUnit(results.answers[index]!, unit));
  const drawIndices = Uint32Array.from({ length: study.draws }, (_, draw) => draw);
  const run: Run = { scenario, condition, drawIndices, outcomes, bands: bandsIn(study, results) };
  if (condition !== null) return [run];
  const selections = study.conditions.filter(({ kind }) => kind === 'when');
  const selected = selections.map(({ name }, index): Run => {
    const flags = results.answers[study.measures.length + index]!;
    const chosen = drawIndices.filter((draw) => flags[draw] === 1);
    const chosenOutcomes = choose(outcomes, chosen);
    return { scenario, condition: name, drawIndices: chosen, outcomes: chosenOutcomes, bands: [] };
  });
  return [run, ...selected];
}
