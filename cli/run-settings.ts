import { availableParallelism } from 'node:os';
import type { Language, Study } from '../engine/index.ts';
import { UsageError } from './exit-code.ts';
import { readLanguages } from './languages.ts';
import { checkMemory, gigabytes } from './memory-need.ts';
import { countOf } from './number-text.ts';
import type { Format, ReadyStudy } from './open-study.ts';
import { once, type Typed, wholeNumber } from './options.ts';
import { type AskedOutputs, type OutputArguments, readOutputs, STDOUT } from './outputs.ts';
import { scenarioNamed } from './scenario-named.ts';
import { remark } from './terminal.ts';

const MOST_DRAWS = 10_000_000;
const MOST_WORKERS = 256;
/** Memory of which one is told before it is taken. */
const WORTH_SAYING = 1024 ** 3;

/** What stands on the command line of `run`. */
export interface RunArguments extends OutputArguments {
  readonly study: string;
  readonly scenario?: Typed;
  readonly draws?: Typed;
  readonly seed?: Typed;
  readonly workers?: Typed;
  readonly language?: Typed;
  readonly resume?: boolean | undefined;
  readonly format: Format;
}

/** What the command line asks of a run, read and checked. */
export interface RunSettings {
  readonly scenarios: readonly string[] | undefined;
  readonly draws: number | undefined;
  readonly seed: string | undefined;
  readonly workers: number;
  readonly outputs: AskedOutputs;
  /** Undefined for the one that the study is written in. */
  readonly languages: readonly Language[] | undefined;
}

/** Reads what needs no study to be checked. */
export function readSettings(args: RunArguments): RunSettings {
  const { scenario, draws, seed, workers } = args;
  const outputs = readOutputs(args);
  if (outputs.get('markdown') === STDOUT && args.format === 'json') {
    throw new UsageError('--markdown - and --format json would both print; name a file');
  }
  if (once('seed', seed)?.trim() === '') throw new UsageError('--seed must not be empty');
  return {
    scenarios: typeof scenario === 'string' ? [scenario] : scenario,
    draws: wholeNumber('draws', draws, [1, MOST_DRAWS]),
    seed: once('seed', seed),
    workers:
      wholeNumber('workers', workers, [1, MOST_WORKERS]) ?? Math.max(1, availableParallelism()),
    outputs,
    languages: readLanguages(args.language),
  };
}

/** Refuses draws that cannot be split into hypercubes. */
export function refuseUneven(
  draws: number | undefined,
  { REPLICATES }: Pick<ReadyStudy['engine'], 'REPLICATES'>,
): void {
  if (draws === undefined || draws % REPLICATES === 0) return;
  throw new UsageError(
    `--draws must be a multiple of ${REPLICATES} with latin-hypercube sampling, not ${draws}`,
  );
}

/**
 * Applies the settings to the study that was read.
 *
 * Errors: UsageError where they do not fit it.
 */
export function settle(opened: ReadyStudy, { scenarios, draws, seed }: RunSettings): Study {
  const { study } = opened.ready;
  for (const name of scenarios ?? []) scenarioNamed(opened, name);
  if (study.sampling === 'latin-hypercube') refuseUneven(draws, opened.engine);
  const chosen = opened.engine.withSettings(study, {
    ...(scenarios === undefined ? {} : { scenarios }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  });
  const need = checkMemory(chosen, opened.ready.program);
  if (need >= WORTH_SAYING) {
    remark(`${countOf(chosen.draws, 'draw')} need about ${gigabytes(need)} of memory`);
  }
  return chosen;
}
