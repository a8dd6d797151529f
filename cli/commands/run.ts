import type { CommandModule } from 'yargs';
import type { Results, Study } from '../../engine/index.ts';
import { onInterrupt } from '../interrupt.ts';
import { inputPaths, openReadyStudy, type ReadyStudy, StudyProblems } from '../open-study.ts';
import { withFormat, withStudy } from '../options.ts';
import { filesAmong, placeOutputs, STDOUT, withOutputs } from '../outputs.ts';
import { packageVersion } from '../package-folder.ts';
import { type Progress, showProgress } from '../progress.ts';
import { reportRun, runAsData } from '../run-report.ts';
import { type RunArguments, type RunSettings, readSettings, settle } from '../run-settings.ts';
import { print, printJson } from '../terminal.ts';
import { checkWritable } from '../write-file.ts';
import { writeOutputs } from '../write-outputs.ts';

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

/** A quick look must not take the place of the whole study's workbook. */
function isPart({ scenarios, draws, seed }: RunSettings): boolean {
  return scenarios !== undefined || draws !== undefined || seed !== undefined;
}

async function run(args: RunArguments): Promise<void> {
  const settings = readSettings(args);
  const study = await openReadyStudy(args.study, args.format);
  const chosen = settle(study, settings);
  const name = `${study.name}${isPart(settings) ? '-preview' : ''}`;
  const outputs = placeOutputs(settings.outputs, name);
  for (const file of filesAmong(outputs)) checkWritable(file, inputPaths(study));
  const results = await simulate(study, chosen, settings.workers);
  const written = await writeOutputs(outputs, results, inputPaths(study));
  if (args.format === 'json') printJson(runAsData(study, results, written));
  else if (written.get('markdown') !== STDOUT) print(reportRun(results, written));
}

/** Runs a study and writes its workbook. */
export const runCommand: CommandModule<object, RunArguments> = {
  command: 'run <study>',
  describe: 'Run a study, write its workbook, print how the scenarios compare',
  builder: (yargs) =>
    withOutputs(withFormat(withStudy(yargs)))
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
      .example('$0 run korea-us-2025', 'Everything in scenarios/korea-us-2025')
      .example('$0 run korea-us-2025 --draws 1000', 'A quick look')
      .example('$0 run korea-us-2025 --scenario package', 'One offer beside the baseline')
      .example('$0 run my-study --html --markdown', 'The same as a page, and a summary of it')
      .example('$0 run my-study --draws-file draws.parquet', 'Every draw, for pandas, R or DuckDB')
      .example('$0 run my-study --format json > results.json', 'Figures for another program'),
  handler: run,
};
