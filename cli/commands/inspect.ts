import type { CommandModule } from 'yargs';
import { UsageError } from '../exit-code.ts';
import { openReadyStudy, openStudy, type ReadyStudy, StudyProblems } from '../open-study.ts';
import { once, type Typed, withStudy } from '../options.ts';
import { scenarioNamed } from '../scenario-named.ts';
import { print } from '../terminal.ts';

const STAGES = ['document', 'model', 'kernel', 'draws'] as const;

interface InspectArguments {
  readonly study: string;
  readonly stage: (typeof STAGES)[number];
  readonly scenario?: Typed;
  readonly file?: Typed;
}

/** The first stage needs no study without errors: it is where errors are looked for. */
async function inspectDocument(argument: string, file: string): Promise<void> {
  const study = await openStudy(argument);
  const { files } = study.checked;
  const bytes = file.endsWith('.yaml') ? files.get(file) : undefined;
  if (bytes === undefined) {
    const known = [...files.keys()].filter((path) => path.endsWith('.yaml'));
    const hint = study.engine.hintFor(file, known) ?? `its files: ${known.join(', ')}`;
    throw new UsageError(`--file: the study has no file "${file}"; ${hint}`);
  }
  const { text, problems } = study.engine.showDocument(file, bytes);
  if (text !== '') print(text);
  if (problems.length > 0) throw new StudyProblems(study, problems);
}

function draws(study: ReadyStudy, scenario: string | undefined): string {
  const { baseline, validationScenarios } = study.ready.study;
  const { name } = scenarioNamed(study, scenario ?? baseline, validationScenarios);
  return study.engine.showDraws(study.ready, name);
}

async function inspect(args: InspectArguments): Promise<void> {
  const [scenario, file] = [once('scenario', args.scenario), once('file', args.file)];
  if (scenario !== undefined && args.stage !== 'draws') {
    throw new UsageError(
      '--scenario goes with draws; the other stages are the same for all scenarios',
    );
  }
  if (file !== undefined && args.stage !== 'document') {
    throw new UsageError('--file goes with document');
  }
  if (args.stage === 'document') {
    await inspectDocument(args.study, file ?? 'study.yaml');
    return;
  }
  const study = await openReadyStudy(args.study, 'text');
  if (args.stage === 'model') print(study.engine.showModel(study.ready));
  else if (args.stage === 'kernel') print(study.engine.showKernel(study.ready));
  else print(draws(study, scenario));
}

/** Prints a stage on the way from text to numbers. */
export const inspectCommand: CommandModule<object, InspectArguments> = {
  command: 'inspect <study> <stage>',
  describe: 'Print a stage on the way from YAML to numbers',
  builder: (yargs) =>
    withStudy(yargs)
      .positional('stage', { choices: STAGES, demandOption: true, describe: 'Which stage' })
      .option('scenario', {
        type: 'string',
        requiresArg: true,
        describe: 'Whose draws [default: the baseline]',
      })
      .option('file', {
        type: 'string',
        requiresArg: true,
        describe: 'Which document, by its path in the study [default: study.yaml]',
      })
      .example(
        '$0 inspect first-steps document --file model/market.yaml',
        'Every value and its place',
      )
      .example('$0 inspect first-steps model', 'Equations in the order they are computed')
      .example('$0 inspect first-steps kernel', 'The code that every draw runs through')
      .example('$0 inspect first-steps draws', 'The first draws of every uncertainty'),
  handler: inspect,
};
