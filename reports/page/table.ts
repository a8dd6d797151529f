import type { Cell, Sheet } from '../sheet.ts';
import type { Anchors } from './anchors.ts';
import { type Block, type Row, textOf } from './blocks.ts';
import { attributesOf, contentOf } from './cells.ts';
import { escapeHtml } from './html.ts';
import type { WriteFormula } from './names.ts';

/** A table of a sheet, and what it is written with. */
export interface TableContext {
  readonly sheet: Sheet;
  readonly anchors: Anchors;
  readonly caption: string;
  readonly writeFormula: WriteFormula;
}

/** Writes the table of a block, piece by piece: caption, header, and a body for each group of rows. */
export function* tableOf(context: TableContext, block: Block): Generator<string> {
  const header = headerOf(context.sheet);
  const columns = columnsOf(block, header.length, context.sheet.widths.length);
  const caption = escapeHtml(context.caption);
  yield `<div class=scroll role=region tabindex=0 aria-label="${caption}">`;
  const widths = columns.map((column) => context.sheet.widths[column]!);
  const all = widths.reduce((sum, width) => sum + width, 0);
  yield `<table style=--all:${all}${header.length > 0 ? '' : ' class=loose'}><caption>${caption}</caption><colgroup>`;
  for (const width of widths) yield `<col style=--w:${width}>`;
  yield '</colgroup>';
  if (header.length > 0) yield headOf(context, header, columns);
  for (const { heading, rows } of block.groups) {
    yield '<tbody>';
    if (heading !== null) yield headingRow(context, heading, columns.length);
    for (const row of rows) yield rowOf(context, row, columns);
    yield '</tbody>';
  }
  yield '</table></div>\n';
}

function headerOf({ print, rows, widths }: Sheet): readonly Cell[] {
  if (print.repeat === null) return [];
  return rows[print.repeat[0] - 1]!.slice(0, print.until?.[1] ?? widths.length);
}

/** The header, below what its columns have in common. */
function headOf(
  { sheet, anchors }: TableContext,
  header: readonly Cell[],
  columns: readonly number[],
): string {
  const above = sheet.rows.slice(sheet.opening, sheet.print.repeat![0] - 1);
  const rows = above.map((row) => columns.map((column) => plainCell(row[column], anchors)));
  rows.push(columns.map((column) => headerCell(header[column], anchors)));
  return `<thead>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</thead>`;
}

/** All columns that have a header, or else those in which something stands. */
function columnsOf({ groups }: Block, headers: number, all: number): number[] {
  const columns = Array.from({ length: headers > 0 ? headers : all }, (_, column) => column);
  if (headers > 0) return columns;
  const isUsed = (column: number) =>
    groups.some(({ rows }) => rows.some(({ cells }) => isFilled(cells[column])));
  return columns.filter(isUsed);
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'blank';
}

function plainCell(cell: Cell | undefined, anchors: Anchors): string {
  if (cell === undefined || cell.kind === 'blank') return '<td></td>';
  return `<td${attributesOf(cell)}>${contentOf(cell, anchors)}</td>`;
}

function headerCell(cell: Cell | undefined, anchors: Anchors): string {
  if (cell === undefined || cell.kind === 'blank') return '<td></td>';
  return `<th scope=col${attributesOf(cell)}>${contentOf(cell, anchors)}</th>`;
}

function headingRow({ sheet, anchors }: TableContext, row: Row, columns: number): string {
  const text = escapeHtml(textOf(row.cells[0]!));
  const id = idOf(anchors.rowId(sheet.name, row.number));
  return `<tr><th class=group scope=rowgroup colspan=${columns}${id}><span>${text}</span></th></tr>\n`;
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
    const scope = cell.style.startsWith('header') ? 'col' : column < heads ? 'row' : '';
    return scope === '' ? `<td${inside}</td>` : `<th scope=${scope}${inside}</th>`;
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
