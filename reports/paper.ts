import { isHeading } from './fold-headings.ts';
import type { Cell, PrintSetUp } from './sheet.ts';
import { PAGE } from './style.ts';

/** Rows that belong on one page, from the first to the last; they count from 1. */
export type Together = readonly [from: number, to: number];

/** What prints of a sheet, before it is known on how many pages. Units: widths in characters, heights in points. */
export interface Printed {
  readonly rows: readonly (readonly Cell[])[];
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  /** The row and the columns on the left that every page repeats; 0 for none. */
  readonly header: number;
  readonly columns: number;
  /** The first row below title and header. */
  readonly first: number;
  /** Rows that begin a new page. */
  readonly starts: readonly number[];
  readonly together: readonly Together[];
  readonly until: PrintSetUp['until'];
  readonly isOnePage: boolean;
  readonly isUpright: boolean;
}

const POINTS = 72;
const { margins } = PAGE;
const ACROSS = margins.left + margins.right;
const DOWN = margins.top + margins.bottom;
const LYING = { width: (PAGE.width - ACROSS) * POINTS, height: (PAGE.height - DOWN) * POINTS };
const UPRIGHT = { width: (PAGE.height - ACROSS) * POINTS, height: (PAGE.width - DOWN) * POINTS };

/** Text of 10 points is printed with 5.2 at least; what would need less goes on several pages side by side. */
const SMALLEST = 0.52;
const MOST_ACROSS = 50;

/** Programs differ a little in how much of a sheet they get on a page. */
const SAFE = 0.97;

/** A heading at the foot of a page would head nothing: so many rows stay with it. */
const ROWS_BELOW = 2;

/** Finds on how many pages side by side a sheet is readable, and where pages end so that nothing is torn apart. */
export function printSetUp(printed: Printed): PrintSetUp {
  const { header, until, isOnePage, isUpright } = printed;
  const [repeated, across, scale] = pagesOf(printed.widths, printed);
  return {
    repeat: header > 0 ? [header, header] : null,
    across,
    repeatColumns: across > 1 ? repeated : 0,
    breaks: isOnePage ? [] : breaksOf(printed, scale),
    until,
    isOnePage,
    isUpright,
  };
}

type PageTraits = 'columns' | 'until' | 'isOnePage' | 'isUpright';

/** Finds how many columns are repeated, on how many pages side by side, and how large they are printed. */
export function pagesOf(
  all: readonly number[],
  { columns, until, isOnePage, isUpright }: Pick<Printed, PageTraits>,
): readonly [repeated: number, across: number, scale: number] {
  if (isOnePage) return [0, 1, 1];
  const widths = all.slice(0, until?.[1]).map(pointsOf);
  const repeated = Math.max(0, Math.min(columns, widths.length - 1));
  const { width: room } = isUpright ? UPRIGHT : LYING;
  const across = pagesAcross(widths, repeated, room);
  return [repeated, across, scaleFor(across, widths, repeated, room)];
}

/** A character has 7 pixels, a column 5 more, and a pixel has three quarters of a point. */
function pointsOf(width: number): number {
  return (7 * width + 5) * 0.75;
}

function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

function pagesAcross(widths: readonly number[], repeated: number, room: number): number {
  let pages = 1;
  while (pages < MOST_ACROSS && scaleFor(pages, widths, repeated, room) < SMALLEST) pages += 1;
  return pages;
}

/** The scale at which so many pages side by side hold all columns: whole percents, as programs have them. */
function scaleFor(
  pages: number,
  widths: readonly number[],
  repeated: number,
  room: number,
): number {
  let percent = 100;
  while (percent > 1 && countAt(widths, repeated, (room * 100) / percent) > pages) percent -= 1;
  return percent / 100;
}

/** Counts the pages side by side, each of which has the repeated columns. */
function countAt(widths: readonly number[], repeated: number, room: number): number {
  const left = sumOf(widths.slice(0, repeated));
  let [pages, used] = [1, 0];
  for (const width of widths) {
    if (used > 0 && used + width > room) {
      pages += 1;
      used = left;
    }
    used += width;
  }
  // a column that is wider than a page by itself is no gain on any number of them
  return Math.max(...widths) + left > room && pages > 1 ? Number.POSITIVE_INFINITY : pages;
}

/** Gives the rows after which pages end; where nothing could be torn apart, that is left to who prints. */
function breaksOf(printed: Printed, scale: number): number[] {
  const { heights, header, first, starts, until, isUpright } = printed;
  const groups = groupsOf(printed);
  if (groups.length === 0 && starts.length === 0) return [];
  const room = ((isUpright ? UPRIGHT : LYING).height * SAFE) / scale;
  const repeated = header > 0 ? heights[header - 1]! : 0;
  const needs = needsOf(groups, heights, room - repeated);
  const breaks: number[] = [];
  let [used, begun] = [0, first];
  heights.slice(0, until?.[0]).forEach((height, index) => {
    const row = index + 1;
    const isFull = used + (needs.get(row) ?? height) > room;
    if (row > begun && (starts.includes(row) || isFull)) {
      breaks.push(index);
      [used, begun] = [repeated, row];
    }
    used += height;
  });
  return breaks;
}

/**
 * Says how much room a row asks for on its page, with all that belongs to it: as much as fits a page of its own. A group
 * that fits none begins one, and is torn apart where it must be.
 */
function needsOf(
  groups: readonly Together[],
  heights: readonly number[],
  most: number,
): ReadonlyMap<number, number> {
  const heightOf = (from: number, to: number) => sumOf(heights.slice(from - 1, to));
  const needs = new Map<number, number>();
  for (const [from, to] of groups) {
    let last = to;
    for (const [start, end] of groups) {
      const isChained = start > from && start <= last && end > last;
      if (isChained && heightOf(from, end) <= most) last = end;
    }
    const need = heightOf(from, last);
    const asked = need <= most ? need : Number.POSITIVE_INFINITY;
    needs.set(from, Math.max(needs.get(from) ?? 0, asked));
  }
  return needs;
}

function groupsOf({ rows, together }: Printed): Together[] {
  return [...together, ...headingsOf(rows)].sort(([a, b], [c, d]) => a - c || b - d);
}

function headingsOf(rows: readonly (readonly Cell[])[]): Together[] {
  return rows.flatMap(([first], index): Together[] => {
    if (first === undefined || !isHeading(first)) return [];
    return [[index + 1, Math.min(index + 1 + ROWS_BELOW, rows.length)]];
  });
}
