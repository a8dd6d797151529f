import { error, type Problem, startOf } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { textOf, textsOf } from './located.ts';
import { type Layer, mergeAssumptions, mergeLevers } from './merge.ts';
import type { FormulaText } from './model-text.ts';
import { wordsOf } from './read-scalar.ts';
import { type Edits, readSettings, type SettingsContext } from './read-settings.ts';
import { SCENARIO } from './schema.ts';
import type { Scenario } from './study.ts';

/** A scenario file as read, before its ancestors are applied. */
interface ScenarioText {
  readonly name: string;
  readonly file: string;
  readonly root: SourceNode;
  readonly parents: readonly ScalarNode[];
  readonly edits: Edits;
}

/** A file that cannot be read stands for a scenario all the same: what names it is not wrong for that. */
function unreadable(file: string): ScenarioText {
  const root: SourceNode = { kind: 'map', entries: [], position: startOf(file) };
  const edits = { levers: new Map(), assumptions: new Map() };
  return { name: nameOf(file), file, root, parents: [], edits };
}

function nameOf(file: string): string {
  return file.replace(/\.yaml$/, '');
}

function readText(context: SettingsContext, file: string, root: SourceNode): ScenarioText {
  const name = nameOf(file);
  context.reading.problems.push(...checkShape(SCENARIO, root).problems);
  return {
    name,
    file,
    root,
    parents: textsOf(root, 'extends'),
    edits: readSettings(context, root),
  };
}

function extendsCycle(trail: readonly string[], node: ScalarNode): Problem {
  const parent = wordsOf(node);
  const path = [...trail.slice(trail.indexOf(parent)), parent].join(' -> ');
  const hint =
    'a scenario starts from others that do not start from it: take one out of `extends:`';
  return error('extends-cycle', `scenarios extend in a circle: ${path}`, node.position, hint);
}

/** Lists a scenario's ancestors, each once, before those that extend them, and the scenario last. */
function lineage(
  texts: ReadonlyMap<string, ScenarioText>,
  name: string,
  problems: Problem[],
): readonly ScenarioText[] {
  const found = new Set<ScenarioText>();
  const trail: string[] = [];
  const add = (text: ScenarioText): void => {
    if (found.has(text)) return;
    trail.push(text.name);
    for (const node of text.parents) {
      const parent = texts.get(wordsOf(node));
      if (parent === undefined) problems.push(unknownParent(texts, node));
      else if (trail.includes(parent.name)) problems.push(extendsCycle(trail, node));
      else add(parent);
    }
    trail.pop();
    found.add(text);
  };
  add(texts.get(name)!);
  return [...found];
}

function unknownParent(texts: ReadonlyMap<string, ScenarioText>, node: ScalarNode): Problem {
  const name = wordsOf(node);
  const plain = name.replace(/\.ya?ml$/, '');
  const hint = texts.has(plain) ? `did you mean "${plain}"?` : hintFor(name, texts.keys());
  return error('unknown-scenario', `there is no scenario "${name}"`, node.position, hint);
}

function resolve(context: SettingsContext, text: ScenarioText, layers: readonly Layer[]): Scenario {
  const { problems } = context.reading;
  return {
    name: text.name,
    title: textOf(text.root, 'title'),
    about: textOf(text.root, 'about'),
    author: textOf(text.root, 'author'),
    notModelled: textOf(text.root, 'not_modelled'),
    file: text.file,
    extends: text.parents.map(wordsOf),
    levers: mergeLevers(context.levers, layers, problems),
    sets: new Set(layers.flatMap(({ edits }) => [...edits.levers.keys()])),
    assumptions: mergeAssumptions(layers),
    inherited: inheritedBy(context, layers.slice(0, -1)),
  };
}

/** What is wrong with ancestors is told of themselves. */
function inheritedBy({ levers }: SettingsContext, layers: readonly Layer[]): Scenario['inherited'] {
  return { levers: mergeLevers(levers, layers, []), assumptions: mergeAssumptions(layers) };
}

/** Lists the `when:` of all terms in the edits of one file. */
export function whensIn({ levers }: Edits): readonly FormulaText[] {
  const edits = [...levers.values()].flatMap((elements) => [...elements.values()]);
  return edits.flatMap(({ terms }) => terms.flatMap(({ term }) => term?.when?.formula ?? []));
}

/** A scenario, and the layers that it is made of: its ancestors and itself. */
export interface LayeredScenario {
  readonly scenario: Scenario;
  readonly layers: readonly Layer[];
}

/** Reads every scenario file, null where YAML cannot, and applies its ancestors in order, each once. */
export function readScenarios(
  context: SettingsContext,
  roots: ReadonlyMap<string, SourceNode | null>,
): ReadonlyMap<string, LayeredScenario> {
  const read = [...roots].map(([file, root]) =>
    root === null ? unreadable(file) : readText(context, file, root),
  );
  const texts = new Map(read.map((text) => [text.name, text]));
  return new Map(
    read.map((text) => {
      const layers = lineage(texts, text.name, context.reading.problems);
      return [text.name, { scenario: resolve(context, text, layers), layers }];
    }),
  );
}
