import { error } from '../problem.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import { hintForSlip } from '../source/explain-key.ts';
import { hintFor } from '../source/suggest.ts';
import { applyTerms } from './apply-terms.ts';
import { type Sets, spread } from './extent.ts';
import { entriesOf } from './located.ts';
import type { Assumption, AssumptionSetting, Lever, ModelText } from './model-text.ts';
import { readAssumptionOverride } from './read-assumption.ts';
import { isLeverValue, type LeverEdit, readLeverValue } from './read-lever-value.ts';
import { entryOf, type Reading, wanted } from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';
import { SCENARIO_HEAD } from './schema.ts';

/** What one file sets: edits by lever and element, assumptions by name and element. */
export interface Edits {
  readonly levers: ReadonlyMap<string, ReadonlyMap<string, LeverEdit>>;
  readonly assumptions: ReadonlyMap<string, ReadonlyMap<string, AssumptionSetting>>;
}

/** What the settings of scenarios, conditions and tests are read against. */
export interface SettingsContext {
  readonly reading: Reading;
  readonly sets: Sets;
  readonly tables: Tables;
  readonly model: ModelText;
  readonly levers: ReadonlyMap<string, Lever>;
  readonly assumptions: ReadonlyMap<string, Assumption>;
  /** Modules whose file cannot be read: what refers to them is not wrong for that. */
  readonly broken: ReadonlySet<string>;
}

/** Indexes the levers and assumptions of a model by `module.name`. */
export function indexInputs(model: ModelText) {
  const key = (thing: { module: string; name: string }) => `${thing.module}.${thing.name}`;
  return {
    levers: new Map(
      model.modules.flatMap((m) => m.levers.map((lever) => [key(lever), lever] as const)),
    ),
    assumptions: new Map(
      model.modules.flatMap((m) => m.assumptions.map((a) => [key(a), a] as const)),
    ),
  };
}

function readLeverEdits(context: SettingsContext, lever: Lever, node: SourceNode) {
  const { reading, sets, tables } = context;
  const read = (at: SourceNode, element: string): LeverEdit | null => {
    const defaults = lever.defaults.get(element);
    const path = defaults === undefined ? null : applyTerms(defaults);
    return readLeverValue(reading, at, { ...lever, default: path, tables });
  };
  const { extent } = lever;
  return spread({ reading, extent, sets, isValue: isLeverValue, read }, node);
}

/** Reads the edit of the lever called `key` (`module.name`), or reports that there is none. */
export function readLeverEntry(
  context: SettingsContext,
  key: string,
  entry: Pick<MapEntry, 'keyPosition' | 'value'>,
): ReadonlyMap<string, LeverEdit> | null {
  const lever = context.levers.get(key);
  if (lever !== undefined) return readLeverEdits(context, lever, entry.value);
  const [module = '', name = ''] = key.split('.');
  if (context.broken.has(module)) return null;
  const inModule = [...context.levers.values()].filter((other) => other.module === module);
  const names = inModule.map((other) => other.name);
  const isAssumption = context.assumptions.has(key);
  const hint = isAssumption
    ? `${name} is an assumption: write it below \`assumptions:\` as ${key}`
    : (hintForSlip(key) ??
      hintFor(name, names) ??
      `levers of ${module}: ${names.join(', ') || 'none'}`);
  const message = `module ${module} has no lever "${name}"`;
  context.reading.problems.push(error('unknown-lever', message, entry.keyPosition, hint));
  return null;
}

/** A name without its module is that of whatever is called so. */
function hintForName(key: string, known: readonly string[]): string | undefined {
  const whole = known.find((name) => name.split('.')[1] === key);
  return whole === undefined ? hintFor(key, known) : `did you mean "${whole}"?`;
}

function readAssumptions(context: SettingsContext, entries: readonly MapEntry[]) {
  const settings = new Map<string, ReadonlyMap<string, AssumptionSetting>>();
  for (const { key, keyPosition, value } of entries) {
    const assumption = context.assumptions.get(key);
    if (assumption === undefined) {
      const [module = '', name] = key.split('.');
      if (context.broken.has(module)) continue;
      const hint = context.levers.has(key)
        ? `${name} is a lever: write it below \`${module}:\``
        : hintForName(key, [...context.assumptions.keys()]);
      const message = `there is no assumption "${key}"`;
      context.reading.problems.push(error('unknown-assumption', message, keyPosition, hint));
      continue;
    }
    settings.set(
      key,
      readAssumptionOverride(context.reading, value, { ...context, ...assumption }),
    );
  }
  return settings;
}

/** A lever that stands where its module should. */
function hintForLever({ levers }: SettingsContext, key: string): string | undefined {
  const owners = [...levers.values()].filter(({ name }) => name === key);
  const [owner] = owners;
  const lever = levers.get(key);
  if (lever !== undefined) return `write \`${lever.module}:\`, and \`${lever.name}:\` below it`;
  if (owner === undefined || owners.length > 1) return undefined;
  return `${key} is a lever of ${owner.module}: indent it below \`${owner.module}:\``;
}

/**
 * Reads a body of settings: modules at the top, their levers below, and `assumptions:`. Keys in `others` are
 * somebody else's.
 */
export function readSettings(
  context: SettingsContext,
  root: SourceNode,
  others: readonly string[] = Object.keys(SCENARIO_HEAD),
): Edits {
  const levers = new Map<string, ReadonlyMap<string, LeverEdit>>();
  const modules = context.model.modules.map(({ name }) => name);
  for (const { key: module, keyPosition, value } of entriesOf(root)) {
    if (module === 'assumptions' || others.includes(module) || context.broken.has(module)) continue;
    if (!modules.includes(module)) {
      const hint =
        hintForLever(context, module) ?? hintFor(module, [...modules, ...others, 'assumptions']);
      const message = `the model has no module "${module}"`;
      context.reading.problems.push(error('unknown-module', message, keyPosition, hint));
      continue;
    }
    if (value.kind !== 'map')
      wanted(context.reading, `a map of the levers of ${module}`, value.position);
    for (const entry of entriesOf(value)) {
      const key = `${module}.${entry.key}`;
      const edit = readLeverEntry(context, key, entry);
      if (edit !== null) levers.set(key, edit);
    }
  }
  const assumptions = entryOf(root, 'assumptions');
  if (assumptions !== undefined && assumptions.kind !== 'map') {
    wanted(context.reading, 'a map of assumptions', assumptions.position);
  }
  return { levers, assumptions: readAssumptions(context, entriesOf(assumptions)) };
}
