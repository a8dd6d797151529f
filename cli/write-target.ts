import { constants } from 'node:fs';
import { dirname, extname } from 'node:path';
import { OutputError } from './file-error.ts';
import type { Disk } from './write-steps.ts';

/**
 * Finds the file that writing to a path replaces: the path itself, or what it leads to where it is a link, which stays.
 * Errors: OutputError for what is no plain file, is marked read-only, or is one of `inputs`.
 */
export function findTarget(path: string, inputs: Iterable<string>, on: Disk): string {
  const refuse = (why: string) => new OutputError(`cannot write ${path}: ${why}`);
  const isLink = on.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const old = on.statSync(path, { throwIfNoEntry: false });
  if (old === undefined) {
    if (isLink) throw refuse('it is a link that leads nowhere');
    return path;
  }
  if (old.isDirectory()) throw refuse('it is a folder');
  if (!old.isFile()) throw refuse('it is not a file');
  if ((old.mode & 0o222) === 0) throw refuse('it is marked read-only');
  for (const input of inputs) {
    const stat = on.statSync(input, { throwIfNoEntry: false });
    if (stat?.ino === old.ino && stat.dev === old.dev) throw refuse('it is one of the files read');
  }
  if (!isLink) return path;
  const target = on.realpathSync(path);
  // A link that came with somebody's files must not turn a summary into a start-up script.
  if (extname(target) !== extname(path)) throw refuse('it is a link to a file of another kind');
  return target;
}

/**
 * Makes sure, as far as looking can tell, that a file could be written.
 * Errors: OutputError, or what the system says.
 */
export function checkTarget(path: string, inputs: Iterable<string>, on: Disk): void {
  let folder = dirname(findTarget(path, inputs, on));
  while (on.statSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
  on.accessSync(folder, constants.W_OK | constants.X_OK);
}
