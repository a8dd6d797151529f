import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Results, Study } from '../../engine/index.ts';
import { breakEvenText } from '../break-even-text.ts';
import { UsageError } from '../exit-code.ts';
import { onInterrupt } from '../interrupt.ts';
import { leagueTable } from '../league-table.ts';
import { checkMemory } from '../memory-need.ts';
import { countOf } from '../number-text.ts';
import {
  type Format,
  inputPaths,
  openReadyStudy,
  type ReadyStudy,
  StudyProblems,
} from '../open-study.ts';
import { once, type Typed, wholeNumber, withFormat, withStudy } from '../options.ts';
import { packageVersion } from '../package-folder.ts';
import { type Progress, showProgress } from '../progress.ts';
import { scenarioNamed } from '../scenario-named.ts';
import { problemsAsData } from '../show-problems.ts';
import { coloursFor, print, printJson, tableWidth } from '../terminal.ts';
import { checkWritable, writeFileWhole } from '../write-file.ts';

const MOST_DRAWS = 10_000_000;
const MOST_WORKERS = 256;

/** Latin hypercube samples come in so many replicates of equal size. */
const REPLICATES = 20;

interface RunArguments {
  readonly study: string;
  readonly scenario?: Typed;
  readonly draws?: Typed;
  readonly seed?: Typed;
  readonly workers?: Typed;
  readonly out?: Typed;
  readonly format: Format;
}

/** What the command line asks of a run. */
interface RunSettings {
  readonly scenarios: readonly string[] | undefined;
  readonly draws: number | undefined;
  readonly seed: string | undefined;
  readonly workers: number;
  readonly out: string | undefined;
}

function readSettings({ scenario, draws, seed, workers, out }: RunArguments): RunSettings {
  const file = once('out', out);
  if (file !== undefined && extname(file) !== '.xlsx') {
    throw new UsageError(`--out names a workbook, a file that ends in .xlsx, not "${file}"`);
  }
  if (once('seed', seed)?.trim() === '') throw new UsageError('--seed must not be empty');
  return {
    scenarios: typeof scenario === 'string' ? [scenario] : scenario,
    draws: wholeNumber('draws', draws, [1, MOST_DRAWS]),
    seed: once('seed', seed),
    workers:
      wholeNumber('workers', workers, [1, MOST_WORKERS]) ?? Math.max(1, availableParallelism()),
    out: file,
  };
}

/** Applies the settings to the study that was read, where they fit it. */
function settle(opened: ReadyStudy, { scenarios, draws, seed }: RunSettings): Study {
  const { study } = opened.ready;
  for (const name of scenarios ?? []) scenarioNamed(opened, name);
  if (draws !== undefined && study.sampling === 'latin-hypercube' && draws % REPLICATES !== 0) {
    throw new UsageError(
      `--draws must be a multiple of ${REPLICATES} with latin-hypercube sampling, not ${draws}`,
    );
  }
  return opened.engine.withSettings(study, {
    ...(scenarios === undefined ? {} : { scenarios }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  });
}

async function simulate(study: ReadyStudy, chosen: Study, workers: number): Promise<Results> {
  const { engine, checked, ready, name } = study;
  const changed = { ...checked, ready: { ...ready, study: chosen } };
  let bar: Progress | undefined;
  const stopListening = onInterrupt(() => bar?.finish());
  const onProgress = (done: number, all: number) => {
    bar ??= showProgress(name, all);
    bar.update(done);
    if (done === all) stopListening();
  };
  try {
    return await engine.runStudy(changed, {
      name,
      engineVersion: packageVersion(),
      workers,
      onProgress,
    });
  } catch (error) {
    if (error instanceof engine.ProblemError) throw new StudyProblems(study, error.problems);
    throw error;
  } finally {
    bar?.finish();
    stopListening();
  }
}

function summary(results: Results, file: string): string {
  const { study, runs, provenance } = results;
  const { draws, sampling, seed, digest } = provenance;
  const scenarios = `${countOf(study.scenarios.length, 'scenario')} (${countOf(runs.length, 'run')} with their conditions)`;
  const drawn = `${countOf(draws, 'draw')} (${sampling})`;
  const time = countOf(study.steps.length, study.stepName);
  return [
    `Workbook  ${file}`,
    `Run       ${scenarios}, ${drawn}, ${time}, seed ${seed}`,
    `Digest    ${digest}`,
  ].join('\n');
}

function report(results: Results, file: string): string {
  const colours = coloursFor(process.stdout);
  const table = leagueTable(results, tableWidth(process.stdout), colours);
  const baseline = results.study.scenarios.find(({ role }) => role === 'baseline')?.name;
  const note = `Median change against ${baseline}, draw by draw.  * best  = the same in every draw`;
  const parts = [
    colours.bold(results.study.title),
    note,
    table,
    breakEvenText(results),
    summary(results, file),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function asData(
  study: ReadyStudy,
  { study: about, comparisons, breakEvens, provenance }: Results,
  workbook: string,
) {
  const { name, title, question, scenarios, measures, conditions, breakEven } = about;
  return {
    folder: study.folder,
    ...problemsAsData(study.checked.problems),
    workbook,
    study: { name, title, question, scenarios, measures, conditions, breakEven },
    provenance,
    comparisons,
    breakEvens,
  };
}

async function run(args: RunArguments): Promise<void> {
  const settings = readSettings(args);
  const study = await openReadyStudy(args.study, args.format);
  const chosen = settle(study, settings);
  checkMemory(chosen, study.ready.program);
  const file = settings.out ?? join('out', `${study.name}.xlsx`);
  checkWritable(file, inputPaths(study));
  const results = await simulate(study, chosen, settings.workers);
  const { writeReport } = await import('../../reports/index.ts');
  const bytes = await writeReport(results);
  writeFileWhole(file, bytes, inputPaths(study));
  if (args.format === 'json') printJson(asData(study, results, file));
  else print(report(results, file));
}

/** Runs a study and writes its workbook. */
export const runCommand: CommandModule<object, RunArguments> = {
  command: 'run <study>',
  describe: 'Run a study, write its workbook, print how the scenarios compare',
  builder: (yargs) =>
    withFormat(withStudy(yargs))
      .option('scenario', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'Only this scenario beside baseline and reference; may be repeated',
      })
      .option('draws', {
        type: 'string',
        requiresArg: true,
        describe: 'Draws instead of those in study.yaml',
      })
      .option('seed', {
        type: 'string',
        requiresArg: true,
        describe: 'Seed instead of the one in study.yaml',
      })
      .option('workers', {
        type: 'string',
        requiresArg: true,
        describe: 'Threads; the results have the same bits for any number [default: all cores]',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'Workbook to write [default: out/STUDY.xlsx]',
      })
      .example('$0 run korea-us-2025', 'Everything in scenarios/korea-us-2025')
      .example(
        '$0 run korea-us-2025 --draws 1000 --scenario package',
        'A quick look at one scenario',
      )
      .example('$0 run my-study --format json > results.json', 'Figures for another program'),
  handler: run,
};
