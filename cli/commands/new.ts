import * as disk from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { OutputError, reasonOf } from '../file-error.ts';
import { SHELF, studiesIn } from '../find-study.ts';
import { ownStudy } from '../own-study.ts';
import { packageFolder } from '../package-folder.ts';
import { readStudyFolder } from '../read-study.ts';
import { discard, sweep, temporaryBeside } from '../temporary.ts';
import { print } from '../terminal.ts';
import { writeFileWhole } from '../write-file.ts';

interface NewArguments {
  readonly folder: string;
}

function ownBytes(bytes: Uint8Array, name: string): Uint8Array {
  return Buffer.from(ownStudy(Buffer.from(bytes).toString('utf8'), name));
}

/** Copies into a folder beside the wanted one, so that all of it is there or nothing. */
function copyStudy(from: string, folder: string): void {
  const target = resolve(folder);
  const beside = temporaryBeside(target);
  const files = readStudyFolder(from);
  try {
    if (disk.existsSync(target) && disk.readdirSync(target).length > 0) {
      throw new OutputError(
        `cannot write ${folder}: there is something in it already; choose another name`,
      );
    }
    disk.mkdirSync(dirname(target), { recursive: true });
    sweep(dirname(target), disk);
    for (const [path, bytes] of files) {
      const own = path === 'study.yaml' ? ownBytes(bytes, basename(target)) : bytes;
      writeFileWhole(join(beside, path), [own]);
    }
    disk.renameSync(beside, target);
  } catch (cause) {
    discard(beside, disk);
    const source = cause instanceof OutputError ? cause.cause : cause;
    if (source === undefined) throw cause;
    const isFile = (source as NodeJS.ErrnoException).code === 'ENOTDIR';
    const reason = isFile ? 'a file stands where a folder is needed' : reasonOf(source);
    throw new OutputError(`cannot write ${folder}: ${reason}`, { cause });
  }
}

/** A second study of a name that ships would be taken for the first. */
function refuseShipped(shelf: string, folder: string): void {
  const name = basename(resolve(folder));
  if (!studiesIn(shelf).includes(name)) return;
  const why = `${name} is a study of ${SHELF}/ already`;
  throw new OutputError(`cannot write ${folder}: ${why}; choose another name`);
}

/** Here and on the shelf the same name would mean two studies, and alone neither. */
function refuseTwin(folder: string): void {
  const name = basename(resolve(folder));
  const twin = [name, join(SHELF, name)].find(
    (path) => resolve(path) !== resolve(folder) && disk.existsSync(join(path, 'study.yaml')),
  );
  if (twin === undefined) return;
  throw new OutputError(`cannot write ${folder}: ${twin} has that name already; choose another`);
}

/** Names a study as short as commands understand it. */
function wordFor(folder: string): string {
  const isOnShelf = resolve(folder) === resolve(SHELF, basename(folder));
  const word = isOnShelf ? basename(folder) : folder;
  return /\s/.test(word) ? `"${word}"` : word;
}

async function startStudy({ folder }: NewArguments): Promise<void> {
  const shelf = join(packageFolder(), 'scenarios');
  refuseShipped(shelf, folder);
  refuseTwin(folder);
  copyStudy(join(shelf, 'first-steps'), folder);
  const word = wordFor(folder);
  print(`${folder} is a study of a tariff with three scenarios; change what you like. Then:\n`);
  print(`  parley check ${word}     every mistake at once`);
  print(
    `  parley run ${word}       compare the scenarios, write out/${basename(resolve(folder))}.xlsx`,
  );
  print(`  parley schema ${word}    completion in an editor`);
}

/** Starts a study as a copy of the smallest one. */
export const newCommand: CommandModule<object, NewArguments> = {
  command: 'new <folder>',
  describe: 'Start a study: a small one, with comments, to change',
  builder: (yargs) =>
    yargs
      .positional('folder', {
        type: 'string',
        demandOption: true,
        describe: 'Folder to make, from where you are',
      })
      .example('$0 new my-question', 'A folder in the one you are in')
      .example('$0 new scenarios/my-question', 'Among the studies there; its name alone finds it'),
  handler: startStudy,
};
