import { error, hasErrors, type Problem } from '../problem.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../source/document.ts';
import { type Case, lookInto } from './case.ts';
import { readCaseSets } from './case-sets.ts';
import type { Sets } from './extent.ts';
import { type Filling, fillEntry, fillName, fillNode, hasBraces } from './fill.ts';
import { entriesOf, textOf } from './located.ts';
import type { Given, ModelTest } from './model-test.ts';
import { isSeveral } from './read-expected.ts';
import type { Remodel } from './read-model.ts';
import { entryOf, type Reading, wordsOf } from './read-scalar.ts';
import type { SettingsContext } from './read-settings.ts';
import { readTest, type TestContext } from './read-test.ts';

/** What a test for cases is read against. */
export interface CaseContext extends TestContext {
  readonly remodel: Remodel;
  /** Words that elements of a case must not be called by. */
  readonly taken: ReadonlySet<string>;
}

function meets(found: SourceNode | undefined, wantedNode: SourceNode): boolean {
  if (wantedNode.kind === 'list') return wantedNode.items.some((one) => meets(found, one));
  const words = wantedNode.kind === 'scalar' ? wordsOf(wantedNode) : '';
  if (found === undefined || words === 'absent') return found === undefined && words === 'absent';
  if (found.kind === 'list') return found.items.some((item) => meets(item, wantedNode));
  if (found.kind === 'map') return false;
  const { value, raw } = found;
  if (typeof value === 'boolean')
    return (value ? ['yes', 'true'] : ['no', 'false']).includes(words);
  return (typeof value === 'string' ? value : raw.text) === words;
}

/** Tells whether a case is one that a test is for. */
export function isFor(reading: Reading, node: SourceNode, one: Case): boolean {
  return entriesOf(node, 'where').every(({ key, value }) =>
    meets(lookInto(reading, one, key), value),
  );
}

function listOf(names: readonly string[], { position }: Case): SourceNode {
  const items = names.map((text): ScalarNode => {
    const raw = { source: { file: position.file, text, lineStarts: [0] }, start: 0, text };
    return { kind: 'scalar', value: text, raw, position };
  });
  return { kind: 'list', items, position };
}

/** Looks a path up among the case's own sets first: `region.0` is its first region. */
function finding(reading: Reading, one: Case, sets: Sets): Filling['find'] {
  const entries = [...sets].map(([key, names]) => {
    return { key, keyPosition: one.position, value: listOf(names, one) };
  });
  const own: Case = {
    ...one,
    columns: null,
    root: { kind: 'map', entries, position: one.position },
  };
  return (path) => lookInto(reading, sets.has(path.split('.')[0]!) ? own : one, path);
}

function lacks({ problems }: Reading, one: Case): Filling['tell'] {
  return (choices, at, found) => {
    if (found) return;
    const hint = `${at.file}:${at.line} asks for it; {${choices} | 0} there would be 0 where a case has none`;
    problems.push(error('missing-element', `the case has no ${choices}`, one.position, hint));
  };
}

/** Drops the parts of a tolerance that the case lacks; what is left still says how close is close enough. */
function fillTolerance(filling: Filling, entry: MapEntry): readonly MapEntry[] {
  if (entry.value.kind !== 'map') return [fillEntry(filling, entry) ?? []].flat();
  const entries = entry.value.entries.flatMap((part) => fillEntry(filling, part) ?? []);
  return entries.length === 0 ? [] : [{ ...entry, value: { ...entry.value, entries } }];
}

function fillLine(filling: Filling, entry: MapEntry): readonly MapEntry[] {
  const { value } = entry;
  if (isSeveral(value)) {
    const filled = value.items.flatMap((item) => fillLine(filling, { ...entry, value: item }));
    const items = filled.map((line) => line.value);
    return filled.slice(0, 1).map((first) => ({ ...first, value: { ...value, items } }));
  }
  if (entryOf(value, 'value') === undefined) return [fillEntry(filling, entry) ?? []].flat();
  const parts = entriesOf(value);
  const kept = parts.flatMap((part) =>
    part.key === 'tolerance' ? fillTolerance(filling, part) : (fillEntry(filling, part) ?? []),
  );
  const whole: SourceNode = { kind: 'map', entries: kept, position: value.position };
  if (entryOf(whole, 'value') === undefined) return [];
  return [fillEntry(filling, { ...entry, value: whole }) ?? []].flat();
}

/** Fills the lines that the case has numbers for; fixed lines beside them count only where one was found. */
function fillLines(filling: Filling, node: SourceNode): SourceNode {
  const lines = entriesOf(node).map((entry) => ({
    asks: hasBraces({ kind: 'map', entries: [entry], position: node.position }),
    filled: fillLine(filling, entry),
  }));
  const asking = lines.filter(({ asks }) => asks);
  const isEmpty = asking.length > 0 && asking.every(({ filled }) => filled.length === 0);
  const entries = isEmpty ? [] : lines.flatMap(({ filled }) => filled);
  return { kind: 'map', entries, position: node.position };
}

/** Fills a test: what it gives must be in the case, what it expects need not. */
function fillTest(node: SourceNode, filling: Filling, tell: Filling['tell']): SourceNode {
  const entries = entriesOf(node).flatMap((entry): readonly MapEntry[] => {
    if (['name', 'cases', 'where', 'sets'].includes(entry.key)) return [entry];
    if (entry.key === 'expect' || entry.key === 'change') {
      return [{ ...entry, value: fillLines(filling, entry.value) }];
    }
    const value = fillNode({ ...filling, tell }, entry.value);
    return value === undefined ? [] : [{ ...entry, value }];
  });
  return { kind: 'map', entries, position: node.position };
}

/** Fills a name where it can be; strange braces in it are left alone. */
function nameOf(reading: Reading, node: SourceNode, one: Case): string {
  const name = textOf(node, 'name');
  const at = entryOf(node, 'name');
  if (!name.includes('{') || at?.kind !== 'scalar') return `${name} (${one.label})`;
  const find = finding({ ...reading, problems: [] }, one, new Map());
  return fillName({ find, tell: () => {}, elements: new Map() }, name, at);
}

/** Reports what neither the model nor the case gives a value on the sets of the case. */
function checkWhole({ model, reading }: SettingsContext, given: Given, one: Case): void {
  const report = (key: string, missing: readonly string[], why: string): void => {
    if (missing.length === 0) return;
    const shown = [...missing.slice(0, 5), ...(missing.length > 5 ? ['...'] : [])].join('; ');
    const message = `the case gives ${key} no value for ${shown}`;
    reading.problems.push(error('missing-element', message, one.position, why));
  };
  for (const { assumptions, levers } of model.modules) {
    for (const { module, name, extent, settings } of assumptions) {
      const key = `${module}.${name}`;
      const own = given.assumptions.get(key);
      const isMissing = (element: string) =>
        !settings.has(element) && own?.get(element) === undefined;
      report(key, extent.elements.filter(isMissing), 'give it, below `assumptions:` of the test');
    }
    for (const { module, name, extent, defaults } of levers) {
      const missing = extent.elements.filter((element) => !defaults.has(element));
      report(`${module}.${name}`, missing, 'a lever over a set that cases bring says `all:`');
    }
  }
}

function refuseScenario(reading: Reading, node: SourceNode): void {
  for (const side of [node, entryOf(node, 'against')]) {
    const at = entryOf(side, 'scenario');
    if (at === undefined) continue;
    const message = 'a test whose cases bring sets starts from the defaults of the levers';
    reading.problems.push(error('unknown-scenario', message, at.position, 'leave it out'));
  }
}

/** Reads a test for one case; what is wrong with the case is kept with the test. */
export function readCaseTest(context: CaseContext, node: SourceNode, one: Case): ModelTest {
  const faults: Problem[] = [];
  const reading: Reading = { ...context.settings.reading, problems: faults };
  const tell = lacks(reading, one);
  const bare: Filling = {
    find: finding(reading, one, new Map()),
    tell,
    elements: new Map(),
  };
  const { sets: base } = context.settings;
  const { sets, elements } = readCaseSets(
    reading,
    entryOf(node, 'sets'),
    bare,
    base,
    context.taken,
  );
  const isOwn = sets.size > 0;
  if (isOwn) refuseScenario(reading, node);
  const settings = isOwn ? context.remodel(sets, reading) : { ...context.settings, reading };
  const filling: Filling = { find: finding(reading, one, sets), tell: () => {}, elements };
  const filled = fillTest(node, filling, tell);
  const test = readTest({ ...context, settings }, filled, { of: one, faults });
  if (isOwn && !hasErrors(faults)) checkWhole(settings, test.given, one);
  return { ...test, name: nameOf(reading, node, one) };
}
