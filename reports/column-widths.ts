import { isHeading } from './fold-headings.ts';
import { displayed } from './format.ts';
import type { Cell } from './sheet.ts';
import { INDENT_WIDTH, lookOf } from './style.ts';
import { textWidth } from './text-width.ts';

/** A column before its width is known: as wide as what it holds, within these bounds. */
export interface ColumnPlan {
  readonly from: number;
  readonly to: number;
}

/** Columns and what stands in them. */
interface Columns {
  readonly columns: readonly ColumnPlan[];
  readonly above?: readonly (readonly Cell[])[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Gives every column its width. Units: characters. */
export function widthsOf(plan: Columns): number[] {
  return plan.columns.map((column, index) => widthOf(column, index, plan));
}

function widthOf(column: ColumnPlan, index: number, plan: Columns): number {
  let widest = column.from;
  for (const row of [...(plan.above ?? []), plan.header, ...plan.rows]) {
    const cell = row[index];
    if (cell === undefined) continue;
    if (cell.style.startsWith('header')) widest = Math.max(widest, longestWord(cell));
    else if (counts(cell)) widest = Math.max(widest, needed(cell));
  }
  return Math.min(Math.ceil(widest), column.to);
}

/** Headings run on over empty cells, so they ask for no width. */
function counts(cell: Cell): boolean {
  return !isHeading(cell) && cell.style !== 'plain';
}

/** Headers wrap between words, never within one. */
function longestWord(cell: Cell): number {
  const look = lookOf(cell.style);
  const words = displayed(cell).split(/[\s-]/);
  return Math.max(...words.map((word) => textWidth(word, look))) + 2 + look.indent * INDENT_WIDTH;
}

function needed(cell: Cell): number {
  const look = lookOf(cell.style);
  return textWidth(displayed(cell), look) + 2 + look.indent * INDENT_WIDTH;
}
