import type { PlacedChart } from './charts/chart.ts';
import { type ColumnPlan, widthsOf } from './column-widths.ts';
import { type FoldedRows, foldHeadings } from './fold-headings.ts';
import { displayed } from './format.ts';
import type { Say } from './language/say.ts';
import { opening } from './opening.ts';
import { type Printed, pagesOf, printSetUp, type Together } from './paper.ts';
import {
  type Amount,
  type Cell,
  type Check,
  type Choice,
  type DefinedName,
  type Entries,
  type Highlight,
  type Place,
  type Sheet,
  type Stream,
  type TableRegion,
  text,
} from './sheet.ts';
import { INDENT_WIDTH, type Look, lookOf } from './style.ts';
import { lineCount, rowHeight } from './text-width.ts';

/** A sheet before its rows are placed. */
export interface SheetPlan {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly notes?: readonly string[];
  readonly columns: readonly ColumnPlan[];
  /** Rows right above the header, for what its columns have in common. */
  readonly above?: readonly (readonly Cell[])[];
  /** The header row, frozen and repeated on each page; empty for none. */
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Indices in `rows` of those that go on with the text of the row above. */
  readonly continued?: readonly number[];
  readonly frozenColumns?: number;
  /** The first column that shows beside the frozen ones; those before it are scrolled away at first. */
  readonly leftColumn?: number;
  /** Indices in `rows` that start a new page. */
  readonly pageStarts?: readonly number[];
  /** First and last of the indices in `rows` that belong on one page. */
  readonly together?: readonly Together[];
  /** The name of the Excel table that header and rows form; "" for none. */
  readonly table?: string;
  readonly hasFilters?: boolean;
  readonly choices?: readonly Choice[];
  readonly entries?: readonly Entries[];
  readonly amounts?: readonly Amount[];
  readonly checks?: readonly Check[];
  readonly names?: readonly DefinedName[];
  readonly highlights?: readonly Highlight[];
  /** Rows that follow `rows`. */
  readonly stream?: Stream;
  readonly charts?: readonly PlacedChart[];
  readonly alternatives?: Sheet['alternatives'];
  /** The last row and column that print. */
  readonly printUntil?: readonly [row: number, column: number];
  readonly isOnePage?: boolean;
  readonly isUpright?: boolean;
}

/** More rows than this would leave no room to scroll. */
const MOST_FROZEN = 12;

/** Lines of text above the header are never shorter than this, and never too long to be read without scrolling. */
const NARROWEST = 60;
/** What runs on to the edge itself may be cut there. */
const EDGE = 6;
const WIDEST = 190;

/**
 * A plan whose formulas read its own cells. Headings that do not fit take several rows: `rowAt` gives the row of the
 * sheet in which a row of the plan begins.
 */
export type LivePlan = (firstRow: number, rowAt: (index: number) => number) => SheetPlan;

/** Puts title, text, header and rows in their places and gives every column a width, every row a height. */
export function layOut(plan: SheetPlan | LivePlan, say: Say): Sheet {
  if (typeof plan !== 'function') return place(plan, say);
  const draft = plan(1, (index) => 1 + index);
  const room = roomOf(draft, widthsOf(draft));
  const firstRow = firstRowOf(draft, room, say);
  const starts = startsOf(draft, room);
  const placed = plan(firstRow, (index) => firstRow + starts[index]!);
  const isMoved = plan.length < 2 && starts.some((start, at) => start !== at);
  const its = roomOf(placed, widthsOf(placed));
  const isShifted = firstRowOf(placed, its, say) !== firstRow;
  if (isMoved || isShifted || `${startsOf(placed, its)}` !== `${starts}`) {
    throw new RangeError(`Formulas of the sheet ${placed.name} would read other cells than theirs`);
  }
  return place(placed, say);
}

function startsOf(plan: SheetPlan, room: number): readonly number[] {
  return foldHeadings(plan.rows, room).starts;
}

function firstRowOf(plan: SheetPlan, room: number, say: Say): number {
  const rows = openingOf(plan, room, say).rows.length + (plan.above?.length ?? 0);
  return rows + (plan.header.length > 0 ? 2 : 1);
}

function openingOf(plan: SheetPlan, room: number, say: Say): FoldedRows {
  return opening(plan, Math.min(room, WIDEST), say);
}

/** What runs on to the right ends with the columns that every page repeats, or it would be cut on all but the first. */
function roomOf(plan: SheetPlan, widths: readonly number[]): number {
  const [repeated, across] = pagesOf(widths, printedColumns(plan));
  return across > 1
    ? Math.max(sumOf(widths.slice(0, repeated)) - EDGE, NARROWEST - EDGE)
    : Math.max(sumOf(widths), NARROWEST);
}

function printedColumns({ frozenColumns = 0, printUntil, ...plan }: SheetPlan) {
  const { isOnePage = false, isUpright = false } = plan;
  return { columns: frozenColumns, until: printUntil ?? null, isOnePage, isUpright };
}

function place(plan: SheetPlan, say: Say): Sheet {
  const widths = widthsOf(plan);
  const room = roomOf(plan, widths);
  const top = openingOf(plan, room, say);
  const above = [...top.rows, ...(plan.above ?? [])];
  const header = plan.header.length > 0 ? [plan.header] : [];
  const { rows: folded, starts } = foldHeadings(plan.rows, room);
  const isEmpty = folded.length === 0 && plan.stream === undefined;
  const body = isEmpty ? [[text(say('Nothing to list.'), 'plain')]] : folded;
  const rows = [...above, ...header, ...body];
  const headerRow = header.length > 0 ? above.length + 1 : 0;
  const firstRow = rows.length - body.length + 1;
  const heights = rows.map((row) => heightOf(row, widths));
  return {
    name: plan.name,
    title: plan.title,
    about: plan.about,
    widths,
    heights,
    rows,
    opening: top.rows.length,
    continued: new Set([
      ...continuedIn(top, 1),
      ...continuedIn({ rows: folded, starts }, firstRow),
      ...(plan.continued ?? []).map((index) => firstRow + starts[index]!),
    ]),
    frozen: headerRow > MOST_FROZEN ? { rows: 0, columns: 0, left: 1 } : frozenBy(plan, headerRow),
    print: printOf(plan, { rows, heights, widths, header: headerRow, first: firstRow }, (index) => {
      return firstRow + starts[index]!;
    }),
    tables: tablesOf(plan, headerRow),
    choices: plan.choices ?? [],
    entries: plan.entries ?? [],
    amounts: plan.amounts ?? [],
    checks: plan.checks ?? [],
    names: plan.names ?? [],
    highlights: plan.highlights ?? [],
    stream: plan.stream ?? null,
    charts: plan.charts ?? [],
    alternatives: plan.alternatives ?? (() => []),
  };
}

/** A chart belongs to the heading, or the numbers, right above it. */
function printOf(
  plan: SheetPlan,
  placed: Pick<Printed, 'rows' | 'heights' | 'widths' | 'header' | 'first'>,
  rowAt: (index: number) => number,
): Sheet['print'] {
  return printSetUp({
    ...placed,
    ...printedColumns(plan),
    starts: (plan.pageStarts ?? []).map(rowAt),
    together: [
      ...(plan.together ?? []).map(([from, to]) => [rowAt(from), rowAt(to)] as const),
      ...(plan.charts ?? []).map(({ top, bottom }) => [top - 1, bottom] as const),
    ],
  });
}

/** Where things stand, by name. */
export type Places = ReadonlyMap<string, Place>;

/** Finds the rows of a sheet's table; `names` are its items in their order. */
export function placesOf(sheet: Sheet, names: readonly string[]): Places {
  const top = sheet.tables[0]?.top ?? 0;
  return new Map(
    names.map((name, index) => [name, { sheet: sheet.name, row: top + 1 + index, column: 1 }]),
  );
}

function frozenBy(plan: SheetPlan, headerRow: number): Sheet['frozen'] {
  const columns = headerRow > 0 ? (plan.frozenColumns ?? 0) : 0;
  return { rows: headerRow, columns, left: plan.leftColumn ?? columns + 1 };
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function continuedIn({ rows, starts }: FoldedRows, firstRow: number): number[] {
  const first = new Set(starts);
  return rows.flatMap((_, index) => (first.has(index) ? [] : [firstRow + index]));
}

function tablesOf(plan: SheetPlan, headerRow: number): TableRegion[] {
  const { table: name, header } = plan;
  const rows = 1 + plan.rows.length + (plan.stream?.rows ?? 0);
  if (!name || rows === 1) return [];
  const hasFilters = plan.hasFilters ?? false;
  return [{ name, top: headerRow, left: 1, rows, columns: header.length, hasFilters }];
}

function heightOf(row: readonly Cell[], widths: readonly number[]): number {
  let height = 0;
  row.forEach((cell, index) => {
    const look = lookOf(cell.style);
    const shown = displayed(cell);
    const lines = look.wrap ? lineCount(shown, look, roomIn(widths[index] ?? 8, look)) : 1;
    height = Math.max(height, rowHeight(lines, look, shown));
  });
  return Math.max(height, rowHeight(1, lookOf('plain')));
}

function roomIn(width: number, look: Look): number {
  return width - look.indent * INDENT_WIDTH;
}
