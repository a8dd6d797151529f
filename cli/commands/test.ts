import type { CommandModule } from 'yargs';
import type { TestOutcome } from '../../engine/index.ts';
import { printable } from '../display-width.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { type Format, openReadyStudy, type ReadyStudy } from '../open-study.ts';
import { once, type Typed, withFormat, withStudy } from '../options.ts';
import { coloursFor, print, printJson } from '../terminal.ts';

interface TestArguments {
  readonly study: string;
  readonly filter?: Typed;
  readonly format: Format;
}

type Positioned = Pick<TestOutcome, 'position'>;

/** Runs the tests whose name or file holds the filter. */
function runChosen({ ready, engine }: ReadyStudy, filter: string): readonly TestOutcome[] {
  const wanted = filter.toLowerCase();
  const tests = ready.study.tests.filter(({ name, position }) =>
    `${position.file} ${name}`.toLowerCase().includes(wanted),
  );
  if (tests.length === 0 && filter !== '') {
    throw new UsageError(`--filter: no test of the study has "${filter}" in its name or file`);
  }
  return engine.runTests({ ...ready.study, tests });
}

function place({ position: { file, line, column } }: Positioned, folder: string): string {
  return printable(`${folder.replace(/\/+$/, '')}/${file}:${line}:${column}`);
}

function failureLines(outcome: TestOutcome, folder: string): readonly string[] {
  const { red } = coloursFor(process.stdout);
  const name = printable(outcome.name);
  return outcome.problems.map(
    (problem) => `${red('FAIL')} ${place(problem, folder)}  ${name}: ${printable(problem.message)}`,
  );
}

function asData(outcomes: readonly TestOutcome[], failed: number, folder: string) {
  const tests = outcomes.map(({ name, position, problems }) => ({
    name,
    file: position.file,
    line: position.line,
    passed: problems.length === 0,
    failures: problems.map(({ message, position: at }) => ({ message, ...at })),
  }));
  return { folder, passed: outcomes.length - failed, failed, tests };
}

async function test(args: TestArguments): Promise<void> {
  const filter = once('filter', args.filter) ?? '';
  const study = await openReadyStudy(args.study, args.format);
  const outcomes = runChosen(study, filter);
  const failures = outcomes.filter(({ problems }) => problems.length > 0);
  if (failures.length > 0) process.exitCode = EXIT.filesWrong;
  if (args.format === 'json') {
    printJson(asData(outcomes, failures.length, study.folder));
    return;
  }
  const count = `${outcomes.length - failures.length} passed, ${failures.length} failed`;
  print([...failures.flatMap((one) => failureLines(one, study.folder)), count].join('\n'));
}

/** Runs the model tests of a study. */
export const testCommand: CommandModule<object, TestArguments> = {
  command: 'test <study>',
  describe: 'Run the model tests of a study on its central path',
  builder: (yargs) =>
    withFormat(withStudy(yargs))
      .option('filter', {
        type: 'string',
        requiresArg: true,
        describe: 'Only tests with this text in their name or file',
      })
      .example('$0 test korea-us-2025', 'All of them')
      .example('$0 test korea-us-2025 --filter lng', 'Those that mention lng'),
  handler: test,
};
