import { allSeries, type Chart, type Numbers } from '../charts/chart.ts';
import { displayed } from '../format.ts';
import { type Cell, cellName, type Sheet, type TableRegion } from '../sheet.ts';

const MAXIMUM_ROWS = 1_048_576;
const MAXIMUM_COLUMNS = 16_384;
const MAXIMUM_WIDTH = 255;
const MAXIMUM_HEIGHT = 409.5;
const MAXIMUM_LINKS = 65_530;
const MAXIMUM_HEADER = 255;

/** A name that no program takes for the address of a cell, once `_table` stands behind it. */
const TABLE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,40}$/;

/**
 * Refuses sheets that a spreadsheet program would not open, or would mend in its own way.
 *
 * Errors: throws a RangeError that names the sheet, and the cell where it is one.
 */
export function checkSheets(sheets: readonly Sheet[]): void {
  if (sheets.length === 0) throw new RangeError('A workbook has at least one sheet');
  const tables = sheets.flatMap((sheet) => sheet.tables.map((table) => table.name));
  refuseTwins(
    sheets.map(({ name }) => name),
    'sheets of the name',
  );
  refuseTwins(
    tables.map((name) => name.toLowerCase()),
    'tables of the name',
  );
  for (const sheet of sheets) {
    checkSize(sheet);
    checkCells(sheet);
    for (const table of sheet.tables) checkTable(sheet, table);
    checkCharts(sheet);
    for (const { row, column, list } of sheet.choices) {
      const isLine = list.top === list.bottom || list.left === list.right;
      if (!isLine) refuse(sheet, row, column, 'offers a list of several rows and columns');
    }
  }
}

/** Refuses a number that no cell can hold. Errors: throws on NaN and infinities. */
export function checkNumber(value: number | string | boolean): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`A cell cannot hold ${value}`);
  }
}

function refuseTwins(names: readonly string[], what: string): void {
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new RangeError(`There are two ${what} ${twin}`);
}

function checkSize({ name, rows, stream, widths, heights }: Sheet): void {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), stream?.columns ?? 0);
  if (rows.length + (stream?.rows ?? 0) > MAXIMUM_ROWS) {
    throw new RangeError(`Too many rows for the sheet ${name}`);
  }
  if (Math.max(columns, widths.length) > MAXIMUM_COLUMNS) {
    throw new RangeError(`Too many columns for the sheet ${name}`);
  }
  const isGood = (most: number) => (size: number) => size > 0 && size <= most;
  if (!widths.every(isGood(MAXIMUM_WIDTH)) || !heights.every(isGood(MAXIMUM_HEIGHT))) {
    throw new RangeError(`The sheet ${name} has a column or row of a size that cannot be`);
  }
}

function checkCells(sheet: Sheet): void {
  let links = 0;
  sheet.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if ('value' in cell) checkNumber(cell.value);
      if (cell.kind === 'fill') {
        refuse(sheet, row + 1, column + 1, 'fills along, which only a stream can');
      }
      if (cell.kind === 'link' || cell.kind === 'address') links += 1;
    });
  });
  if (links > MAXIMUM_LINKS) throw new RangeError(`Too many links on the sheet ${sheet.name}`);
}

/** Charts keep copies of what their cells hold. */
function checkCharts({ charts }: Sheet): void {
  const numbers = charts.flatMap(({ chart }) => numbersOf(chart));
  for (const value of numbers.flatMap(({ values }) => values)) checkNumber(value ?? 0);
}

function numbersOf(chart: Chart): Numbers[] {
  const measured = allSeries(chart).flatMap(({ values, interval }) =>
    interval === null ? [values] : [values, interval.minus, interval.plus],
  );
  if (chart.form === 'points') return [...measured, ...chart.series.map(({ across }) => across)];
  return 'format' in chart.categories ? [...measured, chart.categories] : measured;
}

/** A table's headers stand in its part once more, as plain text: both must be the same, and each a name of its own. */
function checkTable(sheet: Sheet, { name, top, left, columns, rows }: TableRegion): void {
  if (!TABLE_NAME.test(name)) throw new RangeError(`Not a good name for a table: ${name}`);
  if (rows < 2) throw new RangeError(`The table ${name} has no row`);
  const header = sheet.rows[top - 1]?.slice(left - 1, left - 1 + columns) ?? [];
  if (header.length !== columns) throw new RangeError(`The table ${name} is wider than its header`);
  header.forEach((cell, index) => {
    if (!isHeader(cell)) {
      refuse(sheet, top, left + index, 'is no header: it is not a line of text, or too long');
    }
  });
  refuseTwins(
    header.map((cell) => displayed(cell).toLowerCase()),
    `columns of the table ${name} with the header`,
  );
}

function isHeader(cell: Cell): boolean {
  if (cell.kind !== 'text') return false;
  return /^[^\p{C}\n]+$/u.test(cell.text) && cell.text.length <= MAXIMUM_HEADER;
}

function refuse(sheet: Sheet, row: number, column: number, why: string): never {
  throw new RangeError(`${sheet.name}!${cellName(row, column)} ${why}`);
}
