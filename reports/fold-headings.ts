import { blank, type Cell, text } from './sheet.ts';
import { lookOf } from './style.ts';
import { linesOf } from './text-width.ts';

/** Rows after folding, and where each of the rows before it went. Shape: indices in `rows`. */
export interface FoldedRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly starts: readonly number[];
}

/**
 * Splits headings and lines of text that are wider than the sheet over several rows: what ran on to the right
 * would shrink the whole print.
 */
export function foldHeadings(rows: readonly (readonly Cell[])[], room: number): FoldedRows {
  const folded: (readonly Cell[])[] = [];
  const starts: number[] = [];
  for (const row of rows) {
    starts.push(folded.length);
    folded.push(...foldRow(row, room));
  }
  return { rows: folded, starts };
}

function foldRow(row: readonly Cell[], room: number): (readonly Cell[])[] {
  const [heading, ...rest] = row;
  if (heading?.kind !== 'text' || !(isHeading(heading) || isLine(row))) return [row];
  const lines = linesOf(heading.text, lookOf(heading.style), room);
  return lines.map((line) => [text(line, heading.style), ...rest.map(() => blank(heading.style))]);
}

/** Tells whether a cell is a heading, which runs on over the empty cells beside it. */
export function isHeading(cell: Cell): boolean {
  return cell.style === 'section' || cell.style === 'part';
}

/** Tells whether a row is a line of running text. */
export function isLine(row: readonly Cell[]): boolean {
  return row.length === 1 && row[0]!.kind === 'text' && row[0]!.style === 'plain';
}
