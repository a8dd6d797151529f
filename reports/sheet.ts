import type { Chart, PlacedChart } from './charts/chart.ts';
import type { Area, Formula } from './formula.ts';
import type { Format, Style } from './style.ts';

/** A place in the workbook; row and column count from 1. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** One cell as plain data. */
export type Cell =
  | { readonly kind: 'blank'; readonly style: Style }
  | { readonly kind: 'text'; readonly text: string; readonly style: Style }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly format: Format;
      readonly style: Style;
    }
  | {
      readonly kind: 'percent';
      readonly value: number;
      readonly format: Format;
      readonly style: Style;
    }
  | { readonly kind: 'link'; readonly text: string; readonly to: Place; readonly style: Style }
  | {
      readonly kind: 'address';
      readonly text: string;
      readonly address: string;
      readonly style: Style;
    }
  | {
      /** Computed by the spreadsheet; `value` is what the engine computed, and what shows until then. */
      readonly kind: 'formula';
      readonly formula: Formula;
      readonly value: number | string | boolean;
      readonly format: Format;
      readonly style: Style;
      /** Whether its operands are taken as whole arrays. */
      readonly isArray: boolean;
    }
  | {
      /** The formula of the cell to its left, moved along; in streams alone. */
      readonly kind: 'fill';
      readonly value: number | string | boolean;
      readonly format: Format;
      readonly style: Style;
    };

/** A named rectangle that becomes an Excel table; its first row holds the headers. */
export interface TableRegion {
  /** Whether its headers have buttons that filter rows. */
  readonly hasFilters: boolean;
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell whose value is chosen from a list of cells. */
export interface Choice {
  readonly row: number;
  readonly column: number;
  readonly list: Area;
}

/** Cells that take a number or stay empty. */
export type Entries = Area;

/** A cell that takes only numbers that are not negative. */
export interface Amount {
  readonly row: number;
  readonly column: number;
}

/** Something that has to hold in the workbook, computed by the spreadsheet; `value` is what it comes to. */
export interface Check {
  readonly label: string;
  readonly formula: Formula;
  readonly value: boolean;
}

/** A name that formulas of the workbook may use for an area. */
export interface DefinedName {
  readonly name: string;
  readonly area: Area;
}

/** A look that cells take on where a formula, written for the first of them, holds. */
export interface Highlight {
  readonly area: Area;
  readonly formula: Formula;
  readonly style: Style;
  /** Tells the same of a cell from the values that its row holds; columns count from 1. */
  readonly holds: (row: readonly Cell[], column: number) => boolean;
}

/**
 * Rows below all others, too many to hold: made one after another while the file is written.
 * Every cell is a number, a formula, a fill or a blank in one of `looks`, a text or a link.
 */
export interface Stream {
  readonly rows: number;
  readonly columns: number;
  readonly looks: readonly { readonly style: Style; readonly format: Format }[];
  readonly cells: () => Iterable<readonly Cell[]>;
}

/** The charts of a sheet as they would be with another choice, for a reader who cannot choose. */
export interface Alternative {
  readonly title: string;
  readonly charts: readonly Chart[];
}

/** How a sheet prints, on A4. */
export interface PrintSetUp {
  /** Rows repeated on every page, from and to; null for none. */
  readonly repeat: readonly [number, number] | null;
  /** How many pages stand side by side, and how many columns on the left each of them repeats. */
  readonly across: number;
  readonly repeatColumns: number;
  /** Rows after which a new page starts. */
  readonly breaks: readonly number[];
  /** The last row and column that print; null for all. */
  readonly until: readonly [row: number, column: number] | null;
  /** Whether all of it goes on one page. */
  readonly isOnePage: boolean;
  /** Whether the page stands upright; else it lies. */
  readonly isUpright: boolean;
}

/** A sheet as plain data. Shape: `rows[0]` is row 1. Units: widths in characters, heights in points. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows stand above the header: the title, what the sheet says, the way back. */
  readonly opening: number;
  /** Rows that go on with the text of the row above, which was too long for one; they count from 1. */
  readonly continued: ReadonlySet<number>;
  /** What stays in sight, and the first column that shows beside it. */
  readonly frozen: { readonly rows: number; readonly columns: number; readonly left: number };
  readonly print: PrintSetUp;
  readonly tables: readonly TableRegion[];
  readonly choices: readonly Choice[];
  readonly entries: readonly Entries[];
  readonly amounts: readonly Amount[];
  readonly checks: readonly Check[];
  readonly names: readonly DefinedName[];
  readonly highlights: readonly Highlight[];
  readonly stream: Stream | null;
  readonly charts: readonly PlacedChart[];
  /** What else may be chosen; made when it is asked for. */
  readonly alternatives: () => Iterable<Alternative>;
}

/** Gives the number that a cell holds; null where it holds none. */
export function numberIn(cell: Cell | undefined): number | null {
  return cell !== undefined && 'value' in cell && typeof cell.value === 'number'
    ? cell.value
    : null;
}

/** Makes an empty cell. */
export function blank(style: Style = 'plain'): Cell {
  return { kind: 'blank', style };
}

/** Makes a cell of text, or an empty one where there is none. */
export function text(value: string, style: Style = 'cell'): Cell {
  return value === '' ? blank(style) : { kind: 'text', text: value, style };
}

/** Makes a cell of a number, or an empty one for null. Errors: throws on NaN and infinities. */
export function number(value: number | null, format: Format, style: Style = 'number'): Cell {
  if (value === null) return blank(style);
  return { kind: 'number', value: finite(value), format, style };
}

/** Makes a cell of a share, shown as a percentage; 1 is 100%. Errors: throws on NaN and infinities. */
export function percent(value: number | null, decimals: number, style: Style = 'number'): Cell {
  if (value === null) return blank(style);
  return { kind: 'percent', value: finite(value), format: `percent-${decimals}`, style };
}

/** Makes a cell of a formula with the value that it will have. Errors: throws on NaN and infinities. */
export function formulaCell(
  formula: Formula,
  value: number | string | boolean,
  format: Format,
  style: Style = 'number',
): Cell {
  const cached = typeof value === 'number' ? finite(value) : value;
  return { kind: 'formula', formula, value: cached, format, style, isArray: false };
}

/** Makes a cell of a formula whose operands are taken as whole arrays. */
export function arrayCell(...parts: Parameters<typeof formulaCell>): Cell {
  return { ...formulaCell(...parts), isArray: true } as Cell;
}

/** Makes a link to a cell of this workbook. */
export function link(value: string, to: Place, style: Style = 'cellLink'): Cell {
  return value === '' ? blank(style) : { kind: 'link', text: value, to, style };
}

/** Makes a link to a web address, or plain text where there is none; the writer links only what is safe. */
export function webLink(value: string, address: string): Cell {
  if (address === '') return text(value, 'cellStrong');
  return { kind: 'address', text: value, address, style: 'cellLink' };
}

/** Spells a place as Excel does, for example "AB12". */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** Spells a column as Excel does, for example "AB" for 28. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`A cell cannot hold ${value}`);
  return value === 0 ? 0 : value; // minus zero would print as -0
}
