import { createHash } from 'node:crypto';
import { breakEvens } from './analysis/break-even.ts';
import { compare } from './analysis/compare.ts';
import { describeStudy } from './analysis/describe-study.ts';
import { digest } from './analysis/digest.ts';
import { drivers } from './analysis/drivers.ts';
import type { Bands, Provenance, Results, Run } from './analysis/results.ts';
import { numericsVersion } from './arithmetic/numerics-version.ts';
import type { CheckedStudy } from './check.ts';
import type { Sampling } from './draw/sample.ts';
import { labelOf } from './model/model.ts';
import { ProblemError } from './problem.ts';
import { fromBase, type Unit } from './quantity/unit.ts';
import type { RunResults } from './simulation/block.ts';
import { diagnose } from './simulation/diagnose.ts';
import { collectInputs, type Inputs } from './simulation/inputs.ts';
import { type PreparedProgram, planProgram } from './simulation/plan.ts';
import { prepareRun } from './simulation/prepare-run.ts';
import { openRandomSource, type RandomSource } from './simulation/random-inputs.ts';
import { listRuns, type RunItem } from './simulation/run-list.ts';
import { openSimulator, type Simulator } from './simulation/simulator.ts';
import { bandsOf } from './statistics/bands.ts';
import type { Study } from './study/study.ts';

/** How a study is run. */
export interface RunOptions {
  /** The name of the study's folder. */
  readonly name: string;
  readonly engineVersion: string;
  /** Threads besides this one; 0 runs everything here. */
  readonly workers: number;
  /** Told how many of all simulations are done. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** A study made ready to run: plan, random inputs and the list of simulations. */
interface Prepared {
  readonly study: Study;
  readonly sampling: Sampling;
  readonly prepared: PreparedProgram;
  readonly source: RandomSource;
  readonly items: readonly { readonly item: RunItem; readonly inputs: Inputs }[];
}

function prepare({ study, program }: NonNullable<CheckedStudy['ready']>): Prepared {
  const items = listRuns(study.scenarios, study.conditions).map((item) => ({
    item,
    inputs: collectInputs(program.model, study.model, item.situation),
  }));
  const drawn = new Set(items.flatMap(({ inputs }) => [...inputs.drawn.keys()]));
  const prepared = planProgram(program, drawn);
  const { seed, sampling, draws } = study;
  const settings: Sampling = { seed, sampling, draws };
  const source = openRandomSource(prepared, study.model, settings);
  return { study, sampling: settings, prepared, source, items };
}

function inUnit(column: Float64Array, unit: Unit): Float64Array {
  return column.map((value) => fromBase(value, unit));
}

function bands({ study, sampling }: Prepared, results: RunResults): readonly Bands[] {
  return results.kept.map((series, index) => {
    const { unit } = study.trajectories[index]!;
    return bandsOf(inUnit(series, unit), sampling.draws, study.clock.steps);
  });
}

function choose(outcomes: readonly Float64Array[], draws: Uint32Array): readonly Float64Array[] {
  return outcomes.map((column) => Float64Array.from(draws, (draw) => column[draw]!));
}

/** Makes the runs that readers see of one simulation: itself, and the selections among its draws. */
function runsOf(
  ready: Prepared,
  { scenario, condition }: RunItem,
  results: RunResults,
): readonly Run[] {
  const { study, sampling } = ready;
  const outcomes = study.measures.map(({ unit }, index) => inUnit(results.answers[index]!, unit));
  const all = Uint32Array.from({ length: sampling.draws }, (_, draw) => draw);
  const run: Run = {
    scenario,
    condition,
    drawIndices: all,
    outcomes,
    bands: bands(ready, results),
  };
  if (condition !== null) return [run];
  const selections = study.conditions.filter(({ kind }) => kind === 'when');
  const selected = selections.map(({ name }, index): Run => {
    const flags = results.answers[study.measures.length + index]!;
    const drawIndices = all.filter((draw) => flags[draw] === 1);
    return {
      scenario,
      condition: name,
      drawIndices,
      outcomes: choose(outcomes, drawIndices),
      bands: [],
    };
  });
  return [run, ...selected];
}

async function simulateOne(
  ready: Prepared,
  simulator: Simulator,
  { item, inputs }: Prepared['items'][number],
): Promise<readonly Run[]> {
  const { prepared, source, sampling } = ready;
  const random = source.inputsOf(inputs);
  const numbers = prepareRun(prepared, inputs);
  const { results, flaw } = await simulator.run(numbers, random, item.condition === null);
  const draw = numbers.isFinite ? flaw : 0;
  if (draw === null) return runsOf(ready, item, results);
  const run = item.condition === null ? item.scenario : `${item.scenario} under ${item.condition}`;
  const { draws } = sampling;
  throw new ProblemError([diagnose({ prepared, inputs, random, draws, draw, run })]);
}

async function simulateAll(ready: Prepared, options: RunOptions): Promise<readonly Run[]> {
  const { items, prepared, sampling } = ready;
  const simulator = openSimulator(prepared.plan, sampling.draws, options.workers);
  try {
    const runs: Run[] = [];
    for (const [done, one] of items.entries()) {
      options.onProgress?.(done, items.length);
      runs.push(...(await simulateOne(ready, simulator, one)));
    }
    options.onProgress?.(items.length, items.length);
    return runs;
  } finally {
    await simulator.close();
  }
}

function provenance(
  { files }: CheckedStudy,
  study: Study,
  runs: readonly Run[],
  options: RunOptions,
): Provenance {
  const { seed, draws, sampling } = study;
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(text(bytes)).digest('hex');
  const inputs = [...files]
    .filter(([path]) => !path.startsWith('tests/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path, sha256: sha256(bytes) }));
  const { engineVersion } = options;
  return { engineVersion, numericsVersion, seed, draws, sampling, inputs, digest: digest(runs) };
}

function analyse({ study, prepared, source }: Prepared, runs: readonly Run[]) {
  const { variables } = prepared.program.model;
  const columns = prepared.drawnSlots.map((slot) => ({
    name: labelOf(variables[slot]!),
    column: source.uniforms(slot),
  }));
  const measures = study.measures.map(({ name, better, target, unit }) => ({
    name,
    better,
    target:
      target === null ? null : { operator: target.operator, value: fromBase(target.value, unit) },
  }));
  const index = study.measures.findIndex(({ name }) => name === study.breakEven?.measure);
  const measure = study.measures[index];
  return {
    comparisons: compare(runs, measures, study),
    drivers: drivers(runs, measures, columns),
    breakEvens:
      study.breakEven === null || measure === undefined || measure.better === 'neither'
        ? []
        : breakEvens(runs, {
            ...study.breakEven,
            index,
            better: measure.better,
            baseline: study.baseline,
          }),
  };
}

/**
 * Runs a study that was checked: draws, simulations, statistics, comparison.
 *
 * Errors: a ProblemError where a value is not finite or a check fails, naming equation, scenario, month and draw.
 */
export async function runStudy(checked: CheckedStudy, options: RunOptions): Promise<Results> {
  if (checked.ready === null) throw new ProblemError(checked.problems);
  const ready = prepare(checked.ready);
  const runs = await simulateAll(ready, options);
  return {
    study: describeStudy(ready.study, options.name),
    runs,
    ...analyse(ready, runs),
    provenance: provenance(checked, ready.study, runs, options),
  };
}

/** Narrows a study to some scenarios (the baseline and the reference stay) and changes its draws or seed. */
export function withSettings(
  study: Study,
  settings: {
    readonly scenarios?: readonly string[];
    readonly draws?: number;
    readonly seed?: string;
  },
): Study {
  const { scenarios: chosen, draws = study.draws, seed = study.seed } = settings;
  const keep = chosen === undefined ? null : new Set([...chosen, study.baseline, study.reference]);
  const scenarios = study.scenarios.filter(({ name }) => keep === null || keep.has(name));
  return { ...study, scenarios, draws, seed };
}
