import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './exit-code.ts';
import { InputError, reasonOf } from './file-error.ts';
import { findStudy } from './find-study.ts';
import { readRevision } from './git-revision.ts';
import { openFiles, openReadyStudy, type ReadyStudy } from './open-study.ts';

/** One side of a comparison: figures that a run printed, or a study, perhaps one scenario of it. */
export type Side =
  | { readonly kind: 'results'; readonly label: string; readonly results: unknown }
  | {
      readonly kind: 'study';
      readonly label: string;
      readonly study: ReadyStudy;
      readonly scenario: string | null;
    };

/** A study, the revision that is meant, and a scenario. */
interface Words {
  readonly study: string;
  readonly revision: string | null;
  readonly scenario: string | null;
}

function isStudy(word: string): boolean {
  try {
    findStudy(word);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** A folder may have "@" or ":" in its name: the longest part that is a study is meant. */
function splitWords(argument: string): Words {
  for (let end = argument.length; end > 0; end--) {
    const mark = argument[end];
    if (mark !== undefined && mark !== '@' && mark !== ':') continue;
    const study = argument.slice(0, end);
    if (!isStudy(study)) continue;
    const rest = argument.slice(end);
    const [, revision = null, scenario = null] = /^(?:@([^:]+))?(?::(.+))?$/s.exec(rest) ?? [];
    if (rest !== '' && revision === null && scenario === null) break;
    return { study, revision, scenario };
  }
  return { study: argument, revision: null, scenario: null };
}

function readResults(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? 'it is not JSON' : reasonOf(cause);
    throw new InputError(`cannot read the results ${path}: ${reason}`, { cause });
  }
}

/** Opens one side: a JSON file of `run`, STUDY, STUDY@REVISION, each perhaps with :SCENARIO. */
export async function openSide(argument: string): Promise<Side> {
  if (argument.endsWith('.json') && existsSync(argument)) {
    return { kind: 'results', label: argument, results: readResults(argument) };
  }
  const { study, revision, scenario } = splitWords(argument);
  if (revision === null) {
    const opened = await openReadyStudy(study, 'json');
    return { kind: 'study', label: argument, study: opened, scenario };
  }
  const place = findStudy(study);
  const files = readRevision(place.folder, revision);
  const opened = await openFiles({ ...place, folder: `${place.folder}@${revision}` }, files);
  return { kind: 'study', label: argument, study: opened, scenario };
}

/** Lists the studies among the words for two sides that are meant as they are now, not as git has them. */
export function studiesAmong(words: readonly string[]): readonly string[] {
  return words
    .map(splitWords)
    .filter(({ revision }) => revision === null)
    .map(({ study }) => study);
}

/** Refuses to compare what has nothing in common. */
export function notAlike(one: Side, other: Side): never {
  throw new UsageError(
    `cannot compare ${one.label} with ${other.label}: two studies, two scenarios of one study, or two result files`,
  );
}
