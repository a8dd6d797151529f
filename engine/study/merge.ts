import { error, type Problem } from '../problem.ts';
import { hintFor } from '../source/suggest.ts';
import { applyTerms } from './apply-terms.ts';
import { checkOutcomes } from './check-outcomes.ts';
import type {
  AssumptionSetting,
  Lever,
  LeverSetting,
  Setting,
  Settings,
  Term,
} from './model-text.ts';
import type { LeverEdit } from './read-lever-value.ts';
import type { Edits } from './read-settings.ts';

/** Edits and the file they stand in. */
export interface Layer {
  readonly file: string;
  readonly edits: Edits;
}

/** A new value drops the terms of ancestors unless it comes with terms of its own; those merge by name. */
function mergeTerms(own: readonly Term[], edit: LeverEdit, problems: Problem[]): readonly Term[] {
  const kept = edit.value === null || edit.terms.length > 0 ? own : [];
  const terms = new Map(kept.map((term) => [term.name, term]));
  for (const { name, term, position } of edit.terms) {
    if (term !== null) {
      terms.set(name, term);
    } else if (!terms.delete(name)) {
      const message = `there is no term "${name}" to remove`;
      problems.push(error('unknown-key', message, position, hintFor(name, [...terms.keys()])));
    }
  }
  return [...terms.values()];
}

function mergeLever(own: LeverSetting, edit: LeverEdit, problems: Problem[]): LeverSetting {
  return {
    value: edit.value ?? own.value,
    outcomes: [],
    text: edit.value === null ? own.text : edit.text,
    terms: mergeTerms(own.terms, edit, problems),
    position: edit.position,
  };
}

function finish(setting: LeverSetting, problems: Problem[]): LeverSetting {
  const text = [setting.text, ...setting.terms.map((term) => term.text)].join('; ');
  const path = applyTerms(setting);
  if (path === null && setting.terms.length > 0) {
    const message = 'terms act on a schedule; this lever is uncertain here';
    problems.push(error('bad-schedule', message, setting.position));
  }
  const outcomes = checkOutcomes(setting, problems);
  return { ...setting, value: path ?? setting.value, outcomes, text };
}

/** The settings of one lever by element. */
type LeverSettings = ReadonlyMap<string, Setting<LeverSetting>>;

const DECLARED = new WeakMap<Lever, { settings: LeverSettings; problems: readonly Problem[] }>();

/** Finishes what a lever is where no layer says otherwise; most scenarios and tests leave most levers alone. */
function declaredSettings(lever: Lever, problems: Problem[]): LeverSettings {
  const found: Problem[] = [];
  const declared = DECLARED.get(lever) ?? {
    settings: layeredSettings(lever, [], found),
    problems: found,
  };
  DECLARED.set(lever, declared);
  problems.push(...declared.problems);
  return declared.settings;
}

function leverSettings(lever: Lever, layers: readonly Layer[], problems: Problem[]): LeverSettings {
  const key = `${lever.module}.${lever.name}`;
  const said = layers.filter(({ edits }) => edits.levers.has(key));
  return said.length === 0
    ? declaredSettings(lever, problems)
    : layeredSettings(lever, said, problems);
}

function layeredSettings(
  lever: Lever,
  layers: readonly Layer[],
  problems: Problem[],
): LeverSettings {
  const key = `${lever.module}.${lever.name}`;
  const merged = new Map<string, Setting<LeverSetting>>();
  for (const [element, own] of lever.defaults) {
    let setting: Setting<LeverSetting> = { value: own, file: own.position.file };
    for (const { file, edits } of layers) {
      const edit = edits.levers.get(key)?.get(element);
      if (edit !== undefined) setting = { value: mergeLever(setting.value, edit, problems), file };
    }
    merged.set(element, { value: finish(setting.value, problems), file: setting.file });
  }
  return merged;
}

/** Applies layers of edits to the defaults of every lever; the later layer wins, value by value. */
export function mergeLevers(
  levers: ReadonlyMap<string, Lever>,
  layers: readonly Layer[],
  problems: Problem[],
): Settings<LeverSetting> {
  return new Map([...levers].map(([key, lever]) => [key, leverSettings(lever, layers, problems)]));
}

/** Collects the assumptions that layers set; the later layer wins, element by element. */
export function mergeAssumptions(layers: readonly Layer[]): Settings<AssumptionSetting> {
  const merged = new Map<string, Map<string, Setting<AssumptionSetting>>>();
  for (const { file, edits } of layers) {
    for (const [key, elements] of edits.assumptions) {
      const into = merged.get(key) ?? new Map<string, Setting<AssumptionSetting>>();
      for (const [element, value] of elements) into.set(element, { value, file });
      merged.set(key, into);
    }
  }
  return merged;
}
