import { error, hasErrors, type Problem, warning } from '../problem.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { type Case, lookInto } from './case.ts';
import { readCaseSets } from './case-sets.ts';
import { checkWhole } from './check-case.ts';
import type { Sets } from './extent.ts';
import { type Filling, fillName } from './fill.ts';
import { fillTest } from './fill-test.ts';
import { entriesOf, textOf } from './located.ts';
import type { ModelTest } from './model-test.ts';
import type { Remodel } from './read-model.ts';
import { entryOf, type Reading, wordsOf } from './read-scalar.ts';
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
  const { value } = found;
  if (typeof value === 'number') return value === Number(words || Number.NaN);
  if (typeof value === 'string') return value === words;
  return (value === true ? ['yes', 'true'] : ['no', 'false']).includes(words);
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

/** Reports what the case lacks, once for each field; of several that would do, the last that was looked for. */
function lacks({ problems }: Reading, one: Case): Filling['tell'] {
  const told = new Set<string>();
  return (choices, found) => {
    const field = choices.split('|').at(-1)!.trim();
    if (found || told.has(field)) return;
    told.add(field);
    const message = `the case lacks ${field}`;
    problems.push(error('missing-element', message, one.position, 'add it to the case'));
  };
}

/** Fills a name where it can be; strange braces in it are left alone, but an `id` that it asks for is missed. */
function nameOf(reading: Reading, node: SourceNode, one: Case): string {
  const name = textOf(node, 'name');
  const at = entryOf(node, 'name');
  if (!name.includes('{') || at?.kind !== 'scalar') return `${name} (${one.label})`;
  const find = finding({ ...reading, problems: [] }, one, new Map());
  const tell: Filling['tell'] = (choices, found) => {
    if (found || choices !== 'id') return;
    const message = `a case has no id; it is called "${one.label}" here`;
    const { position } = one.root;
    reading.problems.push(warning('missing-key', message, position, 'give each its own'));
  };
  return fillName({ find, tell, elements: new Map() }, name, at);
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
  // On other sets than the case means, nothing of it would fit.
  const heard = hasErrors(faults) ? { ...reading, problems: [] } : reading;
  const settings = isOwn ? context.remodel(sets, heard) : { ...context.settings, reading: heard };
  const filling: Filling = { find: finding(reading, one, sets), tell: () => {}, elements };
  const filled = fillTest(node, filling, tell);
  const test = readTest({ ...context, settings }, filled, { of: one, faults });
  if (isOwn && !hasErrors(faults)) checkWhole(settings, test.given, one);
  return { ...test, name: nameOf(context.settings.reading, node, one) };
}
