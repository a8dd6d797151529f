import type { Sampling } from '../draw/sample.ts';
import type { Program } from '../model/program.ts';
import type { Study } from '../study/study.ts';
import { collectInputs, type Inputs } from './inputs.ts';
import { type PreparedProgram, planProgram } from './plan.ts';
import { openRandomSource, type RandomSource } from './random-inputs.ts';
import { listRuns, type RunItem } from './run-list.ts';

/** A study made ready to run: the plan, the random inputs, and the simulations with what each feeds the model. */
export interface PreparedStudy {
  readonly study: Study;
  readonly program: Program;
  readonly prepared: PreparedProgram;
  readonly source: RandomSource;
  readonly items: readonly PreparedItem[];
}

/** One simulation and its inputs. */
export interface PreparedItem {
  readonly item: RunItem;
  readonly inputs: Inputs;
}

/** Lists the simulations of a study with their inputs, and makes one plan that serves all of them. */
export function planStudy(
  study: Study,
  program: Program,
): Pick<PreparedStudy, 'items' | 'prepared'> {
  const items = listRuns(study).map((item) => ({
    item,
    inputs: collectInputs(program.model, study.model, item.situation),
  }));
  const drawn = new Set(items.flatMap(({ inputs }) => [...inputs.drawn.keys()]));
  return { items, prepared: planProgram(program, drawn) };
}

/** Prepares the simulations of a study: one plan and one set of draws for all of them. */
export function prepareStudy(study: Study, program: Program): PreparedStudy {
  const { items, prepared } = planStudy(study, program);
  const { seed, sampling, draws } = study;
  const settings: Sampling = { seed, sampling, draws };
  const source = openRandomSource(prepared, study.model, settings, study.correlations);
  return { study, program, prepared, source, items };
}
