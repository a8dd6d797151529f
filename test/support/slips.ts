import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A text of a file that is replaced by another. */
interface Edit {
  readonly file: string;
  /** What is replaced, once; the whole file where it is left out. */
  readonly replace?: string;
  readonly with?: string;
}

/** A mistake that somebody makes, and what is said of it. */
export interface Slip extends Edit {
  readonly slip: string;
  /** How often `with` is repeated. */
  readonly times?: number;
  /** How the file is encoded, `bytes` for letters that stand for bytes; UTF-8 where it is left out. */
  readonly encode?: 'bytes' | 'utf-16le' | 'utf-16be' | 'utf-32le';
  readonly remove?: true;
  readonly also?: readonly Edit[];
  readonly error: string;
  /** Line and column, in `in` or else in `file`. */
  readonly at: string;
  readonly in?: string;
  readonly hint?: string;
  /** How many errors there are; one where it is left out. */
  readonly errors?: number;
}

type Files = ReadonlyMap<string, Uint8Array>;

const FOLDER = 'test/slips';

/** Reads the study that slips are made in. */
export function slipStudy(): Files {
  const folder = `${FOLDER}/study`;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return new Map(
    paths
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), Uint8Array.from(readFileSync(path))]),
  );
}

/** Reads the slips of every group. */
export function slipGroups(): readonly (readonly [group: string, slips: readonly Slip[]])[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  return names
    .sort()
    .map((name) => [name.replace('.yaml', ''), parse(readFileSync(join(FOLDER, name), 'utf8'))]);
}

function edited(text: string, edit: Edit, times: number): string {
  const put = (edit.with ?? '').repeat(times);
  if (edit.replace === undefined) return edit.with === undefined ? text : put;
  if (!text.includes(edit.replace)) throw new Error(`${edit.file} does not hold ${edit.replace}`);
  return text.replace(edit.replace, () => put);
}

function encoded(text: string, how: Slip['encode']): Uint8Array {
  if (how === 'bytes') return Buffer.from(text, 'latin1');
  if (how === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (how === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (how !== 'utf-32le') return Buffer.from(text);
  return Buffer.from(Uint32Array.from([...text], (letter) => letter.codePointAt(0)!).buffer);
}

/** Makes a slip in a study. */
export function withSlip(study: Files, slip: Slip): Files {
  const files = new Map(study);
  for (const edit of [slip, ...(slip.also ?? [])]) {
    const text = Buffer.from(files.get(edit.file) ?? []).toString('utf8');
    const isMain = edit === slip;
    const next = edited(text, edit, isMain ? (slip.times ?? 1) : 1);
    files.set(edit.file, Uint8Array.from(encoded(next, isMain ? slip.encode : undefined)));
  }
  if (slip.remove) files.delete(slip.file);
  return files;
}
