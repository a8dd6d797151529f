import type { CommandModule } from 'yargs';
import type { Lock } from '../../engine/index.ts';
import { UsageError } from '../exit-code.ts';
import { findStudy, type StudyPlace } from '../find-study.ts';
import { refuseEarly } from '../glance.ts';
import { uninterrupted } from '../interrupt.ts';
import { hasLock, lockPath, readLockOf } from '../lock-file.ts';
import { countOf } from '../number-text.ts';
import { openReadyStudy, type ReadyStudy } from '../open-study.ts';
import { once, type Typed, withStudy } from '../options.ts';
import { runToLock } from '../run-to-lock.ts';
import { print } from '../terminal.ts';
import { askedTolerances, readTolerances, refuseWide } from '../tolerances.ts';
import { verificationText } from '../verification-text.ts';
import { writeFileWhole } from '../write-file.ts';

interface LockArguments {
  readonly study: string;
  readonly update?: boolean | undefined;
  readonly reason?: Typed;
  readonly draws?: Typed;
  readonly tolerance?: Typed;
  readonly workers?: Typed;
}

/** Whoever accepts other numbers says why; a first lock needs no reason. */
function readReason({ update, reason }: LockArguments): string {
  const text = (once('reason', reason) ?? '').replace(/\s+/g, ' ').trim();
  if (update !== true || text !== '') return text;
  throw new UsageError('--update accepts other numbers: say why with --reason "..."');
}

/** Refuses to write over a lock where the command line does not say that there is one. */
function refuseSecond(study: StudyPlace, update: boolean): void {
  const path = lockPath(study);
  if (update || !hasLock(study)) return;
  const hint = 'parley verify compares with it; --update --reason "..." accepts what has changed';
  throw new UsageError(`${path} is there already: ${hint}`);
}

function save(study: ReadyStudy, lock: Lock): void {
  const bytes = new TextEncoder().encode(study.engine.writeLock(lock));
  uninterrupted(() => writeFileWhole(lockPath(study), [bytes]));
}

/** Says what the lock holds, or what it accepts that was otherwise before. */
function report(study: ReadyStudy, old: Lock | null, lock: Lock): string {
  const outcomes = [...lock.measures.values()].reduce((sum, one) => sum + one.outcomes.size, 0);
  const head = `${lockPath(study)}: ${countOf(outcomes, 'outcome')} of ${countOf(lock.draws, 'draw')}, digest ${lock.digest}`;
  if (old === null) return head;
  const said = study.engine.gatherSaid(study.engine.stateStudy(study.ready.study));
  const changes = verificationText(study, study.engine.compareLock(old, lock, said), lock);
  return `${changes}\n\n${head}`;
}

async function lock(args: LockArguments): Promise<void> {
  const reason = readReason(args);
  askedTolerances(args.tolerance);
  await refuseEarly([args.study], args);
  refuseSecond(findStudy(args.study), args.update === true);
  const study = await openReadyStudy(args.study, 'text');
  const old = args.update === true ? readLockOf(study) : null;
  const tolerances = readTolerances(study, args.tolerance, old, reason);
  const terms = { tolerances, reasons: old?.reasons ?? [] };
  const made = await runToLock(study, terms, { ...args, locked: old?.draws });
  refuseWide(study, made);
  if (old !== null && study.engine.writeLock(made) === study.engine.writeLock(old)) {
    print(`${lockPath(study)} says the same already; it stays as it is`);
    return;
  }
  const reasons = [...terms.reasons, reason === '' ? 'First lock' : reason];
  save(study, { ...made, reasons });
  print(report(study, old, made));
}

/** Writes down what a study says and what comes out of it. */
export const lockCommand: CommandModule<object, LockArguments> = {
  command: 'lock <study>',
  describe:
    'Write STUDY/parley.lock: what the study says and what comes out, for verify to hold it to',
  builder: (yargs) =>
    withStudy(yargs)
      .option('update', { type: 'boolean', describe: 'Accept what has changed since' })
      .option('reason', {
        type: 'string',
        requiresArg: true,
        describe: 'Why; kept in the lock, and wanted with --update',
      })
      .option('draws', {
        type: 'string',
        requiresArg: true,
        describe:
          'Draws that verify runs [default: those of the lock that is there, or of study.yaml]',
      })
      .option('tolerance', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'MEASURE=NUMBER in its unit, or MEASURE=exact; may be repeated [default: exact]',
      })
      .option('workers', {
        type: 'string',
        requiresArg: true,
        describe: 'Threads; the results have the same bits for any number [default: all cores]',
      })
      .example('$0 lock korea-us-2025 --draws 100', 'A lock that is verified in seconds')
      .example('$0 lock my-study --update --reason "Gas prices of June"', 'Accept new numbers'),
  handler: lock,
};
