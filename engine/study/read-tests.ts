import { error, type Problem } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapEntry, SourceFile, SourceNode } from '../source/document.ts';
import type { Case } from './case.ts';
import { takenWords } from './case-sets.ts';
import { type CaseFile, type CaseFiles, namesJson, openCases, refuseCases } from './cases.ts';
import { entriesOf, wordsIn } from './located.ts';
import type { ModelTest, StudyCase } from './model-test.ts';
import { type CaseContext, isFor, readCaseTest } from './read-case-test.ts';
import { entryOf, type Reading } from './read-scalar.ts';
import { openTables } from './read-table-values.ts';
import { readTest, type TestContext } from './read-test.ts';
import { TESTS } from './schema.ts';

/** Where tests come from and what they are read against. */
export interface TestsContext extends Pick<CaseContext, 'settings' | 'scenarios' | 'remodel'> {
  readonly roots: ReadonlyMap<string, SourceNode>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Cases to run instead of all tests; null for the tests as they stand. */
  readonly outside: CaseFile | null;
}

/** The tests of a study, and the cases that some of them are made of. */
export interface ReadTests {
  readonly tests: readonly ModelTest[];
  readonly cases: readonly StudyCase[];
}

function sourceOf(node: SourceNode): SourceFile | undefined {
  if (node.kind === 'scalar') return node.raw.source;
  const inner = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  for (const part of inner) {
    const source = sourceOf(part);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** A test as it stands in its file. */
interface TestNode {
  readonly node: SourceNode;
  readonly source: SourceFile;
}

function nodesIn(context: TestsContext): readonly TestNode[] {
  return [...context.roots].flatMap(([file, root]) => {
    if (!file.startsWith('tests/')) return [];
    const shape = checkShape(TESTS, root);
    context.settings.reading.problems.push(...shape.problems);
    const list = entryOf(root, 'tests');
    if (shape.value === null || list?.kind !== 'list') return [];
    return list.items.map((node) => ({ node, source: sourceOf(root)! }));
  });
}

/** Lists the index names in `over:` of a test, which the elements of a case must not take. */
function indicesOf(node: SourceNode): readonly string[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(indicesOf);
  const ofEntry = ({ key, value }: MapEntry) =>
    key === 'over' ? entriesOf(value).map((index) => index.key) : indicesOf(value);
  return node.entries.flatMap(ofEntry);
}

function expectsNothing({ name, position }: ModelTest): Problem {
  const hint = 'add `expect:`, `change:` or `others: unchanged`';
  return error('not-compared', `the test "${name}" expects nothing`, position, hint);
}

function readOne(
  context: TestContext & Pick<CaseContext, 'remodel'>,
  node: SourceNode,
  cases: readonly Case[] | null,
): readonly ModelTest[] {
  if (cases === null) {
    const { problems } = context.settings.reading;
    const before = problems.length;
    const test = readTest(context, node, null);
    if (linesOf(test) === 0 && problems.length === before) problems.push(expectsNothing(test));
    return [test];
  }
  const { reading, model } = context.settings;
  const taken = new Set([...takenWords(model), ...indicesOf(node)]);
  return cases
    .filter((one) => isFor(reading, node, one))
    .map((one) => readCaseTest({ ...context, taken }, node, one));
}

/** Says which cases the tests are for, as they say it themselves. */
function kindsIn(nodes: readonly TestNode[]): string | undefined {
  const kinds = new Map<string, Set<string>>();
  for (const { key, value } of nodes.flatMap(({ node }) => entriesOf(node, 'where'))) {
    const words = (value.kind === 'list' ? value.items : [value]).map(wordsIn);
    kinds.set(key, new Set([...(kinds.get(key) ?? []), ...words]));
  }
  if (kinds.size === 0) return undefined;
  const texts = [...kinds].map(([key, words]) => `${key} ${[...words].join(', ')}`);
  return `tests here are for ${texts.join('; ')}`;
}

/** Holds every case to being compared with something. */
function judgeCase(one: Case, tests: readonly ModelTest[], hint: string | undefined): StudyCase {
  const own = tests.filter(({ of }) => of === one);
  const isCompared = own.some((test) => test.faults.length + linesOf(test) > 0);
  if (isCompared) return { of: one, faults: [] };
  const fault =
    own.length === 0
      ? error('not-compared', `no test is for the case ${one.label}`, one.position, hint)
      : error('not-compared', `the case ${one.label} has nothing to compare`, one.position);
  return { of: one, faults: [fault] };
}

function linesOf({ expect, change, othersUnchanged }: ModelTest): number {
  return expect.length + change.length + (othersUnchanged ? 1 : 0);
}

/** Reads the model tests in tests/, one for each case where they have some. */
export function readTests(context: TestsContext): ReadTests {
  const { files, outside, settings } = context;
  const reading: Reading = settings.reading;
  const opened = new Map<string, readonly Case[]>();
  const caseFiles: CaseFiles = { files, outside, opened, tables: openTables(files, 'tests') };
  const nodes = nodesIn(context).filter(({ node }) => {
    const file = entryOf(node, 'cases');
    return outside === null || (file !== undefined && namesJson(file));
  });
  if (outside !== null && nodes.length === 0) refuseCases(reading, outside);
  const all = nodes.flatMap(({ node, source }) => {
    const file = entryOf(node, 'cases');
    const cases = file === undefined ? null : openCases(reading, file, caseFiles);
    return readOne({ ...context, source }, node, cases);
  });
  const hint = kindsIn(nodes.filter(({ node }) => entryOf(node, 'cases') !== undefined));
  const cases = [...opened.values()].flat().map((one) => judgeCase(one, all, hint));
  const tests = all.filter((test) => test.of === null || linesOf(test) + test.faults.length > 0);
  if (outside === null) {
    reading.problems.push(...[...cases, ...tests].flatMap(({ faults }) => faults));
  }
  return { tests, cases };
}
