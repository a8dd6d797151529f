import type { PlacedChart } from '../charts/chart.ts';
import { isHeading, isLine } from '../fold-headings.ts';
import type { Cell, Sheet } from '../sheet.ts';

/** A row of a sheet with its number there. */
export interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Rows of a table that one heading goes before; null for those that have none. */
export interface Group {
  readonly heading: Row | null;
  readonly rows: readonly Row[];
}

/** What stands below one heading of a sheet: charts, lines of text, then a table. */
export interface Block {
  readonly heading: Row | null;
  readonly lines: readonly Row[];
  readonly charts: readonly PlacedChart[];
  readonly groups: readonly Group[];
  /** How many rows are left to the workbook, since a page cannot hold them; none of them is in `groups`. */
  readonly left: number;
}

/** A table of more cells than this is left to the workbook. */
const MOST_CELLS = 100_000;

/**
 * Finds the blocks of a sheet: one for each part or, where it has no parts, for each section, and another from the first
 * chart on. Text that was too long for a row is whole again; what does not print, and the rows of a stream, are left out.
 */
export function blocksOf(sheet: Sheet): Block[] {
  const rows = bodyOf(sheet);
  const hasParts = rows.some(({ cells }) => cells[0]?.style === 'part');
  const opens = (row: Row) => row.cells[0]?.style === (hasParts ? 'part' : 'section');
  const pieces = splitAt(rows, opens);
  return pieces.flatMap(([heading, below], at) => {
    const end = pieces[at + 1]?.[0]?.number ?? Number.POSITIVE_INFINITY;
    const start = at === 0 ? 0 : heading!.number;
    const charts = sheet.charts.filter(({ top }) => top >= start && top < end);
    if (charts.length === 0) return [blockOf(sheet, [heading, below], [])];
    const top = Math.min(...charts.map((chart) => chart.top));
    const above = below.filter(({ number }) => number < top);
    const others = below.filter(({ number }) => number >= top);
    return [blockOf(sheet, [heading, above], []), blockOf(sheet, [null, others], charts)];
  });
}

type Piece = readonly [heading: Row | null, below: readonly Row[]];

function blockOf(sheet: Sheet, [heading, below]: Piece, charts: readonly PlacedChart[]): Block {
  const isText = ({ cells }: Row) => isLine(cells) || cells[0]?.style === 'about';
  const lines = below.filter(isText);
  const rows = below.filter((row) => !isText(row));
  const isTooLarge = rows.length * sheet.widths.length > MOST_CELLS;
  const groups = splitAt(isTooLarge ? [] : rows, isHeadingRow);
  return {
    heading,
    lines,
    charts,
    groups: groups.map(([first, rest]) => ({ heading: first, rows: rest })),
    left: isTooLarge ? rows.length : 0,
  };
}

/** The lines above the header, each whole. */
export function notesOf(sheet: Sheet): string[] {
  const rows = joined(sheet, 1, sheet.opening).filter(({ cells }) => cells[0]?.style === 'about');
  return rows.map(({ cells }) => textOf(cells[0]!)).filter((text) => text !== '');
}

/** Tells whether a row is a heading with nothing beside it. */
export function isHeadingRow({ cells }: Row): boolean {
  return cells[0] !== undefined && isHeading(cells[0]);
}

/** Gives the text of a cell that has one. */
export function textOf(cell: Cell): string {
  return 'text' in cell ? cell.text : '';
}

function bodyOf(sheet: Sheet): Row[] {
  const [lastRow, lastColumn] = sheet.print.until ?? [sheet.rows.length, sheet.widths.length];
  const header = sheet.print.repeat?.[1] ?? sheet.opening;
  const rows = joined(sheet, header + 1, Math.min(lastRow, sheet.rows.length));
  const printed = rows.map((row) => ({ ...row, cells: row.cells.slice(0, lastColumn) }));
  return printed.filter(({ cells }) => cells.some((cell) => cell.kind !== 'blank'));
}

/** Takes rows with those that go on with their text put back. */
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

function runOn([first, ...others]: readonly Cell[], [more]: readonly Cell[]): Cell[] {
  return [{ ...first!, text: `${textOf(first!)} ${textOf(more!)}` } as Cell, ...others];
}

/** Cuts rows before each that opens something; what stands before the first of them has no opening. */
function splitAt(rows: readonly Row[], opens: (row: Row) => boolean): Piece[] {
  const pieces: [Row | null, Row[]][] = [[null, []]];
  for (const row of rows) {
    if (opens(row)) pieces.push([row, []]);
    else pieces.at(-1)![1].push(row);
  }
  return pieces.filter(([first, rest]) => first !== null || rest.length > 0);
}
