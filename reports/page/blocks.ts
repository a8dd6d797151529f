import type { Chart } from '../charts/chart.ts';
import { isLine } from '../fold-headings.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { bodyOf, isFilled, isHeadingRow, type Row } from './rows.ts';

/** Rows of a table that one heading goes before; null for those that have none. */
export interface Group {
  readonly heading: Row | null;
  readonly rows: readonly Row[];
}

/** A table below its head, which is empty where its columns have none. */
export interface Table {
  readonly kind: 'table';
  readonly head: readonly (readonly Cell[])[];
  readonly groups: readonly Group[];
  /** How many rows are left to the workbook, since a page cannot hold them; none of them is in `groups`. */
  readonly left: number;
}

/** What may stand on a sheet. */
export type Part =
  | { readonly kind: 'line'; readonly row: Row }
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] }
  | Table;

/** What stands below one heading of a sheet, from top to bottom. */
export interface Block {
  readonly heading: Row | null;
  readonly parts: readonly Part[];
}

/** A table of more cells than this is left to the workbook. */
const MOST_CELLS = 100_000;

/** Finds the blocks of a sheet: one for each of its parts or, where it has none, for each section. */
export function blocksOf(sheet: Sheet): Block[] {
  const rows = bodyOf(sheet);
  const hasParts = rows.some(({ cells }) => cells[0]?.style === 'part');
  const opens = (row: Row) => row.cells[0]?.style === (hasParts ? 'part' : 'section');
  const pieces = splitAt(rows, opens);
  return pieces.map(([heading, below], at) => {
    const start = at === 0 ? 0 : heading!.number;
    const end = pieces[at + 1]?.[0]?.number ?? Number.POSITIVE_INFINITY;
    return { heading, parts: partsOf(sheet, below, [start, end]) };
  });
}

function partsOf(
  sheet: Sheet,
  rows: readonly Row[],
  [start, end]: readonly [number, number],
): Part[] {
  const parts: Part[] = [];
  let run: Row[] = [];
  const close = (part?: Part) => {
    if (run.length > 0) parts.push(tableOf(sheet, run));
    run = [];
    if (part !== undefined) parts.push(part);
  };
  let charts = sheet.charts.filter(({ top }) => top >= start && top < end);
  const draw = (until: number) => {
    const drawn = charts.filter(({ top }) => top <= until);
    if (drawn.length === 0) return;
    charts = charts.filter(({ top }) => top > until);
    close({ kind: 'charts', charts: drawn.map(({ chart }) => chart) });
  };
  for (const row of rows) {
    // charts of the page have their titles within
    if (isCaption(row)) continue;
    draw(row.number);
    if (isText(row)) close({ kind: 'line', row });
    else if (!row.cells.some(isFilled)) closesAt(sheet, close);
    else {
      if (isHead(row) && !run.every(isHead)) close();
      run.push(row);
    }
  }
  close();
  draw(end);
  return merged(parts);
}

/** Where a sheet has one header for all, an empty row is a gap in its table, else the end of one. */
function closesAt({ print }: Sheet, close: () => void): void {
  if (print.repeat === null) close();
}

/** Puts charts that follow each other side by side. */
function merged(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === 'charts' && last?.kind === 'charts') {
      all[all.length - 1] = { kind: 'charts', charts: [...last.charts, ...part.charts] };
    } else all.push(part);
  }
  return all;
}

function tableOf(sheet: Sheet, run: readonly Row[]): Table {
  const first = run.findIndex((row) => !isHead(row));
  const heads = first < 0 ? run : run.slice(0, first);
  const rows = run.slice(heads.length);
  const head = heads.length > 0 ? heads.map(({ cells }) => cells) : headOf(sheet);
  if (rows.length * sheet.widths.length > MOST_CELLS) {
    return { kind: 'table', head, groups: [], left: rows.length };
  }
  const groups = splitAt(rows, isHeadingRow).map(([heading, below]) => ({ heading, rows: below }));
  return { kind: 'table', head, groups, left: 0 };
}

/** The header of a sheet, below what its columns have in common. */
function headOf({ rows, opening, print, widths }: Sheet): (readonly Cell[])[] {
  if (print.repeat === null) return [];
  const last = print.until?.[1] ?? widths.length;
  return rows.slice(opening, print.repeat[0]).map((cells) => cells.slice(0, last));
}

function isCaption({ cells }: Row): boolean {
  return cells.some(({ style }) => style.startsWith('caption'));
}

function isText({ cells }: Row): boolean {
  return isLine(cells) || (cells[0]?.style === 'about' && isFilled(cells[0]));
}

function isHead({ cells }: Row): boolean {
  return cells.some((cell) => isFilled(cell) && /^(header|group)/.test(cell.style));
}

/** Cuts rows before each that opens something; what stands before the first of them has no opening. */
function splitAt(
  rows: readonly Row[],
  opens: (row: Row) => boolean,
): (readonly [Row | null, readonly Row[]])[] {
  const pieces: [Row | null, Row[]][] = [[null, []]];
  for (const row of rows) {
    if (opens(row)) pieces.push([row, []]);
    else pieces.at(-1)![1].push(row);
  }
  return pieces.filter(([first, rest]) => first !== null || rest.length > 0);
}
