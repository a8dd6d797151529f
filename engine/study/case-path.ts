import { error } from '../problem.ts';
import type { ListNode, MapEntry, SourceNode } from '../source/document.ts';
import { entryOf, type Reading } from './read-scalar.ts';

/** Where a path has got to: a node, and the names of the places of lists below it, where some are given. */
interface Place {
  readonly node: SourceNode;
  readonly columns: readonly string[] | null;
}

/** Gives the texts of a list that holds nothing else; null for any other node. */
export function textsIn(node: SourceNode | undefined): readonly string[] | null {
  if (node?.kind !== 'list') return null;
  const texts = node.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
  return texts.length === node.items.length ? texts : null;
}

/** Finds the place in a list that a step names: a number, one of its own texts, or the name of a column. */
function placeIn(reading: Reading, list: ListNode, step: string, columns: Place['columns']) {
  const { length } = list.items;
  if (/^-?\d+$/.test(step)) return Number(step) < 0 ? length + Number(step) : Number(step);
  const own = textsIn(list);
  if (own !== null || columns === null) return own?.indexOf(step) ?? -1;
  if (length === columns.length) return columns.indexOf(step);
  const message = `there are ${columns.length} columns; this row has ${length}`;
  reading.problems.push(error('wrong-length', message, list.position));
  return -1;
}

function followAll(reading: Reading, at: Place, rest: readonly string[]): SourceNode | undefined {
  const { node, columns } = at;
  const inner = (value: SourceNode) => follow(reading, { node: value, columns }, rest);
  if (node.kind === 'list') {
    const items = node.items.flatMap((item) => inner(item) ?? []);
    return items.length === node.items.length ? { ...node, items } : undefined;
  }
  if (node.kind === 'scalar') return undefined;
  const entries = node.entries.flatMap((entry): MapEntry[] => {
    const value = inner(entry.value);
    return value === undefined ? [] : [{ ...entry, value }];
  });
  return entries.length === 0 ? undefined : { ...node, entries };
}

function follow(reading: Reading, at: Place, steps: readonly string[]): SourceNode | undefined {
  const { node } = at;
  const [step, ...rest] = steps;
  if (step === undefined) return node.kind === 'scalar' && node.value === null ? undefined : node;
  const columns = textsIn(entryOf(node, 'columns')) ?? at.columns;
  if (step === '*') return followAll(reading, { node, columns }, rest);
  const next =
    node.kind === 'list' ? node.items[placeIn(reading, node, step, columns)] : entryOf(node, step);
  return next === undefined ? undefined : follow(reading, { node: next, columns }, rest);
}

/**
 * Follows a path of keys such as `inputs.trade`. A number is a place in a list (-1 the last), `*` stands for
 * every entry, and a word goes to that very text in a list of texts or to the place that a list `columns`
 * beside or above it gives that name. Undefined where there is nothing, or null.
 */
export function followPath(
  reading: Reading,
  root: SourceNode,
  path: string,
): SourceNode | undefined {
  return follow(reading, { node: root, columns: null }, path.split('.'));
}
