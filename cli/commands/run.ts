import type { CommandModule } from 'yargs';
import type { Results } from '../../engine/index.ts';
import { readSettingsFor } from '../glance.ts';
import { withLanguages } from '../languages.ts';
import { lockStateOf } from '../lock-file.ts';
import { inputPaths, openReadyStudy, type ReadyStudy } from '../open-study.ts';
import { withFormat, withStudy } from '../options.ts';
import {
  filesAmong,
  firstOf,
  type OutputsByLanguage,
  placeOutputs,
  STDOUT,
  withOutputs,
} from '../outputs.ts';
import { openPieces } from '../pieces.ts';
import { runName } from '../run-name.ts';
import { reportRun, runAsData, type Untranslated } from '../run-report.ts';
import { type RunArguments, settle } from '../run-settings.ts';
import { simulate } from '../simulate.ts';
import { print, printJson } from '../terminal.ts';
import { checkWritable } from '../write-file.ts';
import { writeOutputs } from '../write-outputs.ts';

async function run(args: RunArguments): Promise<void> {
  const settings = await readSettingsFor([args.study], args);
  const study = await openReadyStudy(args.study, args.format);
  const chosen = settle(study, settings);
  const order = study.ready.study.scenarios.map((one) => one.name);
  const name = runName(study.name, order, settings);
  const { language } = chosen;
  const outputs = placeOutputs(
    settings.outputs,
    { name, language },
    settings.languages ?? [language],
  );
  for (const file of filesAmong(outputs)) checkWritable(file, inputPaths(study));
  const pieces = args.resume === true ? openPieces(firstOf(outputs).get('workbook')!) : null;
  const way = { workers: settings.workers, ...(pieces === null ? {} : { pieces }) };
  const results = await simulate(study, chosen, way);
  const known = { inputs: inputPaths(study), lock: lockStateOf(study, results) };
  const written = await writeOutputs(outputs, results, known);
  pieces?.clear();
  if (args.format === 'json') printJson(runAsData(study, results, written));
  else if (firstOf(written).get('markdown') !== STDOUT) {
    const telling = await import('../../reports/index.ts');
    print(reportRun(results, written, untranslatedIn(study, results, written), telling));
  }
}

function untranslatedIn(
  { engine }: ReadyStudy,
  { study }: Results,
  outputs: OutputsByLanguage,
): Untranslated {
  const languages = [...outputs.keys()];
  return new Map(languages.map((one) => [one, engine.untranslated(study, one).length]));
}

/** Runs a study and writes its workbook. */
export const runCommand: CommandModule<object, RunArguments> = {
  command: 'run <study>',
  describe: 'Run a study, write its workbook, print how the scenarios compare',
  builder: (yargs) =>
    withLanguages(withOutputs(withFormat(withStudy(yargs))))
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
      .option('resume', {
        type: 'boolean',
        describe:
          'Keep every finished simulation beside the workbook until that is written; a run that was killed goes on from there',
      })
      .example('$0 run korea-us-2025', 'Everything in scenarios/korea-us-2025')
      .example('$0 run korea-us-2025 --draws 1000', 'A quick look')
      .example(
        '$0 run korea-us-2025 --scenario package',
        'One offer beside the baseline: out/korea-us-2025+package.xlsx',
      )
      .example('$0 run my-study --html --markdown', 'The same as a page, and a summary of it')
      .example('$0 run my-study --draws-file draws.parquet', 'Every draw, for pandas, R or DuckDB')
      .example('$0 run my-study --draws 100000 --resume', 'A long run; the same line after a kill')
      .example(
        '$0 run korea-us-2025 --language en,ko',
        'In English, and in Korean beside it: out/korea-us-2025.ko.xlsx',
      )
      .example('$0 run my-study --format json > results.json', 'Figures for another program'),
  handler: run,
};
