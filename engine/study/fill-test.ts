import type { MapEntry, SourceNode } from '../source/document.ts';
import { type Filling, fillEntry, hasBraces } from './fill.ts';
import { entriesOf } from './located.ts';
import { isSeveral } from './read-expected.ts';
import { entryOf } from './read-scalar.ts';

/** Drops the parts of a tolerance that the case lacks; what is left still says how close is close enough. */
function fillTolerance(filling: Filling, entry: MapEntry): readonly MapEntry[] {
  if (entry.value.kind !== 'map') return [fillEntry(filling, entry) ?? []].flat();
  const entries = entry.value.entries.flatMap((part) => fillEntry(filling, part) ?? []);
  return entries.length === 0 ? [] : [{ ...entry, value: { ...entry.value, entries } }];
}

function fillLine(filling: Filling, entry: MapEntry): readonly MapEntry[] {
  const { value } = entry;
  if (isSeveral(value)) {
    const filled = value.items.flatMap((item) => fillLine(filling, { ...entry, value: item }));
    const items = filled.map((line) => line.value);
    return filled.slice(0, 1).map((first) => ({ ...first, value: { ...value, items } }));
  }
  if (entryOf(value, 'value') === undefined) return [fillEntry(filling, entry) ?? []].flat();
  const parts = entriesOf(value);
  const kept = parts.flatMap((part) =>
    part.key === 'tolerance' ? fillTolerance(filling, part) : (fillEntry(filling, part) ?? []),
  );
  const whole: SourceNode = { kind: 'map', entries: kept, position: value.position };
  if (entryOf(whole, 'value') === undefined) return [];
  return [fillEntry(filling, { ...entry, value: whole }) ?? []].flat();
}

/** Fills the lines that the case has numbers for; fixed lines beside them count only where one was found. */
function fillLines(filling: Filling, node: SourceNode): SourceNode {
  const lines = entriesOf(node).map((entry) => ({
    asks: hasBraces({ kind: 'map', entries: [entry], position: node.position }),
    filled: fillLine(filling, entry),
  }));
  const asking = lines.filter(({ asks }) => asks);
  const isEmpty = asking.length > 0 && asking.every(({ filled }) => filled.length === 0);
  const entries = isEmpty ? [] : lines.flatMap(({ filled }) => filled);
  return { kind: 'map', entries, position: node.position };
}

/** Fills what a map gives, and leaves out only what the case lacks, so that the rest of it is read. */
function fillGiven(filling: Filling, entry: MapEntry): readonly MapEntry[] {
  const { value } = entry;
  if (value.kind !== 'map') return [fillEntry(filling, entry) ?? []].flat();
  const entries = value.entries.flatMap((inner) => fillGiven(filling, inner));
  const named = fillEntry(filling, { ...entry, value: { ...value, entries: [] } });
  return named === undefined ? [] : [{ ...named, value: { ...value, entries } }];
}

/**
 * Fills a test from a case: what it expects need not be there, and lines without a number are left out; what it
 * gives must be, and `tell` hears of what is not.
 */
export function fillTest(node: SourceNode, filling: Filling, tell: Filling['tell']): SourceNode {
  const entries = entriesOf(node).flatMap((entry): readonly MapEntry[] => {
    if (['name', 'cases', 'where', 'sets'].includes(entry.key)) return [entry];
    if (entry.key === 'expect' || entry.key === 'change') {
      return [{ ...entry, value: fillLines(filling, entry.value) }];
    }
    return fillGiven({ ...filling, tell }, entry);
  });
  return { kind: 'map', entries, position: node.position };
}
