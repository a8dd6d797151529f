import { LIMITS } from '../limits.ts';
import { error, type Position, type Problem } from '../problem.ts';
import type { ListNode, MapEntry, MapNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import type { Extent, Index } from './model-text.ts';
import { checkName } from './names.ts';
import { type Reading, wanted, wordsOf } from './read-scalar.ts';

/** The sets of a study by name. */
export type Sets = ReadonlyMap<string, readonly string[]>;

/** The extent of a scalar. */
export const SCALAR: Extent = { over: [], elements: [''] };

/** Lists every tuple of elements of the sets, in order, as "cars,korea"; "" where there are none. */
export function tuples(over: readonly Index[], sets: Sets): readonly string[] {
  return over.reduce<readonly string[]>(
    (heads, { set }) =>
      heads.flatMap((head) =>
        sets.get(set)!.map((name) => (head === '' ? name : `${head},${name}`)),
      ),
    [''],
  );
}

function readIndex(reading: Reading, node: SourceNode, sets: Sets, name?: string): Index | null {
  if (node.kind !== 'scalar') return wanted(reading, 'the name of a set', node.position);
  const set = wordsOf(node);
  if (sets.has(set)) return { name: name ?? set, set };
  const hint = hintFor(set, [...sets.keys()]);
  reading.problems.push(error('unknown-set', `there is no set "${set}"`, node.position, hint));
  return null;
}

function readNamedIndex(reading: Reading, entry: MapEntry, sets: Sets): Index | null {
  const { key, keyPosition, value } = entry;
  checkName(reading.problems, key, 'an index', keyPosition);
  const owner = [...sets].find(([, elements]) => elements.includes(key));
  if (owner !== undefined) {
    const message = `"${key}" is an element of ${owner[0]}; an index needs a name of its own`;
    reading.problems.push(error('duplicate-name', message, keyPosition));
  }
  return readIndex(reading, value, sets, key);
}

/** Reads `over:` as one set, a list of sets, or a map of index names to sets. */
export function readExtent(reading: Reading, node: SourceNode | undefined, sets: Sets): Extent {
  if (node === undefined) return SCALAR;
  const indices =
    node.kind === 'map'
      ? node.entries.map((entry) => readNamedIndex(reading, entry, sets))
      : (node.kind === 'list' ? node.items : [node]).map((item) => readIndex(reading, item, sets));
  const over = indices.filter((index) => index !== null);
  // What has values for the elements of a set that nobody knows is not wrong for that.
  if (over.length < indices.length) return { over: [], elements: [] };
  const twice = over.find((index, at) => over.findIndex(({ name }) => name === index.name) < at);
  if (twice !== undefined) {
    const message = `the index "${twice.name}" stands here twice`;
    const hint = `name them: over: { i: ${twice.set}, j: ${twice.set} }`;
    reading.problems.push(error('duplicate-name', message, node.position, hint));
  }
  if (isTooLarge(reading.problems, over, sets, node.position)) return { over: [], elements: [] };
  return { over, elements: tuples(over, sets) };
}

/** Refuses more elements than a model can have of one thing, before they are made. */
export function isTooLarge(
  problems: Problem[],
  over: readonly Index[],
  sets: Sets,
  position: Position,
): boolean {
  const count = over.reduce((product, { set }) => product * sets.get(set)!.length, 1);
  if (count <= LIMITS.elements) return false;
  const message = `these sets have ${count} elements together; ${LIMITS.elements} is the limit`;
  problems.push(error('model-too-large', message, position, 'use fewer sets, or smaller ones'));
  return true;
}

/** How the values of a thing over sets are read. */
interface Spreading<T> {
  readonly reading: Reading;
  readonly extent: Extent;
  readonly sets: Sets;
  readonly isValue: (node: SourceNode) => boolean;
  readonly read: (node: SourceNode, element: string) => T | null;
}

function fill<T>(target: Map<string, T>, to: Spreading<T>, head: string, node: SourceNode): void {
  for (const element of to.extent.elements) {
    if (head !== '' && element !== head && !element.startsWith(`${head},`)) continue;
    const value = to.read(node, element);
    if (value !== null) target.set(element, value);
  }
}

function unknownElement(to: Spreading<unknown>, key: string, set: string, at: Position): void {
  const names = to.sets.get(set)!;
  // A set that could not be read was reported where it stands.
  if (names.length === 0) return;
  const hint = hintFor(key, names) ?? `known here: ${names.join(', ')}, all`;
  to.reading.problems.push(error('unknown-element', `${set} has no element "${key}"`, at, hint));
}

/** Finds the part of a map that an element takes, or reports the keys that are no elements. */
function partsOfMap(to: Spreading<unknown>, set: string, node: MapNode): PartOf {
  const names = to.sets.get(set)!;
  const named = new Map(node.entries.map((entry) => [entry.key, entry.value]));
  for (const { key, keyPosition } of node.entries) {
    if (key !== 'all' && !names.includes(key)) unknownElement(to, key, set, keyPosition);
  }
  return (name) => named.get(name) ?? named.get('all');
}

/** Finds the part of a list that an element takes by its place in the set. */
function partsOfList(to: Spreading<unknown>, set: string, node: ListNode): PartOf {
  const names = to.sets.get(set)!;
  const { items, position } = node;
  if (names.length === 0) return () => undefined;
  if (items.length === names.length) return (name) => items[names.indexOf(name)];
  const message = `${set} has ${names.length} elements; this list has ${items.length}`;
  const hint = `one value for each, in this order: ${names.join(', ')}`;
  to.reading.problems.push(error('wrong-length', message, position, hint));
  return () => undefined;
}

type PartOf = (name: string) => SourceNode | undefined;

function descend<T>(
  target: Map<string, T>,
  to: Spreading<T>,
  depth: number,
  head: string,
  node: SourceNode,
): void {
  const index = to.extent.over[depth];
  if (node.kind === 'scalar' || index === undefined || to.isValue(node)) {
    fill(target, to, head, node);
    return;
  }
  const { set } = index;
  const partOf = node.kind === 'map' ? partsOfMap(to, set, node) : partsOfList(to, set, node);
  for (const name of to.sets.get(set)!) {
    const value = partOf(name);
    if (value === undefined) continue;
    descend(target, to, depth + 1, head === '' ? name : `${head},${name}`, value);
  }
}

/**
 * Reads a value for each element: one value for all, or maps of elements nested in the order of `over`, in
 * which `all:` stands for the rest, or lists with a value for each in the order of the set. Elements that
 * nobody names are absent from the result.
 */
export function spread<T>(to: Spreading<T>, node: SourceNode): Map<string, T> {
  const values = new Map<string, T>();
  descend(values, to, 0, '', node);
  return values;
}

/** Reports the elements that have no value. */
export function requireAll(
  reading: Reading,
  extent: Extent,
  values: ReadonlyMap<string, unknown>,
  what: string,
  position: Position,
): void {
  const missing = extent.elements.filter((element) => !values.has(element));
  if (missing.length === 0) return;
  if (extent.over.length === 0) {
    reading.problems.push(error('missing-element', `${what} has no value`, position));
    return;
  }
  const shown = [...missing.slice(0, 5), ...(missing.length > 5 ? ['...'] : [])].join('; ');
  const hint = 'add them, or `all:` for the rest';
  reading.problems.push(
    error('missing-element', `${what} has no value for ${shown}`, position, hint),
  );
}
