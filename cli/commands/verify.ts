import type { CommandModule } from 'yargs';
import type { Lock, Verification } from '../../engine/index.ts';
import { EXIT, UsageError } from '../exit-code.ts';
import { MOST_INTERPRETED } from '../few-draws.ts';
import { findStudy } from '../find-study.ts';
import { refuseEarly } from '../glance.ts';
import { readLockOf, refuseUnlocked } from '../lock-file.ts';
import { isSame, MATRIX, type MatrixCell, runMatrix } from '../matrix.ts';
import { openReadyStudy, type ReadyStudy } from '../open-study.ts';
import { type Typed, withStudy } from '../options.ts';
import { reportVerification, VERIFY_REPORTERS } from '../report-verification.ts';
import { withReporter } from '../reporter.ts';
import { readSettings } from '../run-settings.ts';
import { runToLock } from '../run-to-lock.ts';
import { print } from '../terminal.ts';

interface VerifyArguments {
  readonly study: string;
  readonly matrix?: boolean | undefined;
  readonly draws?: Typed;
  readonly workers?: Typed;
  readonly reporter: (typeof VERIFY_REPORTERS)[number];
}

/** Runs a study as its lock was made and holds the two against each other. */
async function hold(
  study: ReadyStudy,
  locked: Lock,
  workers: Typed,
): Promise<{ readonly now: Lock; readonly verification: Verification }> {
  const tolerances = [...locked.measures].map(([name, one]) => [name, one.tolerance] as const);
  const terms = { tolerances: new Map(tolerances), reasons: locked.reasons };
  const now = await runToLock(study, terms, { workers, locked: locked.draws });
  const said = study.engine.gatherSaid(study.engine.stateStudy(study.ready.study));
  return { now, verification: study.engine.compareLock(locked, now, said) };
}

/** A lock is held against as many draws as it was made with. */
function refuseLoneDraws({ draws, matrix }: VerifyArguments): void {
  if (draws === undefined || matrix === true) return;
  throw new UsageError(
    '--draws is for --matrix alone: a study is held against its lock on the draws of the lock',
  );
}

async function matrixOf(
  study: ReadyStudy,
  { matrix, draws, workers }: VerifyArguments,
  now: Lock,
): Promise<readonly MatrixCell[]> {
  if (matrix !== true) return [];
  const settings = readSettings({ study: study.name, draws, workers, format: 'text' });
  return runMatrix(study, settings, now);
}

async function verify(args: VerifyArguments): Promise<void> {
  refuseLoneDraws(args);
  await refuseEarly([args.study], args);
  refuseUnlocked(findStudy(args.study));
  const study = await openReadyStudy(args.study, args.reporter === 'human' ? 'text' : 'json');
  const locked = readLockOf(study);
  const { now, verification } = await hold(study, locked, args.workers);
  const cells = await matrixOf(study, args, now);
  const passed = verification.passed && cells.every(isSame);
  if (!passed) process.exitCode = EXIT.changed;
  print(reportVerification(args.reporter, { study, locked, now, verification, cells, passed }));
}

const WAYS = Object.values(MATRIX)
  .map((values) => values.join('/'))
  .join(' x ');

/** Runs a study again and tells whether anything is otherwise than it was locked. */
export const verifyCommand: CommandModule<object, VerifyArguments> = {
  command: 'verify <study>',
  describe: 'Run a study again and hold it against its parley.lock; exit code 2 where they differ',
  builder: (yargs) =>
    withReporter(withStudy(yargs), VERIFY_REPORTERS)
      .option('matrix', {
        type: 'boolean',
        describe: `Also in each back end, with other threads and draws at a time (${WAYS}), and by the interpreter on at most ${MOST_INTERPRETED} draws: all must agree`,
      })
      .option('draws', {
        type: 'string',
        requiresArg: true,
        describe:
          'Draws of --matrix; above 1,024 no two of its blocks are alike [default: those of the lock]',
      })
      .option('workers', {
        type: 'string',
        requiresArg: true,
        describe: 'Threads; the results have the same bits for any number [default: all cores]',
      })
      .example('$0 verify korea-us-2025', 'Exact, within tolerance, or changed, and by how much')
      .example('$0 verify my-study --matrix --draws 1100', 'One digest, whichever way it is run')
      .example('$0 verify my-study --reporter junit > verify.xml', 'For a CI server'),
  handler: verify,
};
