import { readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { CaseFile } from '../engine/index.ts';
import { InputError, reasonOf } from './file-error.ts';

/** No file of numbers is larger; a wrong path fails at once. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a file of cases; it keeps the path that the user typed, marked as one outside the study. */
export function readCaseFile(path: string): CaseFile {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new InputError(`cannot read the cases ${path}: ${reason}`, { cause });
  };
  try {
    const stat = statSync(path);
    if (!stat.isFile()) refuse('it is not a file');
    if (stat.size > MOST_BYTES) refuse('it is too large');
    const bytes = Uint8Array.from(readFileSync(path));
    return { file: isAbsolute(path) || /^\.\.?[/\\]/.test(path) ? path : `./${path}`, bytes };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    return refuse(reasonOf(cause), cause);
  }
}
