import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from './file-error.ts';

/** Where bare names are looked for. */
const SHELF = 'scenarios';

/** A study's folder as the user would write it, and its name. */
export interface StudyPlace {
  readonly folder: string;
  readonly name: string;
}

/**
 * Finds the folder of a study: a path, or a name below scenarios/.
 *
 * Errors: InputError, with the studies that there are.
 */
export function findStudy(argument: string): StudyPlace {
  const isBare = /^[^/\\]+$/.test(argument) && !['.', '..'].includes(argument);
  const candidates = isBare ? [argument, join(SHELF, argument)] : [argument];
  const folder = candidates.find((path) => existsSync(path));
  if (folder !== undefined) return { folder, name: basename(realpathSync(folder)) };
  const known = studiesOnShelf();
  const hint = known.length === 0 ? '' : `; below ${SHELF}/ there are: ${known.join(', ')}`;
  throw new InputError(`cannot read the study ${argument}: there is no such folder${hint}`);
}

function studiesOnShelf(): readonly string[] {
  if (!existsSync(SHELF)) return [];
  const names = readdirSync(SHELF).filter((name) => existsSync(join(SHELF, name, 'study.yaml')));
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}
