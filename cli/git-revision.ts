import { execFileSync } from 'node:child_process';
import { UsageError } from './exit-code.ts';
import { InputError } from './file-error.ts';
import { isPartOfStudy } from './read-study.ts';

/** The largest answer that is read from git: a file of a study has a quarter of it. */
const MOST_BYTES = 128 * 1024 * 1024;

/** A clone that leaves files behind must not fetch them: parley opens no connection. */
const OFFLINE = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };

function git(folder: string, words: readonly string[]): Uint8Array {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      env: { ...process.env, ...OFFLINE },
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    const { code, stderr } = cause as { code?: string; stderr?: Uint8Array };
    if (code === 'ENOENT') throw new InputError('cannot ask git: it is not installed', { cause });
    const said = new TextDecoder().decode(stderr).trim().split('\n').at(-1) ?? '';
    throw new InputError(`git in ${folder}: ${said.replace(/^fatal: /, '')}`, { cause });
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Finds the commit that a revision names; a word that looks like an option is none. */
function commitOf(folder: string, revision: string): string {
  if (revision.startsWith('-') || revision === '') {
    throw new UsageError(`"${revision}" is no revision`);
  }
  const words = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  try {
    return textOf(git(folder, words)).trim();
  } catch (cause) {
    if (/not a git repository|dubious ownership/.test(String(cause))) throw cause;
    if (cause instanceof InputError && /not installed/.test(cause.message)) throw cause;
    throw new InputError(`git in ${folder} knows no revision "${revision}"`, { cause });
  }
}

/** One line of `git ls-tree`: mode, kind, name of the object, path. */
const ENTRY = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s;

/**
 * Reads the files that a study had in a revision of the repository that its folder is in.
 *
 * Errors: InputError where git does not know it, or the study was not there.
 */
export function readRevision(folder: string, revision: string): ReadonlyMap<string, Uint8Array> {
  const commit = commitOf(folder, revision);
  const entries = textOf(git(folder, ['ls-tree', '-r', '-z', commit, '--', '.'])).split('\0');
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const [, object, path] = ENTRY.exec(entry) ?? [];
    if (object === undefined || path === undefined || !isPartOfStudy(path)) continue;
    files.set(path.normalize('NFC'), Uint8Array.from(git(folder, ['cat-file', 'blob', object])));
  }
  if (!files.has('study.yaml')) {
    throw new InputError(`there was no study in ${folder} at ${revision}`);
  }
  return files;
}
