import type { CommandModule } from 'yargs';
import type { Lock } from '../../engine/index.ts';
import { EXIT } from '../exit-code.ts';
import { FileError } from '../file-error.ts';
import { findStudy } from '../find-study.ts';
import { refuseEarly } from '../glance.ts';
import { countOf } from '../number-text.ts';
import { openReadyStudy, type ReadyStudy, StudyProblems } from '../open-study.ts';
import { type Typed, withStudy } from '../options.ts';
import { readStudyFolder } from '../read-study.ts';
import { reportError } from '../report-error.ts';
import { runToLock } from '../run-to-lock.ts';
import { print } from '../terminal.ts';
import { verificationText } from '../verification-text.ts';
import { openWatch } from '../watch-folder.ts';

interface WatchArguments {
  readonly study: string;
  readonly draws?: Typed;
  readonly workers?: Typed;
}

/** Enough to see what an edit does while one writes. */
const FEW = 100;

const NO_TERMS = { tolerances: new Map(), reasons: [] };

function report(study: ReadyStudy, before: Lock | null, now: Lock): string {
  const draws = countOf(now.draws, 'draw');
  if (before === null) return `${study.folder}: ${draws}. Watching; Ctrl-C ends.`;
  const said = study.engine.gatherSaid(study.engine.stateStudy(study.ready.study));
  return verificationText(study, study.engine.compareLock(before, now, said), now);
}

/** Checks and runs a study once; a mistake is printed, and what came out before stays the measure. */
async function turn(args: WatchArguments, before: Lock | null): Promise<Lock | null> {
  try {
    const study = await openReadyStudy(args.study, 'text');
    const locked = before?.draws ?? Math.min(FEW, study.ready.study.draws);
    const now = await runToLock(study, NO_TERMS, { ...args, locked });
    print(`${report(study, before, now)}\n`);
    return now;
  } catch (error) {
    if (!(error instanceof StudyProblems || error instanceof FileError)) throw error;
    reportError(error, { format: 'text', debug: false, command: 'watch' });
    return before;
  }
}

async function watch(args: WatchArguments): Promise<void> {
  // A mistake in the words of the command ends it; one in the files does not.
  await refuseEarly([args.study], args);
  const { folder } = findStudy(args.study);
  readStudyFolder(folder);
  process.on('SIGINT', () => {
    print('');
    process.exit(EXIT.fine);
  });
  process.stdout.on('error', () => process.exit());
  const changes = openWatch(folder);
  let last = await turn(args, null);
  for (;;) {
    await changes.next();
    last = await turn(args, last);
  }
}

/** Runs a study again whenever one of its files is saved. */
export const watchCommand: CommandModule<object, WatchArguments> = {
  command: 'watch <study>',
  describe: 'Check and run a study whenever a file is saved, and print what moved',
  builder: (yargs) =>
    withStudy(yargs)
      .option('draws', {
        type: 'string',
        requiresArg: true,
        describe: `Draws [default: ${FEW}, or fewer where study.yaml says so]`,
      })
      .option('workers', {
        type: 'string',
        requiresArg: true,
        describe: 'Threads [default: all cores]',
      })
      .example('$0 watch my-study', 'In one window, with an editor in the other'),
  handler: watch,
};
