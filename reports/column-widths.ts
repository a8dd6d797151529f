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
  const above = plan.above ?? [];
  const heads = [...above, plan.header].flatMap((row) => row[index] ?? []).filter(wraps);
  const others = [...above, ...plan.rows].flatMap((row) => row[index] ?? []);
  const widest = [
    ...heads.map(longestWord),
    ...others.filter((cell) => counts(cell) && !heads.includes(cell)).map(needed),
  ];
  const most = widest.reduce((one, other) => Math.max(one, other), column.from);
  return Math.min(Math.ceil(most), column.to);
}

function wraps({ kind, style }: Cell): boolean {
  return kind === 'text' && lookOf(style).wrap;
}

/** Headings run on over empty cells, so they ask for no width. */
function counts(cell: Cell): boolean {
  return !isHeading(cell) && cell.style !== 'plain';
}

/** Headers wrap between words, never within one. */
function longestWord(cell: Cell): number {
  const look = lookOf(cell.style);
  const words = displayed(cell).split(/[\s-]/);
  return Math.max(...words.map((word) => textWidth(word, look))) + 1.2 + look.indent * INDENT_WIDTH;
}

function needed(cell: Cell): number {
  const look = lookOf(cell.style);
  return textWidth(displayed(cell), look) + 2 + look.indent * INDENT_WIDTH;
}
