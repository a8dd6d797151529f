import type * as disk from 'node:fs';
import { dirname } from 'node:path';
import { discard, sweep, temporaryBeside } from './temporary.ts';
import { findTarget } from './write-target.ts';

/** The calls to the disk that writing needs; a test lets each of them fail. */
export type Disk = Pick<
  typeof disk,
  | 'accessSync'
  | 'closeSync'
  | 'fchmodSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeFileSync'
>;

/**
 * Writes piece after piece to a file beside the one meant, which it then takes the place of. When it is not driven to its
 * end, nothing is left behind.
 */
export function* writing(
  path: string,
  pieces: Iterable<Uint8Array>,
  inputs: Iterable<string>,
  on: Disk,
): Generator<void, void> {
  on.mkdirSync(dirname(path), { recursive: true });
  const target = findTarget(path, inputs, on);
  sweep(dirname(target), on);
  yield* replace(target, pieces, on);
}

/** As a new file gets them, before what the user takes off all of them. */
const USUAL_RIGHTS = 0o666;

function* replace(path: string, pieces: Iterable<Uint8Array>, on: Disk): Generator<void, void> {
  const old = on.lstatSync(path, { throwIfNoEntry: false });
  const rights = old === undefined ? USUAL_RIGHTS : old.mode & USUAL_RIGHTS;
  const { file, temporary } = openBeside(path, rights, on);
  let isWhole = false;
  try {
    try {
      if (old !== undefined) restoreRights(file, rights, on);
      yield* fill(file, pieces, on);
    } finally {
      on.closeSync(file);
    }
    on.renameSync(temporary, path);
    isWhole = true;
  } finally {
    if (!isWhole) discard(temporary, on);
  }
  syncFolder(dirname(path), on);
}

/** Exclusively, so that neither a link laid there nor another process's file is ever written to. */
function openBeside(path: string, rights: number, on: Disk): { file: number; temporary: string } {
  for (;;) {
    const temporary = temporaryBeside(path);
    try {
      return { file: on.openSync(temporary, 'wx', rights), temporary };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
  }
}

/** Who could read and write the old file can the new one, also where new files have fewer rights. */
function restoreRights(file: number, rights: number, on: Disk): void {
  try {
    on.fchmodSync(file, rights);
  } catch {
    // Some disks know no rights.
  }
}

/** A full disk may write a part and report nothing, so the size is looked at before the rename. */
function* fill(file: number, pieces: Iterable<Uint8Array>, on: Disk): Generator<void, void> {
  let length = 0;
  for (const piece of pieces) {
    on.writeFileSync(file, piece);
    length += piece.length;
    yield;
  }
  on.fsyncSync(file);
  const { size } = on.fstatSync(file);
  if (size !== length) {
    throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
  }
}

/** The file is complete by now; a system that cannot flush a folder is no reason to report failure. */
function syncFolder(folder: string, on: Disk): void {
  try {
    const handle = on.openSync(folder, 'r');
    try {
      on.fsyncSync(handle);
    } finally {
      on.closeSync(handle);
    }
  } catch {
    // Windows refuses this, and some network disks do.
  }
}
