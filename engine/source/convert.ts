import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { error, type Position, type Problem } from '../problem.ts';
import { numberFault } from './check-number.ts';
import type { MapEntry, ScalarNode, SourceFile, SourceNode } from './document.ts';
import { positionAt } from './locate.ts';

interface Work {
  readonly source: SourceFile;
  readonly problems: Problem[];
}

/** Makes source nodes of the library's, and refuses keys and numbers that mislead. */
export function convert(
  source: SourceFile,
  contents: Node,
): { root: SourceNode; problems: readonly Problem[] } {
  const work: Work = { source, problems: [] };
  const root = convertNode(work, contents, positionAt(source, startOf(contents), 1));
  return { root, problems: work.problems };
}

/** `fallback` is where to point for a value that was left out. */
function convertNode(work: Work, node: unknown, fallback: Position): SourceNode {
  if (isMap(node)) {
    const entries = convertEntries(work, node);
    const position = node.flow === true ? rangeOf(work, node) : entries[0]?.keyPosition;
    return { kind: 'map', entries, position: position ?? fallback };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) =>
      convertNode(work, item, positionAt(work.source, startOf(item), 1)),
    );
    return { kind: 'list', items, position: rangeOf(work, node) };
  }
  return convertScalar(work, isScalar(node) ? node : undefined, fallback);
}

function convertEntries(work: Work, map: YAMLMap): MapEntry[] {
  const lines = new Map<string, number>();
  const entries: MapEntry[] = [];
  for (const pair of map.items) {
    const entry = convertPair(work, pair);
    const twin = lines.get(entry.key.normalize('NFC'));
    if (twin !== undefined) {
      const message = `the key "${entry.key}" is already there, on line ${twin}`;
      work.problems.push(error('duplicate-key', message, entry.keyPosition, 'keep one of them'));
    } else if (checkKey(work, entry)) {
      lines.set(entry.key.normalize('NFC'), entry.keyPosition.line);
      entries.push(entry);
    }
  }
  return entries;
}

function convertPair(work: Work, pair: Pair): MapEntry {
  const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
  const keyPosition = rangeOf(work, pair.key);
  return { key, keyPosition, value: convertNode(work, pair.value, keyPosition) };
}

/** Names that reach behind JavaScript objects; no study needs them. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function checkKey(work: Work, { key, keyPosition }: MapEntry): boolean {
  if (key === '<<') {
    const hint = 'write the entries in full; scenarios share settings by extends:';
    work.problems.push(error('yaml-feature', '<< does not merge maps here', keyPosition, hint));
  } else if (key === '') {
    work.problems.push(error('yaml-syntax', 'a key is missing before this colon', keyPosition));
  } else if (RESERVED.has(key)) {
    work.problems.push(error('reserved-name', `"${key}" cannot be a key`, keyPosition));
  } else if (key !== key.normalize('NFC')) {
    const message = `"${key}" is spelled with letters and accents apart`;
    const hint = 'type it anew: composed letters (NFC) are needed in names';
    work.problems.push(error('odd-character', message, keyPosition, hint));
  } else return true;
  return false;
}

function convertScalar(work: Work, node: Scalar | undefined, fallback: Position): ScalarNode {
  const [from, to] = node === undefined ? [0, 0] : contentRange(work, node);
  const slice = work.source.text.slice(from, to);
  const raw = { source: work.source, start: from, text: slice.replace(/[\r\n]/g, ' ') };
  const position = node === undefined || emptyRange(node) ? fallback : scalarPosition(work, node);
  return { kind: 'scalar', value: scalarValue(work, node, slice, position), raw, position };
}

function scalarValue(
  work: Work,
  node: Scalar | undefined,
  text: string,
  position: Position,
): ScalarNode['value'] {
  const value = node?.value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'number') return null;
  const fault = numberFault(text);
  if (fault === undefined) return value;
  work.problems.push(error('odd-number', fault.message, position, fault.hint));
  return Number.isFinite(value) ? value : 0;
}

/** The part of a scalar that the user wrote as its text: inside the quotes, or below the header. */
function contentRange(work: Work, node: Scalar): readonly [number, number] {
  const [from, to] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const { text } = work.source;
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    const closed = to - from > 1 && text[to - 1] === text[from];
    return [from + 1, closed ? to - 1 : to];
  }
  if (node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL') return [from, to];
  const newline = text.indexOf('\n', from);
  const start = newline < 0 ? to : Math.min(newline + 1, to);
  return [start, start + text.slice(start, to).trimEnd().length];
}

/** A block scalar is shown by its first line of text, since its header says nothing. */
function scalarPosition(work: Work, node: Scalar): Position {
  const [from, to] = contentRange(work, node);
  if (!node.type?.startsWith('BLOCK_') || from === to) return rangeOf(work, node);
  const start = from + work.source.text.slice(from, to).search(/\S/);
  return positionAt(work.source, start, to - start);
}

function emptyRange(node: Scalar): boolean {
  return node.range === undefined || node.range === null || node.range[0] === node.range[1];
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function rangeOf(work: Work, node: unknown): Position {
  const range = (node as Node | null)?.range;
  const from = range?.[0] ?? 0;
  return positionAt(work.source, from, (range?.[1] ?? from) - from);
}
