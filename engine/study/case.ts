import { error, type Position } from '../problem.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { hintFor } from '../source/suggest.ts';
import { followPath } from './case-path.ts';
import type { Reading } from './read-scalar.ts';

/** One case of a file of cases: a row of a CSV table, or an entry of the list in a JSON file. */
export interface Case {
  readonly label: string;
  readonly position: Position;
  readonly root: SourceNode;
  /** The columns of a table, which all its cases have; null for a case of a JSON file. */
  readonly columns: readonly string[] | null;
  /** The scalars that tests have read so far. */
  readonly read: Set<ScalarNode>;
}

/** Lists the scalars below a node and the keys that lead to each; places in lists are left out. */
export function scalarsBelow(
  node: SourceNode,
  path: readonly string[] = [],
): readonly (readonly [ScalarNode, string])[] {
  if (node.kind === 'scalar') return [[node, path.join('.')]];
  if (node.kind === 'list') return node.items.flatMap((item) => scalarsBelow(item, path));
  return node.entries.flatMap(({ key, value }) => scalarsBelow(value, [...path, key]));
}

/** Finds what a path leads to in a case and remembers that it was read; undefined where there is nothing. */
export function lookInto(reading: Reading, one: Case, path: string): SourceNode | undefined {
  if (one.columns !== null && !one.columns.includes(path)) {
    const message = `the table of cases has no column "${path}"`;
    const hint = hintFor(path, one.columns);
    reading.problems.push(error('unknown-name', message, one.position, hint));
  }
  const found = followPath(reading, one.root, path);
  if (found !== undefined) for (const [scalar] of scalarsBelow(found)) one.read.add(scalar);
  return found;
}

/** Lists the places of numbers in a case that no test has read. */
export function unreadNumbers({ root, read }: Case): readonly string[] {
  const unread = scalarsBelow(root).filter(
    ([scalar]) => typeof scalar.value === 'number' && !read.has(scalar),
  );
  return [...new Set(unread.map(([, path]) => path))];
}
