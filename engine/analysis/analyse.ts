import { labelOf } from '../model/model.ts';
import { fromBase } from '../quantity/unit.ts';
import type { PreparedStudy } from '../simulation/prepare-study.ts';
import type { Study } from '../study/study.ts';
import { breakEvens } from './break-even.ts';
import { type ComparedMeasure, compare } from './compare.ts';
import { drivers } from './drivers.ts';
import type { BreakEven, Results, Run } from './results.ts';

function comparedMeasures(study: Study): readonly ComparedMeasure[] {
  return study.measures.map(({ name, better, target, unit }) => ({
    name,
    better,
    target:
      target === null ? null : { operator: target.operator, value: fromBase(target.value, unit) },
  }));
}

function analyseBreakEven(study: Study, runs: readonly Run[]): readonly BreakEven[] {
  const { breakEven, measures, baseline } = study;
  const index = measures.findIndex(({ name }) => name === breakEven?.measure);
  const better = measures[index]?.better ?? 'neither';
  if (breakEven === null || better === 'neither') return [];
  return breakEvens(runs, { ...breakEven, index, better, baseline });
}

/** Lists the uncertainties of the scenarios that are compared. */
function uncertainties({ prepared, source, items }: PreparedStudy): Parameters<typeof drivers>[2] {
  const { variables } = prepared.program.model;
  const compared = items.filter(({ item }) => item.isCompared);
  return prepared.drawnSlots
    .filter((slot) => compared.some(({ inputs }) => inputs.drawn.has(slot)))
    .map((slot) => ({ name: labelOf(variables[slot]!), column: source.uniforms(slot) }));
}

/** Compares the runs of a study: against baseline and reference, by driver, and for break-even. */
export function analyse(
  ready: PreparedStudy,
  runs: readonly Run[],
): Pick<Results, 'comparisons' | 'drivers' | 'breakEvens'> {
  const { study } = ready;
  const columns = uncertainties(ready);
  const measures = comparedMeasures(study);
  return {
    comparisons: compare(runs, measures, study),
    drivers: drivers(runs, measures, columns),
    breakEvens: analyseBreakEven(study, runs),
  };
}
