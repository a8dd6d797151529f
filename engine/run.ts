import { analyse } from './analysis/analyse.ts';
import { collectRuns } from './analysis/collect-runs.ts';
import { describeStudy } from './analysis/describe-study.ts';
import { recordHeld } from './analysis/held.ts';
import { keepPieces, type PieceStore } from './analysis/keep-pieces.ts';
import { recordProvenance } from './analysis/provenance.ts';
import type { PlainResults, Results, Run } from './analysis/results.ts';
import { collectAnswers, type ValidationAnswers, validate } from './analysis/validate.ts';
import type { CheckedStudy } from './check.ts';
import { describeLive } from './live/describe-live.ts';
import { ProblemError } from './problem.ts';
import { type PreparedStudy, prepareStudy } from './simulation/prepare-study.ts';
import { type SimulationOptions, simulateStudy, type Take } from './simulation/simulate-study.ts';
import type { Study } from './study/study.ts';

/** How a study is run. */
export interface RunOptions extends SimulationOptions {
  /** The name of the study's folder. */
  readonly name: string;
  readonly engineVersion: string;
  /** Where finished simulations are kept and found; left out, nothing is kept. */
  readonly pieces?: PieceStore;
}

/** What is taken of a simulation; nothing else of it is held. */
interface Collected {
  readonly runs: readonly Run[];
  readonly answers: ValidationAnswers | null;
}

function collect(study: Study): Take<Collected> {
  return (item, results) => ({
    runs: item.isCompared ? collectRuns(study, item, results) : [],
    answers: collectAnswers(study, item, results),
  });
}

interface Ran {
  readonly prepared: PreparedStudy;
  readonly results: PlainResults;
}

async function runThrough(checked: CheckedStudy, options: RunOptions): Promise<Ran> {
  if (checked.ready === null) throw new ProblemError(checked.problems);
  const { study, program } = checked.ready;
  const prepared = prepareStudy(study, program);
  const { pieces } = options;
  const { take, recall } =
    pieces === undefined
      ? { take: collect(study), recall: undefined }
      : keepPieces(pieces, prepared, checked.files, collect(study));
  const collected = await simulateStudy(prepared, options, take, recall);
  const runs = collected.flatMap((one) => one.runs);
  const answers = collected.flatMap((one) => one.answers ?? []);
  const validations = validate(study, answers);
  const provenance = recordProvenance(
    checked.files,
    study,
    options.engineVersion,
    runs,
    validations,
  );
  const results = { study: describeStudy(study, options.name), runs, validations, provenance };
  return { prepared, results };
}

/**
 * Runs a study that was checked (see `checkStudy` for the way from files to a program):
 * draws -> simulations -> statistics -> comparison -> live model -> results.
 *
 * Errors: a ProblemError where a value is not finite or a check fails, naming equation, scenario, month and draw.
 */
export async function runStudy(checked: CheckedStudy, options: RunOptions): Promise<Results> {
  const { prepared, results } = await runThrough(checked, options);
  return {
    ...results,
    ...analyse(prepared, results.runs),
    live: describeLive(prepared),
    held: recordHeld(prepared),
  };
}

/**
 * Runs a study as `runStudy` does and stops before anything is compared or laid out as a live model, which take as
 * long as the simulations where draws are few.
 *
 * Errors: as those of `runStudy`.
 */
export async function runPlainly(
  checked: CheckedStudy,
  options: RunOptions,
): Promise<PlainResults> {
  return (await runThrough(checked, options)).results;
}

/**
 * Narrows a study to some scenarios (the baseline and the reference stay, those of the validation alone go) and
 * changes its draws or seed.
 */
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
  const validationScenarios = keep === null ? study.validationScenarios : [];
  return { ...study, scenarios, validationScenarios, draws, seed };
}
