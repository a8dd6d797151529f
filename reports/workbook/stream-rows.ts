import { strFromU8 } from 'fflate';
import { printFormula, tabPrefix } from '../formula.ts';
import { type Cell, cellName, columnName, type Sheet } from '../sheet.ts';
import { checkNumber } from './check-sheets.ts';
import { safeText } from './safe-text.ts';
import { escapeXml, KEPT_VALUE } from './xml.ts';

/** Excel takes 65,530 links on a sheet; the rest stay texts. */
const MOST_LINKS = 65_000;

/** A sheet's XML without the row that shows the looks of the stream, and what those looks are called there. */
interface Frame {
  readonly head: string;
  readonly tail: string;
  readonly styleOf: (cell: Cell) => string;
}

/**
 * Writes a sheet with its stream: what exceljs made of the rows above, then row after row as they are made.
 * The last row that exceljs wrote holds one cell for each look of the stream and goes. `onRow` is called after each.
 */
export function* streamedPart(
  part: Uint8Array,
  sheet: Sheet,
  tabs: ReadonlyMap<string, string>,
  onRow: () => void,
): Generator<string> {
  const { head, tail, styleOf } = frameOf(strFromU8(part), sheet);
  yield head;
  const writer = new RowWriter(sheet, tabs, styleOf);
  for (const cells of sheet.stream!.cells()) {
    yield writer.row(cells);
    onRow();
  }
  writer.finish();
  yield tail.replace('</hyperlinks>', () => `${writer.links.join('')}</hyperlinks>`);
}

function frameOf(xml: string, { stream }: Sheet): Frame {
  const from = xml.lastIndexOf('<row ');
  const to = xml.indexOf('</sheetData>', from);
  const ids = [...xml.slice(from, to).matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map(([, id]) => id!);
  // two steps, since joining style and format to a key for every cell takes longer than all the rest
  const byStyle = new Map<string, Map<string, string>>();
  for (const [at, { style, format }] of stream!.looks.entries()) {
    const formats = byStyle.get(style) ?? new Map([['', ids[at]!]]);
    byStyle.set(style, formats.set(format, ids[at]!));
  }
  const styleOf = (cell: Cell) => {
    const id = byStyle.get(cell.style)?.get('format' in cell ? cell.format : '');
    if (id === undefined) throw new RangeError(`The stream names no look for ${cell.style}`);
    return id;
  };
  return { head: xml.slice(0, from), tail: xml.slice(to), styleOf };
}

/** Writes the rows of a stream. */
class RowWriter {
  readonly #sheet: Sheet;
  readonly #tabs: ReadonlyMap<string, string>;
  readonly #styleOf: (cell: Cell) => string;
  readonly #letters: readonly string[];
  /** The links of the cells so far; every sheet with a stream has one above it. */
  readonly links: string[] = [];
  #row: number;
  #shared = 0;

  constructor(sheet: Sheet, tabs: ReadonlyMap<string, string>, styleOf: (cell: Cell) => string) {
    this.#sheet = sheet;
    this.#tabs = tabs;
    this.#styleOf = styleOf;
    this.#letters = Array.from({ length: sheet.stream!.columns }, (_, at) => columnName(at + 1));
    this.#row = sheet.rows.length;
  }

  /** Checks that there were as many rows as were said: tables and names rest on it. */
  finish(): void {
    const { name, rows, stream } = this.#sheet;
    const written = this.#row - rows.length;
    if (written !== stream!.rows) {
      throw new RangeError(`The stream of ${name} has ${written} rows, not ${stream!.rows}`);
    }
  }

  row(cells: readonly Cell[]): string {
    if (cells.length > this.#letters.length) {
      throw new RangeError(`The stream of ${this.#sheet.name} has a row too wide`);
    }
    this.#row += 1;
    let written = `<row r="${this.#row}">`;
    for (let column = 0; column < cells.length; column++) written += this.#cell(cells, column);
    return `${written}</row>`;
  }

  #cell(cells: readonly Cell[], column: number): string {
    const cell = cells[column]!;
    if (cell.kind === 'blank' && cell.style === 'plain') return '';
    const opening = `<c r="${this.#letters[column]}${this.#row}" s="${this.#styleOf(cell)}"`;
    if (cell.kind === 'number' || cell.kind === 'percent') {
      checkNumber(cell.value);
      return `${opening}><v>${cell.value}</v></c>`;
    }
    if (cell.kind === 'blank') return `${opening}/>`;
    if (cell.kind === 'text' || cell.kind === 'link') {
      if (cell.kind === 'link') this.#link(cell, column);
      const text = escapeXml(safeText(cell.text));
      return `${opening} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    }
    if (cell.kind !== 'formula' && cell.kind !== 'fill') {
      throw new RangeError(`A stream cannot hold a cell of the kind ${cell.kind}`);
    }
    checkNumber(cell.value);
    const type =
      typeof cell.value === 'number' ? '' : typeof cell.value === 'string' ? ' t="str"' : ' t="b"';
    return `${opening}${type}>${this.#formula(cells, column)}${valueXml(cell.value)}</c>`;
  }

  #link({ to }: Extract<Cell, { kind: 'link' }>, column: number): void {
    if (this.links.length === MOST_LINKS) return;
    const own = `${this.#letters[column]}${this.#row}`;
    const location = `${tabPrefix(to.sheet, this.#tabs)}${cellName(to.row, to.column)}`;
    this.links.push(`<hyperlink ref="${own}" location="${escapeXml(location)}"/>`);
  }

  /** A run of fills after a formula shares its text. */
  #formula(cells: readonly Cell[], column: number): string {
    const cell = cells[column]!;
    if (cell.kind !== 'formula') return `<f t="shared" si="${this.#shared}"/>`;
    const text = escapeXml(printFormula(cell.formula, this.#tabs, this.#sheet.name));
    const own = `${this.#letters[column]}${this.#row}`;
    if (cell.isArray) return `<f t="array" ref="${own}">${text}</f>`;
    let last = column;
    while (cells[last + 1]?.kind === 'fill') last += 1;
    if (last === column) return `<f>${text}</f>`;
    this.#shared += 1;
    return `<f t="shared" ref="${own}:${this.#letters[last]}${this.#row}" si="${this.#shared}">${text}</f>`;
  }
}

function valueXml(value: number | string | boolean): string {
  if (typeof value === 'boolean') return `<v>${value ? 1 : 0}</v>`;
  if (typeof value === 'number') return `<v>${value}</v>`;
  const open = /^\s|\s$/.test(value) ? KEPT_VALUE : '<v>';
  return `${open}${escapeXml(safeText(value))}</v>`;
}
