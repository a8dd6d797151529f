import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { InputError, reasonOf } from './file-error.ts';

/** Which files belong to a study; anything else in its folder is left alone. */
const PARTS: readonly RegExp[] = [
  /^[^/]+\.(yaml|csv)$/,
  /^model\/[^/]+\.yaml$/,
  /^model\/(.+\/)?[^/]+\.csv$/,
  /^tests\/[^/]+\.(yaml|csv|json)$/,
  /^texts\/[^/]+\.yaml$/,
];

/** Bounds for what cannot be a study, so that a wrong path fails at once. */
export const FOLDER_LIMITS = {
  files: 1000,
  bytesPerFile: 32 * 1024 * 1024,
  bytes: 128 * 1024 * 1024,
  levels: 8,
} as const;

/** Tells whether a path in a folder is one of the files that make a study. */
export function isPartOfStudy(path: string): boolean {
  return PARTS.some((part) => part.test(path));
}

/** Reads the files of a study by their paths in it, with `/` and in sorted order. */
export function readStudyFolder(folder: string): Map<string, Uint8Array> {
  const root = realFolder(folder);
  const paths = listFiles(root, '', 0).filter(isPartOfStudy);
  if (paths.length > FOLDER_LIMITS.files) {
    throw new InputError(`cannot read ${folder}: it holds more than ${FOLDER_LIMITS.files} files`);
  }
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const path of paths.toSorted(compareText)) {
    const name = checkName(path, files);
    const bytes = readFile(root, path);
    total += bytes.length;
    if (total > FOLDER_LIMITS.bytes)
      throw new InputError(`cannot read ${folder}: its files are too large`);
    files.set(name, bytes);
  }
  return files;
}

function realFolder(folder: string): string {
  try {
    const root = realpathSync(folder);
    readdirSync(root);
    return root;
  } catch (cause) {
    throw new InputError(`cannot read the study ${folder}: ${folderReason(cause)}`, { cause });
  }
}

function folderReason(cause: unknown): string {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such folder';
  return code === 'ENOTDIR' ? 'it is not a folder' : reasonOf(cause);
}

/** Lists paths below a folder, hidden ones left out; links to folders count as folders inside only. */
function listFiles(root: string, below: string, depth: number): string[] {
  const folder = join(root, below);
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) return [];
      if (!entry.isDirectory()) return [path];
      const wanted = /^(model|tests|texts)(\/|$)/.test(path) && depth < FOLDER_LIMITS.levels;
      return wanted ? listFiles(root, path, depth + 1) : [];
    });
  } catch (cause) {
    throw new InputError(`cannot read ${folder}: ${reasonOf(cause)}`, { cause });
  }
}

/** A Mac may spell names with letters and accents apart; the files refer to each other composed. */
function checkName(path: string, files: ReadonlyMap<string, Uint8Array>): string {
  const name = path.normalize('NFC');
  if (/[\p{Cc}\p{Cf}\\]/u.test(name)) {
    throw new InputError(`cannot read ${JSON.stringify(name)}: its name holds odd characters`);
  }
  if (files.has(name)) throw new InputError(`two files are named ${name}, spelled differently`);
  return name;
}

function readFile(root: string, path: string): Uint8Array {
  try {
    return readInside(root, path);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
}

/** Links may lead elsewhere in the study, never out of it; a pipe must not be waited for. */
function readInside(root: string, path: string): Uint8Array {
  const real = realpathSync(join(root, path));
  if (isOutside(root, real)) throw new InputError(`cannot read ${path}: it leads out of the study`);
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = openSync(real, flags);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new InputError(`cannot read ${path}: it is not a file`);
    if (stat.size > FOLDER_LIMITS.bytesPerFile) {
      throw new InputError(`cannot read ${path}: it is too large`);
    }
    return Uint8Array.from(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

function isOutside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
