import type { Problem } from '../problem.ts';
import type { SourceNode } from '../source/document.ts';
import type { Sets } from './extent.ts';
import type { ModelText } from './model-text.ts';
import { checkName } from './names.ts';
import { readModule } from './read-module.ts';
import type { Reading } from './read-scalar.ts';
import { readSets } from './read-sets.ts';
import { indexInputs, type SettingsContext } from './read-settings.ts';
import type { Tables } from './read-table-values.ts';

/** The files that a model is read from, and the sources that its assumptions may name. */
export interface ModelFiles {
  readonly roots: ReadonlyMap<string, SourceNode>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Those of the files that are tables of the model. */
  readonly tables: Tables;
  readonly sources: ReadonlySet<string> | null;
}

/** A module is a file of model/, model.yaml apart. */
const MODULE_FILE = /^model\/(?!model\.yaml$)([^/]+)\.yaml$/;

/** Lists the modules that have a file but could not be read from it. */
function brokenModules(files: ModelFiles['files'], { modules }: ModelText): ReadonlySet<string> {
  const names = [...files.keys()].flatMap((file) => MODULE_FILE.exec(file)?.[1] ?? []);
  return new Set(names.filter((name) => !modules.some((module) => module.name === name)));
}

/** Reads the model; the sets in `replaced` stand in for its own of that name. */
export function readModel(
  { roots, files, tables, sources }: ModelFiles,
  reading: Reading,
  replaced: Sets = new Map(),
): SettingsContext {
  const sets = readSets(reading, roots.get('model/model.yaml'), tables, replaced);
  const context = { reading, sets, tables, sources };
  const modules = [...roots].flatMap(([file, root]) => {
    const name = MODULE_FILE.exec(file)?.[1];
    if (name === undefined) return [];
    checkName(reading.problems, name, 'a module', root.position);
    return readModule(context, name, root) ?? [];
  });
  const model = { sets, modules };
  return {
    reading,
    sets,
    tables,
    model,
    broken: brokenModules(files, model),
    ...indexInputs(model),
  };
}

/** What the values that a model has for its own elements may lack on other sets. */
const OF_ELEMENTS: ReadonlySet<string> = new Set([
  'unknown-element',
  'missing-element',
  'wrong-length',
  'missing-source',
]);

/** Reads a model on other sets; what is wrong with it there goes to the reading. */
export type Remodel = (sets: Sets, reading: Reading) => SettingsContext;

function isAsIn(own: Sets, sets: Sets): boolean {
  return [...sets].every(([name, elements]) => own.get(name)?.join() === elements.join());
}

/**
 * Makes a reader of a model that is known to be right on its own sets. What it has for their elements falls away
 * on others; whoever brings those brings values for them. Cases that share sets share the model, and those that
 * bring its own sets have it as it is.
 */
export function openRemodels(modelFiles: ModelFiles, own: SettingsContext): Remodel {
  const known = new Map<string, { context: SettingsContext; errors: readonly Problem[] }>();
  const readOn = (sets: Sets, clock: Reading['clock']) => {
    const problems: Problem[] = [];
    const context = readModel(modelFiles, { clock, problems }, sets);
    const errors = problems.filter(({ severity }) => severity === 'error');
    return { context, errors: errors.filter(({ code }) => !OF_ELEMENTS.has(code)) };
  };
  return (sets, reading) => {
    if (isAsIn(own.sets, sets)) return { ...own, reading };
    const key = JSON.stringify([...sets]);
    const found = known.get(key) ?? readOn(sets, reading.clock);
    known.set(key, found);
    reading.problems.push(...found.errors);
    return { ...found.context, reading };
  };
}
