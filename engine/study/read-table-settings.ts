import { type Distribution, interval } from '../distribution/distribution.ts';
import { error, type Position } from '../problem.ts';
import type { Unit } from '../quantity/unit.ts';
import type { MapNode, SourceNode } from '../source/document.ts';
import type { TableCell } from '../source/read-table.ts';
import { wordsIn } from './located.ts';
import type { Extent } from './model-text.ts';
import { entryOf, type Reading, readNumber, refuseOtherKeys } from './read-scalar.ts';
import { type Column, readCell, type Tables } from './read-table-values.ts';

/** What is needed to read the settings of an assumption from the columns of a table. */
export interface TableForm {
  readonly extent: Extent;
  readonly unit: Unit;
  readonly tables: Tables;
}

/** A value of the central path, and where it stands. */
export interface PlacedValue {
  readonly central: number;
  readonly position: Position;
}

/** An uncertainty, as it was written and where. */
export interface PlacedRange {
  readonly distribution: Distribution;
  readonly text: string;
  readonly position: Position;
}

/** Tells whether what is said stands in a table: `{ table: FILE }`; a set may have an element "table". */
export function isTable(node: SourceNode | undefined): node is MapNode {
  if (node?.kind !== 'map') return false;
  const file = wordsIn(entryOf(node, 'table'));
  return /\.\w+$|[/\\]/.test(file) && !/^[-+]?\d/.test(file);
}

/** Tells whether ranges stand in a table: more is said of it than its name, which alone is a sample. */
export function isRangeTable(node: SourceNode): node is MapNode {
  return isTable(node) && node.entries.length > 1;
}

/** Finds the column that a `{ table, column }` names, or `otherwise` at the name of its table. */
export function columnIn(node: MapNode, otherwise: string): Column {
  const named = entryOf(node, 'column');
  const name = named === undefined ? otherwise : wordsIn(named);
  return { name, position: (named ?? entryOf(node, 'table')!).position };
}

/** Reads the value of each element from a column of a table; `all:` stands for those without a row. */
export function readTableValues(
  reading: Reading,
  node: MapNode,
  { extent, unit, tables }: TableForm,
): Map<string, PlacedValue> {
  refuseOtherKeys(reading, node, ['table', 'column', 'all']);
  const column = columnIn(node, 'value');
  const rest = entryOf(node, 'all');
  const whole = rest === undefined;
  const cells = tables.cells(reading, entryOf(node, 'table')!, column, extent, whole);
  const values = new Map<string, PlacedValue>();
  const others = rest === undefined ? null : readNumber(reading, rest, unit);
  if (others !== null) {
    const { position } = rest!;
    for (const element of extent.elements) values.set(element, { central: others, position });
  }
  for (const [element, cell] of cells ?? []) {
    const central = readCell(reading, cell, unit);
    if (central !== null) values.set(element, { central, position: cell.position });
  }
  return values;
}

function refuseRange(reading: Reading, message: string, position: Position, hint: string): null {
  reading.problems.push(error('bad-distribution', message, position, hint));
  return null;
}

function readRange(
  reading: Reading,
  low: TableCell,
  high: TableCell,
  unit: Unit,
): PlacedRange | null {
  if (low.text === '' && high.text === '') return null;
  if (low.text === '' || high.text === '') {
    const [given, missing] = low.text === '' ? [high, 'low'] : [low, 'high'];
    const message = `a range has both ends; the ${missing} end is empty`;
    return refuseRange(reading, message, given.position, 'fill both cells, or leave both empty');
  }
  const [from, to] = [readCell(reading, low, unit), readCell(reading, high, unit)];
  if (from === null || to === null) return null;
  if (from >= to) {
    const message = `${low.text} is not below ${high.text}`;
    return refuseRange(reading, message, low.position, 'the lower end stands in the first column');
  }
  const text = `${low.text} to ${high.text}`;
  return { distribution: interval(from, to), text, position: low.position };
}

/** Reads `{ table, low, high }`: 90% intervals from two columns; an element whose two cells are empty has none. */
export function readTableRanges(
  reading: Reading,
  node: MapNode,
  { extent, unit, tables }: TableForm,
): Map<string, PlacedRange> {
  const ranges = new Map<string, PlacedRange>();
  refuseOtherKeys(reading, node, ['table', 'low', 'high']);
  const [low, high] = ['low', 'high'].map((key) => {
    const named = entryOf(node, key);
    if (named !== undefined) return { name: wordsIn(named), position: named.position };
    const message = `the ranges of a table name the column of their ${key} end`;
    reading.problems.push(error('missing-key', message, node.position, `add \`${key}:\``));
    return null;
  });
  if (low == null || high == null) return ranges;
  const table = entryOf(node, 'table')!;
  const lows = tables.cells(reading, table, low, extent, true);
  const highs = tables.cells(reading, table, high, extent, true);
  for (const [element, cell] of lows ?? []) {
    const end = highs?.get(element);
    const range = end === undefined ? null : readRange(reading, cell, end, unit);
    if (range !== null) ranges.set(element, range);
  }
  return ranges;
}
