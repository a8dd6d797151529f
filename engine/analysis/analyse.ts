import { labelOf } from '../model/model.ts';
import { fromBase } from '../quantity/unit.ts';
import type { PreparedStudy } from '../simulation/prepare-study.ts';
import type { Study } from '../study/study.ts';
import { breakEvens } from './break-even.ts';
import { type ComparedMeasure, compare } from './compare.ts';
import { drivers } from './drivers.ts';
import { reachedCorrelations } from './reached-correlations.ts';
import { regrets } from './regret.ts';
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

/** The reference is no choice that anyone has, unless the baseline is the reference. */
function contenders({ scenarios, reference, baseline }: Study): readonly string[] {
  const names = scenarios.map(({ name }) => name);
  return names.filter((name) => name !== reference || name === baseline);
}

/** As many values of a shock as are ranked: its first steps tell enough, and sorting all of them takes seconds. */
const RANKED_VALUES = 50_000;

/**
 * Finds the values that an input's draws are ranked by: those of the baseline, or the uniforms of what it is certain
 * of; a shock's are those of its first steps.
 */
function columnsByName({ study, prepared, source, items }: PreparedStudy) {
  const { variables } = prepared.program.model;
  const { inputs } = items.find(({ item }) => item.scenario === study.baseline)!;
  const { drawn, shocks } = source.inputsOf(inputs);
  const slots = new Map(variables.map((variable, slot) => [labelOf(variable), slot]));
  const rankedSteps = Math.ceil(RANKED_VALUES / study.draws);
  return (name: string): Float64Array => {
    const slot = slots.get(name)!;
    const shock = prepared.shockSlots.indexOf(slot);
    if (shock >= 0) return shocks[shock]!.subarray(0, rankedSteps * study.draws);
    return inputs.drawn.has(slot)
      ? drawn[prepared.drawnSlots.indexOf(slot)]!
      : source.uniforms(slot);
  };
}

/** Lists the uncertainties of the scenarios that are compared. */
function uncertainties({ prepared, source, items }: PreparedStudy): Parameters<typeof drivers>[2] {
  const { variables } = prepared.program.model;
  const compared = items.filter(({ item }) => item.isCompared);
  return prepared.drawnSlots
    .filter((slot) => compared.some(({ inputs }) => inputs.drawn.has(slot)))
    .map((slot) => ({ name: labelOf(variables[slot]!), column: () => source.uniforms(slot) }));
}

/** Compares the runs of a study: against baseline and reference, by driver, and for break-even. */
export function analyse(
  ready: PreparedStudy,
  runs: readonly Run[],
): Pick<Results, 'comparisons' | 'drivers' | 'reachedCorrelations' | 'breakEvens' | 'regrets'> {
  const { study } = ready;
  const columns = uncertainties(ready);
  const measures = comparedMeasures(study);
  return {
    comparisons: compare(runs, measures, study),
    drivers: drivers(runs, measures, columns),
    reachedCorrelations: reachedCorrelations(study.correlations, columnsByName(ready)),
    breakEvens: analyseBreakEven(study, runs),
    regrets: regrets(runs, measures, contenders(study)),
  };
}
