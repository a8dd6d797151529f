import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lock, LockState, Results } from '../engine/index.ts';
import { InputError, reasonOf } from './file-error.ts';
import { type OpenStudy, StudyProblems } from './open-study.ts';

/** The name of a lock in the folder of its study; no file of a study is called so. */
const LOCK = 'parley.lock';

/** A lock of a thousand outcomes has a tenth of this. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Gives the path of a study's lock. */
export function lockPath({ folder }: Pick<OpenStudy, 'folder'>): string {
  return join(folder, LOCK);
}

/** Tells whether a study has a lock. */
export function hasLock(study: Pick<OpenStudy, 'folder'>): boolean {
  return existsSync(lockPath(study));
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new InputError(`cannot read ${path}: it is too large for a lock`);
    return Uint8Array.from(readFileSync(path));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
}

/**
 * Refuses a study that has no lock.
 *
 * Errors: InputError that says how to make one.
 */
export function refuseUnlocked(study: Pick<OpenStudy, 'folder'>): void {
  if (hasLock(study)) return;
  const path = lockPath(study);
  throw new InputError(`cannot read ${path}: the study has no lock; parley lock writes one`);
}

/**
 * Reads the lock of a study.
 *
 * Errors: InputError where there is none, StudyProblems where somebody has edited it badly.
 */
export function readLockOf(study: OpenStudy): Lock {
  refuseUnlocked(study);
  const bytes = readBytes(lockPath(study));
  const { lock, problems } = study.engine.readLock(LOCK, bytes);
  if (lock !== null) return lock;
  const files = new Map([...study.checked.files, [LOCK, bytes] as const]);
  throw new StudyProblems({ ...study, checked: { ...study.checked, files } }, problems);
}

/** Tells how a run relates to the lock of its study; null where none can be read, which is for `verify` to report. */
export function lockStateOf(study: OpenStudy, { provenance }: Results): LockState | null {
  if (!hasLock(study)) return null;
  try {
    return study.engine.lockState(readLockOf(study), provenance);
  } catch (cause) {
    if (cause instanceof InputError || cause instanceof StudyProblems) return null;
    throw cause;
  }
}
