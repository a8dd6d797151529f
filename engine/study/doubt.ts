import type { Position, Problem } from '../problem.ts';
import type { MapEntry, SourceNode } from '../source/document.ts';
import type { Roots } from './study-roots.ts';

/** Tells whether what is found wrong in a formula may only follow from a mistake that was told already. */
export type Doubt = (problem: Problem) => boolean;

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column <= other.column);
}

/** Finds the keys that lead to a place, and what stands below the last of them but one or two. */
function wayTo(root: SourceNode | undefined, position: Position): readonly MapEntry[] {
  if (root?.kind === 'list') {
    return wayTo(
      root.items.findLast((item) => isBefore(item.position, position)),
      position,
    );
  }
  if (root?.kind !== 'map') return [];
  const entry = root.entries.findLast(({ keyPosition }) => isBefore(keyPosition, position));
  return entry === undefined ? [] : [entry, ...wayTo(entry.value, position)];
}

function textIn(node: SourceNode): string {
  if (node.kind === 'scalar') return node.raw.text;
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return inner.map(textIn).join('\n');
}

/** Parts of files whose entries formulas know by name; those of `solve` hold them one level further down. */
const NAMED: ReadonlySet<string> = new Set(['levers', 'assumptions', 'shocks', 'equations']);

/** Parts in which a mistake throws doubt on the one entry that it stands in. */
const ALONE: ReadonlySet<string> = new Set([
  'checks',
  'measures',
  'conditions',
  'trajectories',
  'validation',
]);

/** Parts that formulas do not hang on at all. */
const IDLE: ReadonlySet<string> = new Set([
  ...['title', 'question', 'about', 'limits', 'language', 'as_of'],
  ...['draws', 'seed', 'sampling', 'reference', 'baseline', 'scenarios'],
  ...['headline', 'break_even', 'correlations', 'horizon', 'labels'],
]);

function moduleOf(file: string): string | null {
  return /^model\/(?!model\.yaml$)([^/]+)\.yaml$/.exec(file)?.[1] ?? null;
}

/** Names the thing that an entry below `levers:`, `equations:` and so on is, for all formulas. */
function namesOn(way: readonly MapEntry[], module: string): readonly string[] | null {
  const [part, entry] = way;
  if (entry === undefined) return null;
  if (NAMED.has(part!.key)) return [`${module}.${entry.key}`];
  if (part!.key !== 'solve' || entry.value.kind !== 'map') return null;
  const unknowns = entry.value.entries.find(({ key }) => key === 'unknowns')?.value;
  return unknowns?.kind === 'map' ? unknowns.entries.map(({ key }) => `${module}.${key}`) : null;
}

/** What mistakes throw doubt on: modules, names in others, and entries that have no name. */
interface Doubted {
  readonly modules: Set<string>;
  readonly names: Set<string>;
  readonly entries: Set<MapEntry>;
}

/** A name that is wrong leaves another one without anything that it names. */
const MISNAMED: ReadonlySet<string> = new Set(['duplicate-name', 'bad-name', 'reserved-name']);

function noteInModule({ modules, names }: Doubted, module: string, roots: Roots, problem: Problem) {
  const { code, position } = problem;
  const way = wayTo(roots.get(position.file), position);
  if (way[0] !== undefined && IDLE.has(way[0].key)) return;
  const found = MISNAMED.has(code) ? null : namesOn(way, module);
  if (found === null) modules.add(module);
  for (const name of found ?? []) names.add(name);
}

/** Notes what a mistake throws doubt on; false where that is everything, as with sets and tables. */
function note(doubted: Doubted, roots: Roots, problem: Problem): boolean {
  const { position } = problem;
  const module = moduleOf(position.file);
  const [part, entry] = wayTo(roots.get(position.file), position);
  const isAlone = part !== undefined && ALONE.has(part.key) && entry !== undefined;
  if (isAlone) doubted.entries.add(entry);
  else if (module !== null) noteInModule(doubted, module, roots, problem);
  return isAlone || module !== null || IDLE.has(part?.key ?? '');
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)?/gu;

function mentions(node: SourceNode, own: string | null, { modules, names }: Doubted): boolean {
  const words = [...textIn(node).matchAll(NAME)].map(([word]) => word);
  return words.some(
    (word) =>
      names.has(word) || names.has(`${own}.${word}`) || modules.has(word.split('.')[0] as string),
  );
}

function isOfClock(roots: Roots, { position }: Problem): boolean {
  const [part] = wayTo(roots.get(position.file), position);
  return position.file === 'study.yaml' && part?.key === 'horizon';
}

/** What is wrong in a formula whatever the clock is. */
const TIMELESS: ReadonlySet<string> = new Set([
  ...['formula-syntax', 'formula-feature', 'wrong-arguments', 'wrong-indices', 'unknown-function'],
  ...['unknown-name', 'unknown-element', 'unit-mismatch', 'unit-missing', 'unit-unknown'],
]);

/**
 * Finds which problems of formulas may follow from mistakes in study.yaml and the model: those in what is
 * mistaken itself, and those of formulas that name it or a module that cannot be read; without a clock of the
 * study's own, all that hang on time. Null where nothing can be said of any formula.
 */
export function doubtFrom(
  mistakes: readonly Problem[],
  roots: Roots,
  broken: ReadonlySet<string>,
  hasClock: boolean,
): Doubt | null {
  const doubted: Doubted = { modules: new Set(broken), names: new Set(), entries: new Set() };
  const bearing = mistakes.filter(({ severity, position: { file } }) => {
    const bears = file.startsWith('model/') || (file === 'study.yaml' && roots.has(file));
    return severity === 'error' && bears && !broken.has(moduleOf(file) ?? '');
  });
  if (!bearing.every((problem) => note(doubted, roots, problem))) return null;
  const isTimed = hasClock && !bearing.some((problem) => isOfClock(roots, problem));
  return ({ code, position }) => {
    const own = moduleOf(position.file);
    if (doubted.modules.has(own ?? '') || !(isTimed || TIMELESS.has(code))) return true;
    const way = wayTo(roots.get(position.file), position);
    if (way.some((entry) => doubted.entries.has(entry))) return true;
    const named = own === null ? null : namesOn(way, own);
    if (named?.some((name) => doubted.names.has(name))) return true;
    const [entry] = way.slice(0, 2).reverse();
    return entry !== undefined && mentions(entry.value, own, doubted);
  };
}
