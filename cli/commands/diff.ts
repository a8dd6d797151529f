import type { CommandModule } from 'yargs';
import { diffResults } from '../diff-results.ts';
import { diffScenarios } from '../diff-scenarios.ts';
import { notAlike, openSide, type Side, studiesAmong } from '../diff-side.ts';
import { type DiffRun, diffStudies } from '../diff-studies.ts';
import { DIFF_REPORTERS } from '../diff-text.ts';
import { refuseEarly } from '../glance.ts';
import { GROUPS, type GroupBy } from '../lever-groups.ts';
import { withReporter } from '../reporter.ts';

interface DiffArguments extends DiffRun {
  readonly one: string;
  readonly other: string;
  readonly by?: GroupBy | undefined;
}

/** Whether both name a scenario of the same files: then levers alone differ. */
function isOneStudy(one: Side & { kind: 'study' }, other: Side & { kind: 'study' }): boolean {
  const isNamed = one.scenario !== null && other.scenario !== null;
  return isNamed && one.study.folder === other.study.folder;
}

async function diff(args: DiffArguments): Promise<void> {
  await refuseEarly(studiesAmong([args.one, args.other]), args);
  const [one, other] = [await openSide(args.one), await openSide(args.other)];
  if (one.kind === 'results' && other.kind === 'results') {
    await diffResults([one, other], args.reporter);
    return;
  }
  if (one.kind !== 'study' || other.kind !== 'study') notAlike(one, other);
  if (isOneStudy(one, other)) await diffScenarios([one, other], args);
  else if (one.scenario === other.scenario) await diffStudies([one, other], args);
  else notAlike(one, other);
}

/** Compares two studies, scenarios, revisions or results: what they say, what comes out, and why. */
export const diffCommand: CommandModule<object, DiffArguments> = {
  command: 'diff <one> <other>',
  describe:
    'Compare two studies, scenarios, git revisions or results: what was said, what came out, and why',
  builder: (yargs) =>
    withReporter(yargs, DIFF_REPORTERS)
      .positional('one', {
        type: 'string',
        demandOption: true,
        describe: 'STUDY, STUDY@REVISION, STUDY:SCENARIO, or a file that run --format json wrote',
      })
      .positional('other', {
        type: 'string',
        demandOption: true,
        describe: 'The same for the other',
      })
      .option('scenario', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'Only this scenario of two studies; may be repeated',
      })
      .option('measure', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'Only this measure; may be repeated',
      })
      .option('by', {
        choices: GROUPS,
        requiresArg: true,
        describe: 'For two scenarios: levers of a module together, or each alone [default: module]',
      })
      .option('draws', {
        type: 'string',
        requiresArg: true,
        describe: 'Draws for both [default: 200, or as many as study.yaml says]',
      })
      .option('workers', {
        type: 'string',
        requiresArg: true,
        describe: 'Threads; the results have the same bits for any number [default: all cores]',
      })
      .example(
        '$0 diff korea-us-2025@HEAD korea-us-2025',
        'What the edits since the last commit do',
      )
      .example('$0 diff korea-us-2025:no-deal korea-us-2025:package', 'Two scenarios')
      .example('$0 diff old.json new.json', 'Two files of `run --format json`'),
  handler: diff,
};
