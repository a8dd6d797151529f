import { quantile } from '../distribution/distribution.ts';
import { error, type Problem } from '../problem.ts';
import type { SourceFile, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import type { Case } from './case.ts';
import { entriesOf, textOf } from './located.ts';
import { mergeAssumptions, mergeLevers } from './merge.ts';
import type { Given, ModelTest } from './model-test.ts';
import type { ModelText, Shock } from './model-text.ts';
import { readExpected } from './read-expected.ts';
import { readClock } from './read-frame.ts';
import { entryOf, readBareNumber, wanted } from './read-scalar.ts';
import type { LayeredScenario } from './read-scenario.ts';
import { readSettings, type SettingsContext } from './read-settings.ts';

/** What a test is read against. */
export interface TestContext {
  readonly settings: SettingsContext;
  readonly scenarios: ReadonlyMap<string, LayeredScenario>;
  /** The file that the test stands in. */
  readonly source: SourceFile;
}

/** The shocks of a model by name, and the median of each for every element. */
interface Shocks {
  readonly byName: ReadonlyMap<string, Shock>;
  readonly medians: ReadonlyMap<string, number>;
}

const SHOCKS = new WeakMap<ModelText, Shocks>();

/** Lists the shocks of a model, once for all the tests of it. */
function shocksOf(model: ModelText): Shocks {
  const known = SHOCKS.get(model);
  if (known !== undefined) return known;
  const byName = new Map<string, Shock>(
    model.modules.flatMap((m) => m.shocks.map((s) => [`${m.name}.${s.name}`, s] as const)),
  );
  const medians = new Map(
    [...byName].flatMap(([key, { extent, distribution }]) =>
      extent.elements.map((element) => [`${key}:${element}`, quantile(distribution, 0.5)] as const),
    ),
  );
  SHOCKS.set(model, { byName, medians });
  return { byName, medians };
}

function readShocks(
  context: SettingsContext,
  node: SourceNode | undefined,
): ReadonlyMap<string, number> {
  const { byName: shocks, medians } = shocksOf(context.model);
  if (node === undefined) return medians;
  const values = new Map(medians);
  if (node.kind !== 'map') {
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

/** The case that a test is made of, and where what is wrong with it goes. */
export interface Origin {
  readonly of: Case;
  readonly faults: readonly Problem[];
}

/** Reads a test, in which nothing is left to be filled from a case. */
export function readTest(context: TestContext, node: SourceNode, origin: Origin | null): ModelTest {
  const { reading, sets, model } = context.settings;
  const clockNode = entryOf(node, 'clock');
  const clock = clockNode === undefined ? reading.clock : readClock(reading.problems, clockNode);
  const local = { ...context, settings: { ...context.settings, reading: { ...reading, clock } } };
  const scenario = textOf(node, 'scenario');
  const empty: SourceNode = { kind: 'map', entries: [], position: node.position };
  const against = entryOf(node, 'against') ?? empty;
  const form = { sets, source: context.source };
  return {
    name: textOf(node, 'name'),
    position: node.position,
    model,
    of: origin?.of ?? null,
    faults: origin?.faults ?? [],
    clock,
    given: readGiven(local, node, scenario),
    against: readGiven(local, against, textOf(against, 'scenario') || scenario),
    expect: readExpected(local.settings.reading, entryOf(node, 'expect'), form),
    change: readExpected(local.settings.reading, entryOf(node, 'change'), form),
    othersUnchanged: entryOf(node, 'others') !== undefined,
  };
}
