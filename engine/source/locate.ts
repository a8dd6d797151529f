import type { Position } from '../problem.ts';
import type { MapEntry, SourceFile, SourceNode, SourceText } from './document.ts';

/** Indexes a text by line, so that offsets become lines and columns. */
export function readSource(file: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lineStarts.push(at + 1);
  }
  return { file, text, lineStarts };
}

/** Turns a range of a file into a position; a range over several lines ends with its first line. */
export function positionAt(source: SourceFile, offset: number, length: number): Position {
  const start = Math.max(0, Math.min(offset, source.text.length));
  const line = lineOf(source, start);
  const lineStart = source.lineStarts[line] ?? 0;
  const next = source.lineStarts[line + 1];
  const lineEnd = next === undefined ? source.text.length : next - 1;
  const range = source.text.slice(start, Math.min(start + length, lineEnd)).trimEnd();
  return {
    file: source.file,
    line: line + 1,
    column: start - lineStart + 1,
    length: Math.max(1, range.length),
  };
}

/** Turns a range of a scalar's raw text into a position in its file. */
export function positionIn(text: SourceText, offset: number, length: number): Position {
  return positionAt(text.source, text.start + Math.min(offset, text.text.length), length);
}

/** The deepest node that a path leads to; `depth` parts of the path were found. */
export interface Located {
  readonly node: SourceNode;
  readonly depth: number;
  /** The key nearest above the node, if it stands in a map at all. */
  readonly keyPosition?: Position;
}

/** Follows a path of keys and indices from `root` as far as it exists. */
export function nodeAt(root: SourceNode, path: readonly (string | number)[]): Located {
  let located: Located = { node: root, depth: 0 };
  for (const part of path) {
    const next = stepInto(located, part);
    if (next === undefined) return located;
    located = next;
  }
  return located;
}

function stepInto(from: Located, part: string | number): Located | undefined {
  const { node } = from;
  if (node.kind === 'map') {
    const entry = findEntry(node.entries, String(part));
    if (entry === undefined) return undefined;
    return { node: entry.value, depth: from.depth + 1, keyPosition: entry.keyPosition };
  }
  if (node.kind !== 'list') return undefined;
  const item = node.items[Number(part)];
  return item === undefined ? undefined : { ...from, node: item, depth: from.depth + 1 };
}

/** Finds one entry of a map by its key. */
export function findEntry(entries: readonly MapEntry[], key: string): MapEntry | undefined {
  return entries.find((entry) => entry.key === key);
}

/**
 * Makes plain values of a node: maps become objects without a prototype. JavaScript puts keys that
 * are whole numbers first, so whoever needs the order of a map reads the node itself.
 */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const plain: Record<string, unknown> = Object.create(null);
  for (const entry of node.entries) plain[entry.key] = toPlain(entry.value);
  return plain;
}

function lineOf(source: SourceFile, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
