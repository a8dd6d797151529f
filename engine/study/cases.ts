import { error, type Position, startOf, warning } from '../problem.ts';
import type { ScalarNode, SourceNode } from '../source/document.ts';
import { readJson } from '../source/read-json.ts';
import type { Table, TableCell } from '../source/read-table.ts';
import { hintFor } from '../source/suggest.ts';
import type { Case } from './case.ts';
import { numberOr } from './fill.ts';
import { wordsIn } from './located.ts';
import { entryOf, type Reading, wanted, wordsOf } from './read-scalar.ts';
import type { Tables } from './read-table-values.ts';

/** A file of cases that stands outside the study, in place of the JSON files that its tests name. */
export interface CaseFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files of cases that tests name. Each is read once, so that its cases know what all tests read of them. */
export interface CaseFiles {
  readonly outside: CaseFile | null;
  readonly opened: Map<string, readonly Case[]>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly tables: Tables;
}

/** A case is called by its `id`, or else by the first text in it. */
function labelOf(root: SourceNode, otherwise: string): { label: string; position: Position } {
  const named = [
    entryOf(root, 'id'),
    ...(root.kind === 'map' ? root.entries : []).map((e) => e.value),
  ];
  const first = named.find((node) => node?.kind === 'scalar' && node.value !== null);
  if (first?.kind !== 'scalar') return { label: otherwise, position: root.position };
  return { label: String(first.value), position: first.position };
}

/** Writes into every scalar of a case where it stands in it. */
function withFields(node: SourceNode, field = ''): SourceNode {
  if (node.kind === 'scalar') return { ...node, field };
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item, at) => withFields(item, `${field}[${at}]`)) };
  }
  const entries = node.entries.map((entry) => {
    const place = field === '' ? entry.key : `${field}.${entry.key}`;
    return { ...entry, value: withFields(entry.value, place) };
  });
  return { ...node, entries };
}

function makeCases(
  reading: Reading,
  items: readonly SourceNode[],
  columns: Case['columns'],
): readonly Case[] {
  return items.flatMap((root, at) => {
    if (root.kind !== 'map') return wanted(reading, 'a case with names', root.position) ?? [];
    const label = labelOf(root, `case ${at + 1}`);
    return [{ ...label, root: withFields(root), columns, read: new Set<ScalarNode>() }];
  });
}

/** Warns of cases that a report of what failed could not tell apart. */
function checkIds(reading: Reading, cases: readonly Case[]): void {
  const seen = new Map<string, Position>();
  for (const { root, label, position } of cases) {
    if (wordsIn(entryOf(root, 'id')) === '') continue;
    const first = seen.get(label);
    if (first === undefined) seen.set(label, position);
    else {
      const message = `two cases have the id "${label}"`;
      const hint = `the other is on line ${first.line}; give each its own`;
      reading.problems.push(warning('duplicate-name', message, position, hint));
    }
  }
}

function jsonCases(reading: Reading, { file, bytes }: CaseFile): readonly Case[] {
  const { root, problems } = readJson(file, bytes);
  reading.problems.push(...problems);
  if (root === null) return [];
  const list = root.kind === 'list' ? root : entryOf(root, 'cases');
  if (list?.kind !== 'list') {
    const hint = 'a file of cases is { "cases": [ ... ] }';
    wanted(reading, 'a list of cases', (list ?? root).position, hint);
    return [];
  }
  if (list.items.length === 0) {
    reading.problems.push(error('not-compared', 'there are no cases in this file', list.position));
  }
  const cases = makeCases(reading, list.items, null);
  checkIds(reading, cases);
  return cases;
}

function cellNode({ source }: Table, { text, position }: TableCell): ScalarNode {
  const start = (source.lineStarts[position.line - 1] ?? 0) + position.column - 1;
  const raw = { source, start: source.text[start] === '"' ? start + 1 : start, text };
  return { kind: 'scalar', value: text === '' ? null : numberOr(text), raw, position };
}

function tableCases(reading: Reading, table: Table | null): readonly Case[] {
  if (table === null) return [];
  const rows = table.rows.map(({ cells }): SourceNode => {
    const entries = table.columns.map((key, index) => ({
      key,
      keyPosition: table.columnPositions[index]!,
      value: cellNode(table, cells[index]!),
    }));
    return { kind: 'map', entries, position: cells[0]!.position };
  });
  return makeCases(reading, rows, table.columns);
}

/** Tells whether `cases:` names a JSON file, which another may stand in for. */
export function namesJson(node: SourceNode): boolean {
  return node.kind === 'scalar' && wordsOf(node).endsWith('.json');
}

function open(reading: Reading, node: ScalarNode, { outside, files, tables }: CaseFiles) {
  if (!namesJson(node)) return tableCases(reading, tables.open(reading, node));
  if (outside !== null) return jsonCases(reading, outside);
  const file = `tests/${wordsOf(node)}`;
  const bytes = files.get(file);
  if (bytes !== undefined) return jsonCases(reading, { file, bytes });
  const hint = hintFor(file, files.keys());
  reading.problems.push(error('file-missing', `there is no file ${file}`, node.position, hint));
  return [];
}

/** Opens the file that `cases:` names. */
export function openCases(
  reading: Reading,
  node: SourceNode,
  caseFiles: CaseFiles,
): readonly Case[] {
  if (node.kind !== 'scalar') {
    return wanted(reading, 'the name of a CSV or JSON file', node.position) ?? [];
  }
  const { outside, opened } = caseFiles;
  const key = outside !== null && namesJson(node) ? outside.file : wordsOf(node);
  const known = opened.get(key);
  if (known !== undefined) return known;
  const cases = open(reading, node, caseFiles);
  opened.set(key, cases);
  return cases;
}

/** Reports that no test of the study takes cases from a JSON file. */
export function refuseCases(reading: Reading, { file }: CaseFile): void {
  const message = 'no test of this study takes cases from a JSON file';
  reading.problems.push(error('not-compared', message, startOf(file)));
}
