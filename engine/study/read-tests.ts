import { quantile } from '../distribution/distribution.ts';
import { error } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapEntry, SourceFile, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { type Case, fillCase, readCases } from './cases.ts';
import { entriesOf, textOf } from './located.ts';
import { mergeAssumptions, mergeLevers } from './merge.ts';
import type { Expected, Given, ModelTest } from './model-test.ts';
import type { Shock } from './model-text.ts';
import { readClock } from './read-frame.ts';
import { entryOf, readBareNumber, wanted } from './read-scalar.ts';
import type { LayeredScenario } from './read-scenario.ts';
import { readSettings, type SettingsContext } from './read-settings.ts';
import { openTables } from './read-table-values.ts';
import { TESTS } from './schema.ts';

/** What the tests of a study are read against. */
interface TestContext {
  readonly settings: SettingsContext;
  readonly scenarios: ReadonlyMap<string, LayeredScenario>;
}

function sourceOf(node: SourceNode): SourceFile | undefined {
  if (node.kind === 'scalar') return node.raw.source;
  const inner = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  return inner.map(sourceOf).find((source) => source !== undefined);
}

function readExpected({ key, keyPosition, value }: MapEntry): Expected {
  const source = sourceOf(value) ?? { file: keyPosition.file, text: key, lineStarts: [0] };
  const offset = (source.lineStarts[keyPosition.line - 1] ?? 0) + keyPosition.column - 1;
  const quoted = /["']/.test(source.text[offset] ?? '');
  const text = { source, start: quoted ? offset + 1 : offset, text: key };
  return { formula: { text, position: keyPosition }, expectation: value, position: keyPosition };
}

function readShocks(context: SettingsContext, node: SourceNode | undefined): Map<string, number> {
  const shocks = new Map<string, Shock>(
    context.model.modules.flatMap((m) => m.shocks.map((s) => [`${m.name}.${s.name}`, s] as const)),
  );
  const values = new Map<string, number>();
  for (const [key, shock] of shocks) {
    for (const element of shock.extent.elements) {
      values.set(`${key}:${element}`, quantile(shock.distribution, 0.5));
    }
  }
  if (node !== undefined && node.kind !== 'map') {
    wanted(context.reading, 'a map of shocks', node.position);
  }
  for (const { key, keyPosition, value } of entriesOf(node)) {
    if (context.broken.has(key.split('.')[0]!)) continue;
    const shock = shocks.get(key);
    if (shock === undefined) {
      const hint = hintFor(key, [...shocks.keys()]);
      const problem = error('unknown-name', `there is no shock "${key}"`, keyPosition, hint);
      context.reading.problems.push(problem);
      continue;
    }
    const number = readBareNumber(context.reading, value, shock.unit);
    for (const element of shock.extent.elements) values.set(`${key}:${element}`, number ?? 0);
  }
  return values;
}

function checkScenario(context: TestContext, node: SourceNode, scenario: string): void {
  const at = entryOf(node, 'scenario')?.position;
  if (at === undefined || context.scenarios.has(scenario)) return;
  const hint = hintFor(scenario, context.scenarios.keys());
  const message = `there is no scenario "${scenario}"`;
  context.settings.reading.problems.push(error('unknown-scenario', message, at, hint));
}

/** Reads what a test gives, as one more layer on top of those of its scenario. */
function readGiven(context: TestContext, node: SourceNode, scenario: string): Given {
  const { settings } = context;
  checkScenario(context, node, scenario);
  const given = entryOf(node, 'given');
  const below = context.scenarios.get(scenario)?.layers ?? [];
  const layers =
    given === undefined
      ? below
      : [...below, { file: node.position.file, edits: readSettings(settings, given, ['shocks']) }];
  return {
    scenario: scenario === '' ? null : scenario,
    levers: mergeLevers(settings.levers, layers, settings.reading.problems),
    assumptions: mergeAssumptions(layers),
    shocks: readShocks(settings, entryOf(given, 'shocks')),
  };
}

function readTest(context: TestContext, node: SourceNode, suffix: string): ModelTest {
  const { reading } = context.settings;
  const clockNode = entryOf(node, 'clock');
  const clock = clockNode === undefined ? reading.clock : readClock(reading.problems, clockNode);
  const local = { ...context, settings: { ...context.settings, reading: { ...reading, clock } } };
  const scenario = textOf(node, 'scenario');
  const against = entryOf(node, 'against');
  const otherScenario = textOf(against, 'scenario') || scenario;
  return {
    name: textOf(node, 'name') + suffix,
    position: node.position,
    clock,
    given: readGiven(local, node, scenario),
    against: readGiven(
      local,
      against ?? { kind: 'map', entries: [], position: node.position },
      otherScenario,
    ),
    expect: entriesOf(node, 'expect').map(readExpected),
    change: entriesOf(node, 'change').map(readExpected),
    othersUnchanged: entryOf(node, 'others') !== undefined,
  };
}

function readEach(
  context: TestContext,
  node: SourceNode,
  rows: readonly Case[] | null,
): ModelTest[] {
  if (rows === null) return [readTest(context, node, '')];
  const name = textOf(node, 'name');
  return rows.map((row) =>
    readTest(context, fillCase(node, row), name.includes('{') ? '' : ` (${row.label})`),
  );
}

/** Reads the model tests in tests/, one for each row of their `cases:` where they have some. */
export function readTests(
  settings: SettingsContext,
  roots: ReadonlyMap<string, SourceNode>,
  files: ReadonlyMap<string, Uint8Array>,
  scenarios: ReadonlyMap<string, LayeredScenario>,
): readonly ModelTest[] {
  const context = { settings, scenarios };
  const tables = openTables(files, 'tests');
  return [...roots].flatMap(([file, root]) => {
    if (!file.startsWith('tests/')) return [];
    const shape = checkShape(TESTS, root);
    settings.reading.problems.push(...shape.problems);
    if (shape.value === null) return [];
    const list = entryOf(root, 'tests');
    const nodes = list?.kind === 'list' ? list.items : [];
    return nodes.flatMap((node) =>
      readEach(context, node, readCases(settings.reading, node, tables)),
    );
  });
}
