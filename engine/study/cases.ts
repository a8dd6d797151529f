import type { ScalarNode, SourceNode } from '../source/document.ts';
import { entryOf, type Reading } from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';

/** One row of a table of cases; `label` is its first cell. */
export interface Case {
  readonly label: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** Reads the table that `cases:` names; null where a test has none. */
export function readCases(
  reading: Reading,
  node: SourceNode,
  tables: Tables,
): readonly Case[] | null {
  const file = entryOf(node, 'cases');
  if (file === undefined) return null;
  const table = tables.open(reading, file);
  if (table === null) return [];
  return table.rows.map(({ cells }) => ({
    label: cells[0]!.text,
    cells: new Map(table.columns.map((column, index) => [column, cells[index]!.text])),
  }));
}

function fillText(text: string, row: Case): string {
  return text.replace(/\{(\w+)\}/g, (whole, column: string) => row.cells.get(column) ?? whole);
}

function fillScalar(node: ScalarNode, row: Case): ScalarNode {
  const text = fillText(node.raw.text, row);
  if (text === node.raw.text) return node;
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  return { ...node, value: isNumber ? Number(text) : text, raw: { ...node.raw, text } };
}

/** Replaces `{column}` by the row's cell in every text below a node. */
export function fillCase(node: SourceNode, row: Case): SourceNode {
  if (node.kind === 'scalar') return fillScalar(node, row);
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => fillCase(item, row)) };
  const entries = node.entries.map((entry) => ({
    ...entry,
    key: fillText(entry.key, row),
    value: fillCase(entry.value, row),
  }));
  return { ...node, entries };
}
