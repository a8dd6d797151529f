import { error, type Position, type Problem, ProblemError } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { SourceNode } from '../source/document.ts';
import { readDocument } from '../source/read-document.ts';
import { hintFor } from '../source/suggest.ts';
import { entriesOf, placeOf, textOf, textsOf } from './located.ts';
import { checkName } from './names.ts';
import { readConditions } from './read-conditions.ts';
import {
  checkReference,
  readAsOf,
  readClock,
  readMeasures,
  readTrajectories,
} from './read-frame.ts';
import { readModule } from './read-module.ts';
import { entryOf, type Reading, wordsOf } from './read-scalar.ts';
import { readScenarios } from './read-scenario.ts';
import { readSets } from './read-sets.ts';
import { indexInputs, type SettingsContext } from './read-settings.ts';
import { readSources } from './read-sources.ts';
import { openTables } from './read-table-values.ts';
import { readTests } from './read-tests.ts';
import { STUDY } from './schema.ts';
import type { BreakEvenRequest, ModelText, Scenario, Study } from './study.ts';

/** The files of a study: path below its folder, `/` between names, to bytes. */
export type StudyFiles = ReadonlyMap<string, Uint8Array>;

/** A study and what is worth knowing about it; null where errors keep it from being one. */
export interface StudyReading {
  readonly study: Study | null;
  readonly problems: readonly Problem[];
}

function startOf(file: string): Position {
  return { file, line: 1, column: 1, length: 1 };
}

function readRoots(files: StudyFiles, problems: Problem[]): Map<string, SourceNode> {
  const roots = new Map<string, SourceNode>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file.endsWith('.yaml')) continue;
    const document = readDocument(file, bytes);
    problems.push(...document.problems);
    if (document.root !== null) roots.set(file, document.root);
  }
  return roots;
}

function readFrame(roots: ReadonlyMap<string, SourceNode>, problems: Problem[]): SourceNode {
  const root = roots.get('study.yaml');
  if (root === undefined) {
    const hint = 'a study is a folder with study.yaml, model/ and a file per scenario';
    if (problems.length === 0) {
      problems.push(error('file-missing', 'there is no study.yaml', startOf('study.yaml'), hint));
    }
    throw new ProblemError(problems);
  }
  const shape = checkShape(STUDY, root);
  problems.push(...shape.problems);
  if (shape.value === null) throw new ProblemError(problems);
  return root;
}

function readModel(
  roots: ReadonlyMap<string, SourceNode>,
  files: StudyFiles,
  reading: Reading,
  sources: ReadonlySet<string>,
): ModelText {
  const tables = openTables(files, 'model');
  const sets = readSets(reading, roots.get('model/model.yaml'), tables);
  const context = { reading, sets, tables, sources };
  const modules = [...roots].flatMap(([file, root]) => {
    const name = /^model\/([^/]+)\.yaml$/.exec(file)?.[1];
    if (name === undefined || name === 'model') return [];
    checkName(reading.problems, name, 'a module', root.position);
    return readModule(context, name, root) ?? [];
  });
  return { sets, modules };
}

/** Scenario files stand in the folder itself, one each. */
function scenarioRoots(roots: ReadonlyMap<string, SourceNode>): Map<string, SourceNode> {
  const others = ['study.yaml', 'sources.yaml'];
  return new Map([...roots].filter(([file]) => !file.includes('/') && !others.includes(file)));
}

function chosenScenarios(
  root: SourceNode,
  scenarios: ReadonlyMap<string, Scenario>,
  problems: Problem[],
): readonly Scenario[] {
  const known = [...scenarios.keys()];
  const nodes = textsOf(root, 'scenarios');
  for (const node of nodes) {
    const name = wordsOf(node);
    const hint = hintFor(name, known) ?? `a scenario is the file ${name}.yaml`;
    checkReference(problems, 'unknown-scenario', name, known, node.position, hint);
  }
  const names = nodes.map(wordsOf);
  for (const role of ['reference', 'baseline']) {
    const name = textOf(root, role);
    const hint = `${role} is one of \`scenarios:\``;
    checkReference(
      problems,
      'unknown-scenario',
      name,
      names,
      placeOf(root, role, root.position),
      hint,
    );
  }
  return names.flatMap((name) => scenarios.get(name) ?? []);
}

function readBreakEven(
  root: SourceNode,
  study: Pick<Study, 'measures' | 'conditions' | 'scenarios' | 'baseline' | 'reference'>,
  problems: Problem[],
): BreakEvenRequest | null {
  const node = entryOf(root, 'break_even');
  if (node === undefined) return null;
  const measures = study.measures.map(({ name }) => name);
  const imposed = study.conditions.filter(({ kind }) => kind === 'impose').map(({ name }) => name);
  const scenarios = study.scenarios.map(({ name }) => name);
  const check = (code: 'unknown-measure' | 'unknown-condition', key: string, known: string[]) => {
    const name = textOf(node, key);
    checkReference(
      problems,
      code,
      name,
      known,
      placeOf(node, key, node.position),
      hintFor(name, known),
    );
    return name;
  };
  const measure = check('unknown-measure', 'measure', measures);
  const success = check('unknown-condition', 'success', imposed);
  const failure = check('unknown-condition', 'failure', imposed);
  const chosen = textsOf(node, 'scenarios');
  for (const at of chosen) {
    const name = wordsOf(at);
    checkReference(
      problems,
      'unknown-scenario',
      name,
      scenarios,
      at.position,
      hintFor(name, scenarios),
    );
  }
  const others = scenarios.filter((name) => name !== study.baseline && name !== study.reference);
  return { measure, success, failure, scenarios: chosen.length > 0 ? chosen.map(wordsOf) : others };
}

function checkDraws(root: SourceNode, problems: Problem[]): void {
  const draws = Number(textOf(root, 'draws'));
  if (textOf(root, 'sampling') === 'random' || draws % 20 === 0) return;
  const message = `${draws} draws cannot be split into 20 Latin hypercubes`;
  const position = placeOf(root, 'draws', root.position);
  problems.push(error('too-few-draws', message, position, 'use a multiple of 20'));
}

function readWhole(files: StudyFiles, problems: Problem[]): Study {
  const roots = readRoots(files, problems);
  const root = readFrame(roots, problems);
  const clock = readClock(problems, entryOf(root, 'horizon')!);
  const reading: Reading = { problems, clock };
  const asOfDay = readAsOf(problems, entryOf(root, 'as_of')!);
  const sourcesRoot = roots.get('sources.yaml');
  const sources = sourcesRoot === undefined ? [] : readSources(reading, sourcesRoot, asOfDay);
  const model = readModel(roots, files, reading, new Set(sources.map(({ id }) => id)));
  const context: SettingsContext = {
    reading,
    sets: model.sets,
    tables: openTables(files, 'model'),
    model,
    ...indexInputs(model),
  };
  const all = readScenarios(context, scenarioRoots(roots));
  checkDraws(root, problems);
  const parts = {
    baseline: textOf(root, 'baseline'),
    reference: textOf(root, 'reference'),
    scenarios: chosenScenarios(root, all, problems),
    measures: readMeasures(reading, root),
    conditions: readConditions(context, root),
  };
  for (const { key, keyPosition } of entriesOf(root, 'measures')) {
    checkName(problems, key, 'a measure', keyPosition);
  }
  return {
    title: textOf(root, 'title'),
    question: textOf(root, 'question'),
    about: textOf(root, 'about'),
    asOf: textOf(root, 'as_of'),
    asOfDay,
    clock,
    draws: Number(textOf(root, 'draws')),
    seed: textOf(root, 'seed'),
    sampling: textOf(root, 'sampling') as Study['sampling'],
    model,
    ...parts,
    trajectories: readTrajectories(reading, root),
    breakEven: readBreakEven(root, parts, problems),
    sources,
    tests: readTests(context, roots, files, [...all.values()]),
  };
}

function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}

/**
 * Reads the files of a study: shapes, names, units, dates, `extends`, terms, sources. Formulas stay text.
 *
 * Errors: all of them are in `problems`, with `study` null.
 */
export function readStudy(files: StudyFiles): StudyReading {
  const problems: Problem[] = [];
  try {
    const study = readWhole(files, problems);
    const failed = problems.some(({ severity }) => severity === 'error');
    return { study: failed ? null : study, problems: withoutRepeats(problems) };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return { study: null, problems: withoutRepeats(thrown.problems) };
  }
}
