import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { InputError } from './file-error.ts';

/** Where bare names are looked for. */
export const SHELF = 'scenarios';

/** A study's folder as the user would write it, and its name. */
export interface StudyPlace {
  readonly folder: string;
  readonly name: string;
}

/** Lists the studies in a folder, by name. */
export function studiesIn(shelf: string): readonly string[] {
  if (!existsSync(shelf)) return [];
  const names = readdirSync(shelf).filter((name) => existsSync(join(shelf, name, 'study.yaml')));
  return names.toSorted((a, b) => (a < b ? -1 : 1));
}

/** A name alone must not mean one study here and another one elsewhere. */
function refuseTwo(name: string, folders: readonly string[]): void {
  const places = new Set(folders.map((folder) => realpathSync(folder)));
  if (places.size < 2) return;
  const here = `.${sep}${name}`;
  const message = `there are both ${here} and ${folders.at(-1)}`;
  throw new InputError(`cannot tell which study ${name} is: ${message}; write one of these paths`);
}

/**
 * Finds the folder of a study: a path, or a name below scenarios/.
 *
 * Errors: InputError, with the studies that there are, or where a name alone could be either of two.
 */
export function findStudy(argument: string): StudyPlace {
  const isBare = /^[^/\\]+$/.test(argument) && !['.', '..'].includes(argument);
  const candidates = isBare ? [argument, join(SHELF, argument)] : [argument];
  const found = candidates.filter((path) => existsSync(path));
  refuseTwo(argument, found);
  const [folder] = found;
  if (folder !== undefined) return { folder, name: basename(realpathSync(folder)) };
  const known = studiesIn(SHELF);
  const hint = known.length === 0 ? '' : `; below ${SHELF}/ there are: ${known.join(', ')}`;
  throw new InputError(`cannot read the study ${argument}: there is no such folder${hint}`);
}
