import { startOf } from '../problem.ts';
import { checkShape } from '../source/check-shape.ts';
import type { MapEntry, ScalarNode, SourceNode } from '../source/document.ts';
import type { Path } from '../source/place.ts';
import { STUDY } from './schema.ts';

/** Parts of study.yaml of which each entry stands alone: a slip in one leaves the others. */
const PARTS: ReadonlySet<unknown> = new Set([
  'measures',
  'conditions',
  'correlations',
  'trajectories',
  'validation',
]);

function scalar(value: string | number): ScalarNode {
  const text = String(value);
  const raw = { source: { file: 'study.yaml', text, lineStarts: [0] }, start: 0, text };
  return { kind: 'scalar', value, raw, position: startOf('study.yaml') };
}

function entry(key: string, value: SourceNode): MapEntry {
  return { key, keyPosition: startOf('study.yaml'), value };
}

/** What stands for keys that study.yaml lacks, so that the rest can be read. */
function standIns(scenarios: readonly string[]): readonly MapEntry[] {
  const position = startOf('study.yaml');
  const list: SourceNode = { kind: 'list', items: scenarios.map(scalar), position };
  const from = [entry('from', scalar('2025-04')), entry('years', scalar(1))];
  return [
    ...['title', 'question', 'seed'].map((key) => entry(key, scalar('-'))),
    entry('as_of', scalar('9999-12-31')),
    entry('horizon', { kind: 'map', entries: from, position }),
    entry('draws', scalar(1000)),
    entry('sampling', scalar('random')),
    ...['reference', 'baseline'].map((key) => entry(key, scalar(scenarios[0]!))),
    entry('scenarios', list),
    entry('measures', { kind: 'map', entries: [], position }),
  ];
}

/** Takes out what stands at a path: the entry of the file, or one entry of a part. */
function without(node: SourceNode, path: Path): SourceNode {
  const [first, ...rest] = path;
  if (node.kind === 'list') {
    return { ...node, items: node.items.filter((_, at) => at !== Number(first)) };
  }
  if (node.kind !== 'map') return node;
  const entries = node.entries.flatMap((one) => {
    if (one.key !== String(first)) return [one];
    const isPart = PARTS.has(first) && rest.length > 0;
    return isPart ? [{ ...one, value: without(one.value, rest.slice(0, 1)) }] : [];
  });
  return { ...node, entries };
}

/** study.yaml with what does not fit its shape left out, and what is missing filled in. */
export interface MendedFrame {
  readonly root: SourceNode;
  /** Whether the clock is the study's own, by which formulas can be checked. */
  readonly hasClock: boolean;
}

/** Makes of a study.yaml with mistakes in its shape one by which other files can be read; null where nothing can. */
export function mendFrame(
  root: SourceNode,
  misfits: readonly Path[],
  scenarios: readonly string[],
): MendedFrame | null {
  if (root.kind !== 'map' || scenarios.length === 0) return null;
  // What these name may be among what is left out.
  const paths = [...misfits, ['break_even'], ['headline']];
  // Later items of a list go first, so that the places of those before them hold.
  const kept = paths.toSorted(byPlace).reduce(without, root as SourceNode);
  const entries = kept.kind === 'map' ? kept.entries : [];
  const keys = new Set(entries.map(({ key }) => key));
  const added = standIns(scenarios).filter(({ key }) => !keys.has(key));
  const mended: SourceNode = { ...root, entries: [...entries, ...added] };
  if (checkShape(STUDY, mended).value === null) return null;
  return { root: mended, hasClock: keys.has('horizon') && keys.has('as_of') };
}

function byPlace(a: Path, b: Path): number {
  const place = (path: Path) => (typeof path[1] === 'number' ? path[1] : -1);
  return place(b) - place(a);
}
