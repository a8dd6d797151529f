import type { ColumnPlan } from './column-widths.ts';
import { type Cell, text } from './sheet.ts';

/** One column of a table: its header, its bounds, and what it holds for an item. */
export interface TableColumn<Item> {
  readonly header: string;
  readonly from: number;
  readonly to: number;
  readonly cell: (item: Item) => Cell;
  readonly numeric?: boolean;
}

/** Turns items into the header, rows and columns of a sheet, one row for each item. */
export function tableOf<Item>(
  columns: readonly TableColumn<Item>[],
  items: readonly Item[],
): {
  readonly columns: readonly ColumnPlan[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
} {
  return {
    columns: columns.map(({ from, to }) => ({ from, to })),
    header: columns.map((column) =>
      text(column.header, column.numeric ? 'headerNumber' : 'header'),
    ),
    rows: items.map((item) => columns.map((column) => column.cell(item))),
  };
}

/** Describes a column of words. */
export function words<Item>(
  header: string,
  [from, to]: readonly [number, number],
  pick: (item: Item) => string,
  style: 'cell' | 'cellStrong' | 'cellQuiet' | 'code' = 'cell',
): TableColumn<Item> {
  return { header, from, to, cell: (item) => text(pick(item), style) };
}

/** Describes a column of numbers. */
export function numbers<Item>(header: string, cell: (item: Item) => Cell): TableColumn<Item> {
  return { header, from: 8.5, to: 20, cell, numeric: true };
}
