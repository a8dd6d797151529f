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
    };

/** A named rectangle that becomes an Excel table; its first row holds the headers. */
export interface TableRegion {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** How a sheet prints: A4 landscape, one page wide. */
export interface PrintSetUp {
  /** Rows repeated on every page, from and to; null for none. */
  readonly repeat: readonly [number, number] | null;
  /** Rows after which a new page starts. */
  readonly breaks: readonly number[];
}

/** A sheet as plain data. Shape: `rows[0]` is row 1. Units: widths in characters, heights in points. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly print: PrintSetUp;
  readonly tables: readonly TableRegion[];
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
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`A cell cannot hold ${value}`);
  return value === 0 ? 0 : value; // minus zero would print as -0
}
