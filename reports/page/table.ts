import type { Cell, Sheet } from '../sheet.ts';
import type { Anchors } from './anchors.ts';
import type { Table } from './blocks.ts';
import { attributesOf, contentOf } from './cells.ts';
import { escapeHtml } from './html.ts';
import type { WriteFormula } from './names.ts';
import { isFilled, type Row, textOf } from './rows.ts';

/** What a table of a sheet is written with. */
export interface TableContext {
  readonly sheet: Sheet;
  readonly anchors: Anchors;
  readonly caption: string;
  readonly writeFormula: WriteFormula;
}

/** Writes a table, piece by piece: caption, head, and a body for each group of rows. */
export function* writeTable(context: TableContext, table: Table): Generator<string> {
  const columns = columnsOf(table, context.sheet.widths.length);
  const widths = columns.map((column) => context.sheet.widths[column]!);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const caption = escapeHtml(context.caption);
  const looseness = table.head.length > 0 ? '' : ' class=loose';
  yield `<div class=scroll role=region tabindex=0 aria-label="${caption}">`;
  yield `<table style=--all:${all}${looseness}><caption>${caption}</caption><colgroup>`;
  for (const width of widths) yield `<col style=--w:${width}>`;
  yield '</colgroup>';
  if (table.head.length > 0) {
    const rows = table.head.map((cells) => headRow(context, cells, columns));
    yield `<thead>${rows.join('')}</thead>`;
  }
  for (const { heading, rows } of table.groups) {
    yield '<tbody>';
    if (heading !== null) yield headingRow(context, heading, columns.length);
    for (const row of rows) yield rowOf(context, row, columns);
    yield '</tbody>';
  }
  yield '</table></div>\n';
}

/** The columns in which something stands. */
function columnsOf({ head, groups }: Table, all: number): number[] {
  const rows = [...head, ...groups.flatMap((group) => group.rows.map(({ cells }) => cells))];
  const columns = Array.from({ length: all }, (_, column) => column);
  return columns.filter((column) => rows.some((cells) => isFilled(cells[column])));
}

/** A row of the head: heads of columns, of groups of them, or what columns have in common. */
function headRow(
  { anchors }: TableContext,
  cells: readonly Cell[],
  columns: readonly number[],
): string {
  const written: string[] = [];
  for (let at = 0; at < columns.length; at++) {
    const cell = cells[columns[at]!];
    if (cell === undefined || !isFilled(cell)) {
      written.push('<td></td>');
      continue;
    }
    const inside = `${attributesOf(cell)}>${contentOf(cell, anchors)}`;
    if (cell.style === 'group') {
      const span = spanOf(cells, columns, at);
      written.push(`<th scope=colgroup colspan=${span}${inside}</th>`);
      at += span - 1;
    } else {
      const isHeader = cell.style.startsWith('header');
      written.push(isHeader ? `<th scope=col${inside}</th>` : `<td${inside}</td>`);
    }
  }
  return `<tr>${written.join('')}</tr>`;
}

/** The head of a group stands over the empty cells beside it too. */
function spanOf(cells: readonly Cell[], columns: readonly number[], at: number): number {
  let span = 1;
  while (at + span < columns.length) {
    const next = cells[columns[at + span]!];
    if (next?.style !== 'group' || isFilled(next)) break;
    span += 1;
  }
  return span;
}

function headingRow({ sheet, anchors }: TableContext, row: Row, columns: number): string {
  const text = escapeHtml(textOf(row.cells[0]!));
  const id = idOf(anchors.rowId(sheet.name, row.number));
  return `<tr><th class=section scope=rowgroup colspan=${columns}${id}><span>${text}</span></th></tr>\n`;
}

/** The frozen columns say what a row is about, the first one where none is frozen. */
function rowOf(context: TableContext, row: Row, columns: readonly number[]): string {
  const { sheet, anchors } = context;
  const heads = Math.max(1, sheet.frozen.columns);
  const id = idOf(anchors.rowId(sheet.name, row.number));
  const cells = columns.map((column) => {
    const cell = lookedAt(sheet, row, column + 1);
    const name = column === columns[0] ? id : '';
    if (cell === undefined || !isFilled(cell)) return `<td${name}></td>`;
    const inside = `${name}${attributesOf(cell)}>${insideOf(context, row, cell)}`;
    return column < heads ? `<th scope=row${inside}</th>` : `<td${inside}</td>`;
  });
  return `<tr>${cells.join('')}</tr>\n`;
}

function insideOf({ sheet, anchors, writeFormula }: TableContext, row: Row, cell: Cell): string {
  if (cell.kind !== 'text' || cell.style !== 'code') return contentOf(cell, anchors);
  return writeFormula(cell.text, sheet.name, row.number);
}

/** A cell in the look that it takes on by what it holds. */
function lookedAt({ highlights }: Sheet, row: Row, column: number): Cell | undefined {
  const cell = row.cells[column - 1];
  const found = highlights.find(
    ({ area, holds }) =>
      area.top <= row.number &&
      row.number <= area.bottom &&
      area.left <= column &&
      column <= area.right &&
      holds(row.cells, column),
  );
  return cell === undefined || found === undefined ? cell : { ...cell, style: found.style };
}

function idOf(id: string): string {
  return id === '' ? '' : ` id="${escapeHtml(id)}"`;
}
