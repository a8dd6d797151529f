import { error, type Problem, ProblemError, startOf } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { SourceNode } from '../source/document.ts';
import { readDocument } from '../source/read-document.ts';
import { mendFrame } from './mend-frame.ts';
import { entryOf } from './read-scalar.ts';
import { STUDY } from './schema.ts';
import type { StudyFiles, StudyLines } from './study.ts';

/** The YAML files of a study that could be read, by path. */
export type Roots = ReadonlyMap<string, SourceNode>;

/** Reads every YAML file of a study. */
export function readRoots(files: StudyFiles, problems: Problem[]): Map<string, SourceNode> {
  const roots = new Map<string, SourceNode>();
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!file.endsWith('.yaml')) continue;
    const document = readDocument(file, bytes);
    problems.push(...document.problems);
    if (document.root !== null) roots.set(file, document.root);
  }
  return roots;
}

/** Stands for a study.yaml that is not there or that YAML cannot read: other files may be wrong too. */
const EMPTY: SourceNode = { kind: 'map', entries: [], position: startOf('study.yaml') };

/** Reads other files without study.yaml, as far as that goes. */
function withoutFrame(files: StudyFiles, roots: Roots, problems: Problem[]): Frame {
  const hint = 'a study is a folder with study.yaml, model/ and a file per scenario';
  if (!files.has('study.yaml')) {
    problems.push(error('file-missing', 'there is no study.yaml', startOf('study.yaml'), hint));
  }
  const mended = mendFrame(EMPTY, [], scenarioNames(files, roots));
  if (mended === null) throw new ProblemError(problems);
  return { root: mended.root, problems: [], hasClock: false };
}

function scenarioNames(files: StudyFiles, roots: Roots): readonly string[] {
  return [...scenarioRoots(files, roots).keys()].map((file) => file.replace('.yaml', ''));
}

/** study.yaml, and what does not fit its shape. */
export interface Frame {
  readonly root: SourceNode;
  readonly problems: readonly Problem[];
  /** Whether the clock is the study's own. */
  readonly hasClock: boolean;
}

/** A study that compares nothing could be run, and nothing could be said of it. */
function refuseNoMeasures(root: SourceNode, problems: Problem[]): void {
  const measures = entryOf(root, 'measures');
  if (measures?.kind !== 'map' || measures.entries.length > 0) return;
  const hint =
    'name what scenarios are compared on: `sales: { title: Sales, unit: bn USD, formula: final(market.sales), better: higher }`';
  problems.push(
    error('wrong-type', 'measures must name one at least, not {}', measures.position, hint),
  );
}

/**
 * Holds study.yaml against its shape; what fits is enough to find what is wrong elsewhere.
 *
 * Errors: throws the problems so far where nothing can be read by it.
 */
export function readFrame(files: StudyFiles, roots: Roots, problems: Problem[]): Frame {
  const root = roots.get('study.yaml');
  if (root === undefined) return withoutFrame(files, roots, problems);
  const shape = checkShape(STUDY, root);
  if (shape.value !== null) {
    refuseNoMeasures(root, problems);
    return { root, problems: [], hasClock: true };
  }
  problems.push(...shape.problems);
  const mended = mendFrame(root, shape.misfits, scenarioNames(files, roots));
  if (mended === null) throw new ProblemError(problems);
  return { root: mended.root, problems: shape.problems, hasClock: mended.hasClock };
}

/** Lists the scenario files, which stand in the folder itself, one each; null for one that YAML cannot read. */
export function scenarioRoots(files: StudyFiles, roots: Roots): Map<string, SourceNode | null> {
  const others = ['study.yaml', 'sources.yaml'];
  const names = [...files.keys()].filter(
    (file) => file.endsWith('.yaml') && !file.includes('/') && !others.includes(file),
  );
  return new Map(names.sort().map((file) => [file, roots.get(file) ?? null]));
}

function keyLines(node: SourceNode | undefined): ReadonlyMap<string, number> {
  const entries = node?.kind === 'map' ? node.entries : [];
  return new Map(entries.map(({ key, keyPosition }) => [key, keyPosition.line]));
}

/** Finds the lines of what has no place of its own. */
export function linesIn(root: SourceNode, roots: Roots): StudyLines {
  const sets = entryOf(roots.get('model/model.yaml'), 'sets');
  return { frame: keyLines(root), sets: keyLines(sets) };
}
