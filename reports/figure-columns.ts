import { isToldApart, PROBABILITIES, type Summary } from '../engine/index.ts';
import { columnArea } from './checks.ts';
import { meanOf, quantileOf } from './draw-formulas.ts';
import { type Area, areaOf, cellAt, type Formula, formula } from './formula.ts';
import type { Say } from './language/say.ts';
import type { Figures } from './live-cell.ts';
import { blank, type Cell, type Highlight, number, numberIn, percent, text } from './sheet.ts';
import type { Format } from './style.ts';
import { numbers, type TableColumn } from './table.ts';

/** The quantiles that tables of draws show. */
export const QUANTILES = (['p5', 'p25', 'median', 'p75', 'p95'] as const).map((name, at) => ({
  name,
  level: PROBABILITIES[at]!,
}));

/** The figures of a table in their order; the mean has no level. */
const POINTS = [{ name: 'mean', level: null }, ...QUANTILES] as const;

/** A row of such a table. */
export interface FigureItem {
  /** The row of the sheet. */
  readonly row: number;
  /** Null where there is nothing to show. */
  readonly summary: Summary | null;
  readonly format: Format;
  readonly errorFormat: Format;
  /** The numbers that the figures are of. */
  readonly values: Formula;
}

/** Where the figures of a table stand: its sheet, their first column and the row that holds the quantiles' levels. */
export interface FigurePlace {
  readonly sheet: string;
  readonly column: number;
  readonly levelRow: number;
}

/** How many columns the figures take: each has its error beside it. */
export const FIGURE_COLUMNS = 2 * POINTS.length;

/** Describes the columns of the figures, each followed by its Monte Carlo error; `head` heads the column of a figure. */
export function figureColumns<Item extends FigureItem>(
  { sheet, column, levelRow }: FigurePlace,
  figure: Figures['cell'],
  say: Say,
  head: (figure: string) => string = (name) => name,
): TableColumn<Item>[] {
  return POINTS.flatMap((point, at) => {
    const name = point.level === null ? say('Mean') : quantileName(point, say);
    const header = head(name);
    const level = cellAt(sheet, levelRow, column + 2 * at, 'rows');
    const formulaOf = ({ values }: Item) =>
      point.level === null ? meanOf(values) : quantileOf(values, level);
    const isMain = point.name === 'mean' || point.name === 'median';
    return [
      narrow(
        numbers<Item>(header, (item) => {
          const value = item.summary?.[point.name].value ?? null;
          return figure(formulaOf(item), value, item.format, isMain ? 'numberStrong' : 'number');
        }),
      ),
      errorColumn<Item>(
        say('{figure} ±', { figure: name }),
        ({ summary }) => summary?.[point.name].error ?? null,
      ),
    ];
  });
}

function errorColumn<Item extends FigureItem>(
  header: string,
  pick: (item: Item) => number | null,
): TableColumn<Item> {
  const cell = (item: Item) => number(pick(item), item.errorFormat, 'numberQuiet');
  return narrow(numbers<Item>(header, cell));
}

/** Lets a column be as narrow as its numbers: tables of many figures have to fit a page. */
export function narrow<Item>(column: TableColumn<Item>): TableColumn<Item> {
  return { ...column, from: 6.5 };
}

/** Names a quantile. */
export function quantileName({ name, level }: (typeof QUANTILES)[number], say: Say): string {
  return name === 'median' ? say('Median') : `${level * 100}%`;
}

/**
 * Makes the row above the header: the levels of the quantiles, and in tables of differences how many standard errors
 * make a difference clear.
 */
export function levelCells({ column }: FigurePlace, say: Say, clear: number | null = null): Cell[] {
  const levels = QUANTILES.flatMap(({ level }) => [
    percent(level, 0, 'numberQuiet'),
    blank('cell'),
  ]);
  const isClear = clear === null ? blank('cell') : text(say('Clear beyond, ±'), 'cellQuiet');
  const first = [text(say('Level'), 'cellQuiet'), isClear, number(clear, 'plain-0', 'numberQuiet')];
  return [...Array.from({ length: column - 2 }, () => blank()), ...first, ...levels];
}

/**
 * Greys the figures that lie within some standard errors of zero; how many stands in the cell above the first
 * figure's error.
 */
export function unclearHighlights(place: FigurePlace, rows: number): Highlight[] {
  const { sheet, column, levelRow } = place;
  const firstRow = levelRow + 2;
  const errors = cellAt(sheet, levelRow, column + 1);
  return POINTS.map((_, at) => {
    const figure = cellAt(sheet, firstRow, column + 2 * at, 'none');
    const error = cellAt(sheet, firstRow, column + 2 * at + 1, 'none');
    return {
      area: areaOf(sheet, [firstRow, figure.left], [firstRow + rows - 1, figure.left]),
      formula: formula`AND(ISNUMBER(${figure}),ISNUMBER(${error}),ABS(${figure})<=${errors}*${error})`,
      style: 'numberUnclear' as const,
      holds: (row: readonly Cell[], column: number) =>
        isUnclear(numberIn(row[column - 1]), numberIn(row[column])),
    };
  });
}

/** Names the columns of the figures, the mean first, without their errors. */
export function figureAreas({ sheet, column, levelRow }: FigurePlace, rows: number): Area[] {
  return POINTS.map((_, at) => columnArea(sheet, levelRow + 2, rows, column + 2 * at));
}

/** Tells whether a difference is not to be told from zero at this number of draws. */
export function isUnclear(difference: number | null, error: number | null): boolean {
  return difference !== null && error !== null && !isToldApart({ value: difference, error });
}
