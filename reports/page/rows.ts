import { isHeading } from '../fold-headings.ts';
import type { Cell, Sheet } from '../sheet.ts';

/** A row of a sheet with its number there. */
export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** The lines above the header, each whole. */
export function notesOf(sheet: Sheet): string[] {
  const rows = joined(sheet, 1, sheet.opening).filter(({ cells }) => cells[0]?.style === 'about');
  return rows.map(({ cells }) => textOf(cells[0]!)).filter((text) => text !== '');
}

/** The rows below the header as they print, text that was too long for one whole again. */
export function bodyOf(sheet: Sheet): Row[] {
  const [lastRow, lastColumn] = sheet.print.until ?? [sheet.rows.length, sheet.widths.length];
  const header = sheet.print.repeat?.[1] ?? sheet.opening;
  const rows = joined(sheet, header + 1, Math.min(lastRow, sheet.rows.length));
  return rows.map((row) => ({ ...row, cells: row.cells.slice(0, lastColumn) }));
}

/** Tells whether a row is a heading with nothing beside it. */
export function isHeadingRow({ cells }: Row): boolean {
  return cells[0] !== undefined && isHeading(cells[0]);
}

/** Tells whether something stands in a cell. */
export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'blank';
}

/** Gives the text of a cell that has one. */
export function textOf(cell: Cell): string {
  return 'text' in cell ? cell.text : '';
}

function joined(sheet: Sheet, from: number, to: number): Row[] {
  const rows: Row[] = [];
  for (let number = from; number <= to; number++) {
    const cells = sheet.rows[number - 1]!;
    const last = rows.at(-1);
    if (!sheet.continued.has(number) || last === undefined) rows.push({ number, cells });
    else rows[rows.length - 1] = { ...last, cells: runOn(last.cells, cells) };
  }
  return rows;
}

function runOn(cells: readonly Cell[], more: readonly Cell[]): Cell[] {
  return cells.map((cell, column) => {
    const next = more[column];
    if (next?.kind !== 'text') return cell;
    return cell.kind === 'text' ? { ...cell, text: `${cell.text} ${next.text}` } : next;
  });
}
