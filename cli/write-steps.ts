import type * as disk from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OutputError } from './file-error.ts';

/** The calls to the disk that writing needs; a test lets each of them fail. */
export type Disk = Pick<
  typeof disk,
  | 'closeSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'renameSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

let written = 0;

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
  checkTarget(path, inputs, on);
  yield* replace(path, pieces, on);
}

/** Refuses to write over what is no plain file, or one of `inputs`. Errors: OutputError. */
export function checkTarget(path: string, inputs: Iterable<string>, on: Disk): void {
  const old = on.lstatSync(path, { throwIfNoEntry: false });
  if (old === undefined) return;
  const refuse = (why: string) => new OutputError(`cannot write ${path}: ${why}`);
  if (old.isSymbolicLink()) throw refuse('it is a link, and what it leads to would be replaced');
  if (old.isDirectory()) throw refuse('it is a folder');
  if (!old.isFile()) throw refuse('it is not a file');
  for (const input of inputs) {
    const stat = on.statSync(input, { throwIfNoEntry: false });
    if (stat?.ino === old.ino && stat.dev === old.dev) throw refuse('it is one of the files read');
  }
}

function* replace(path: string, pieces: Iterable<Uint8Array>, on: Disk): Generator<void, void> {
  const folder = dirname(path);
  sweep(folder, basename(path), on);
  const { file, temporary } = openBeside(path, on);
  let isWhole = false;
  try {
    try {
      yield* fill(file, pieces, on);
    } finally {
      on.closeSync(file);
    }
    on.renameSync(temporary, path);
    isWhole = true;
  } finally {
    if (!isWhole) discard(temporary, on);
  }
  syncFolder(folder, on);
}

/** Exclusively, so that neither a link laid there nor another process's file is ever written to. */
function openBeside(path: string, on: Disk): { file: number; temporary: string } {
  for (;;) {
    written += 1;
    const name = `.${basename(path)}.${process.pid}.${written}.tmp`;
    const temporary = join(dirname(path), name);
    try {
      return { file: on.openSync(temporary, 'wx', 0o666), temporary };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
  }
}

const AN_HOUR = 3_600_000;

/** Removes what a killed process left; a young file may still be another process's work. */
function sweep(folder: string, name: string, on: Disk): void {
  for (const other of on.readdirSync(folder)) {
    if (!other.startsWith(`.${name}.`) || !/^\.\d+\.\d+\.tmp$/.test(other.slice(name.length + 1))) {
      continue;
    }
    const stat = on.lstatSync(join(folder, other), { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs > AN_HOUR) discard(join(folder, other), on);
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

function discard(temporary: string, on: Disk): void {
  try {
    on.unlinkSync(temporary);
  } catch {
    // The reason why writing failed matters more than a file that could not be removed.
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
