import type { CommandModule } from 'yargs';
import type { TestOutcome } from '../../engine/index.ts';
import { reportCases } from '../case-report.ts';
import { printable } from '../display-width.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { type Format, openReadyStudy, type ReadyStudy } from '../open-study.ts';
import { once, type Typed, withFormat, withStudy } from '../options.ts';
import { readCaseFile } from '../read-cases.ts';
import { annotation, placeBelow } from '../report-github.ts';
import { junitReport } from '../report-junit.ts';
import { withReporter } from '../reporter.ts';
import { joinPath } from '../show-problem.ts';
import { coloursFor, print, printJson } from '../terminal.ts';

interface TestArguments {
  readonly study: string;
  readonly filter?: Typed;
  readonly cases?: Typed;
  readonly format: Format;
  readonly reporter: (typeof TEST_REPORTERS)[number];
}

const TEST_REPORTERS = ['human', 'json', 'github', 'junit'] as const;

type Positioned = Pick<TestOutcome, 'position'>;

/** Runs the tests whose name or file, or whose case, holds the filter. */
function runChosen({ ready, engine }: ReadyStudy, filter: string): readonly TestOutcome[] {
  const wanted = filter.toLowerCase();
  const holds = (file: string, name: string) => `${file} ${name}`.toLowerCase().includes(wanted);
  const tests = ready.study.tests.filter(({ name, position, of }) =>
    holds(position.file, `${name} ${of?.label ?? ''}`),
  );
  const cases = ready.study.cases.filter(({ of }) => holds(of.position.file, of.label));
  if (tests.length + cases.length === 0 && filter !== '') {
    throw new UsageError(`--filter: no test of the study has "${filter}" in its name or file`);
  }
  return engine.runTests({ ...ready.study, tests, cases });
}

function placeIn(folder: string): (one: Positioned) => string {
  return ({ position: { file, line, column } }) => `${joinPath(folder, file)}:${line}:${column}`;
}

function failureLines(outcome: TestOutcome, folder: string): readonly string[] {
  const { red } = coloursFor(process.stdout);
  const name = printable(outcome.name);
  const place = placeIn(folder);
  return outcome.problems.map(
    (problem) => `${red('FAIL')} ${place(problem)}  ${name}: ${printable(problem.message)}`,
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

function casesAsData({ engine, folder }: ReadyStudy, outcomes: readonly TestOutcome[]) {
  const verdicts = engine.caseVerdicts(outcomes);
  const failed = verdicts.filter(({ problems }) => problems.length > 0).length;
  const cases = verdicts.map(({ label, position, compared, problems, unread }) => ({
    case: label,
    file: position.file,
    line: position.line,
    passed: problems.length === 0,
    compared,
    failures: problems.map(({ message, position: at }) => ({ message, ...at })),
    notRead: unread,
  }));
  return { folder, passed: verdicts.length - failed, failed, cases };
}

/** A test may be written for many rows, so its place belongs to its name. */
function asJunit(outcomes: readonly TestOutcome[], { name }: ReadyStudy): string {
  const cases = outcomes.map(({ name: title, position: { file, line }, problems }) => ({
    group: `${file}:${line}`,
    name: title,
    failures: problems.map(({ message }) => message),
  }));
  return junitReport(`parley test ${name}`, cases);
}

function asAnnotations(outcomes: readonly TestOutcome[], folder: string): string {
  const failures = outcomes.flatMap(({ name, problems }) =>
    problems.map(({ message, position }) =>
      annotation('error', name, message, placeBelow(folder, position)),
    ),
  );
  const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
  const count = `${outcomes.length - failed} passed, ${failed} failed`;
  return [...failures, annotation('notice', folder, count, null)].join('\n');
}

async function test(args: TestArguments): Promise<void> {
  const filter = once('filter', args.filter) ?? '';
  const path = once('cases', args.cases);
  const cases = path === undefined ? null : readCaseFile(path);
  const study = await openReadyStudy(args.study, args.format, cases);
  const outcomes = runChosen(study, filter);
  const failures = outcomes.filter(({ problems }) => problems.length > 0);
  if (failures.length > 0) process.exitCode = EXIT.filesWrong;
  if (args.reporter === 'junit') {
    print(asJunit(outcomes, study));
    return;
  }
  if (args.reporter === 'github') {
    print(asAnnotations(outcomes, study.folder));
    return;
  }
  if (args.format === 'json' || args.reporter === 'json') {
    const asIs = () => asData(outcomes, failures.length, study.folder);
    printJson(cases === null ? asIs() : casesAsData(study, outcomes));
    return;
  }
  if (cases !== null) {
    print(reportCases(study.engine.caseVerdicts(outcomes), placeIn(study.folder)));
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
    withReporter(withFormat(withStudy(yargs)), TEST_REPORTERS)
      .option('filter', {
        type: 'string',
        requiresArg: true,
        describe: 'Only tests with this text in their name or file',
      })
      .option('cases', {
        type: 'string',
        requiresArg: true,
        describe: 'A JSON file of cases to hold the model against, in place of those of the study',
      })
      .example('$0 test korea-us-2025', 'All of them')
      .example('$0 test korea-us-2025 --filter lng', 'Those that mention lng')
      .example('$0 test gsim --cases my-cases.json', 'Pass or fail for each case of a file'),
  handler: test,
};
