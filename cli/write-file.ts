import * as disk from 'node:fs';
import { OutputError, reasonOf } from './file-error.ts';
import { onInterrupt } from './interrupt.ts';
import { type Disk, writing } from './write-steps.ts';
import { checkTarget } from './write-target.ts';

/**
 * Writes a file so that at every moment either the old or the new one is there, whole.
 * Folders on the way are made; a link stays, and what it leads to is replaced. Never overwrites a folder or one of `inputs`.
 * Errors: OutputError, one line, after which the old file is untouched and nothing is left behind.
 */
export function writeFileWhole(
  path: string,
  pieces: Iterable<Uint8Array>,
  inputs: Iterable<string> = [],
  on: Disk = disk,
): void {
  saying(path, () => {
    for (const _ of writing(path, pieces, inputs, on));
  });
}

/** A write can be heard out of between its pieces so often, in milliseconds. */
const TURN = 50;

/**
 * Writes a file as `writeFileWhole` does, of pieces that take long to make: a Ctrl-C ends the process between two of
 * them, with the old file untouched and nothing left behind, after `tidy`.
 * Errors: as above.
 */
export async function writeFileInTurns(
  path: string,
  pieces: Iterable<Uint8Array>,
  inputs: Iterable<string> = [],
  tidy: () => void = () => {},
): Promise<void> {
  const steps = writing(path, pieces, inputs, disk);
  let isDone = false;
  const stopListening = onInterrupt(() => {
    steps.return();
    tidy();
    return `${path} was ${isDone ? '' : 'not '}written`;
  });
  try {
    while (!isDone) {
      const until = Date.now() + TURN;
      saying(path, () => {
        while (!isDone && Date.now() < until) isDone = steps.next().done === true;
      });
      await new Promise(setImmediate);
    }
  } finally {
    await stopListening();
  }
}

/**
 * Makes sure before long work that a file could be written there, as far as looking can tell.
 * Errors: OutputError, one line.
 */
export function checkWritable(path: string, inputs: Iterable<string> = [], on: Disk = disk): void {
  saying(path, () => checkTarget(path, inputs, on));
}

/** Says in one line why a file cannot be written; what fails while its pieces are made is no matter of the disk. */
function saying(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (cause instanceof OutputError || !isOfTheDisk(cause)) throw cause;
    throw new OutputError(`cannot write ${path}: ${reasonOf(cause)}`, { cause });
  }
}

function isOfTheDisk(cause: unknown): boolean {
  return /^E[A-Z]+$/.test((cause as NodeJS.ErrnoException).code ?? '');
}
