import ExcelJS from 'exceljs';
import { displayed } from './format.ts';
import { repack } from './repack.ts';
import { safeAddress, safeFooter, safeSheetNames, safeText } from './safe-text.ts';
import { type Cell, cellName, type Place, type Sheet, type TableRegion } from './sheet.ts';
import { excelFormat, lookOf, PAGE, type Style } from './style.ts';

const MAXIMUM_ROWS = 1_048_576;
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

type TabNames = ReadonlyMap<string, string>;

/** Writes sheets as an Excel workbook; equal sheets give equal bytes, at any time and in any place. */
export async function writeWorkbook(sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Parley';
  workbook.lastModifiedBy = 'Parley';
  workbook.title = safeFooter(title).replaceAll('&&', '&');
  workbook.created = NO_TIME;
  workbook.modified = NO_TIME;
  const names = safeSheetNames(sheets.map((sheet) => sheet.name));
  const tabs = new Map(sheets.map((sheet, index) => [sheet.name, names[index]!]));
  sheets.forEach((sheet, index) => {
    addSheet(workbook, sheet, names[index]!, { tabs, title });
  });
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addSheet(
  workbook: ExcelJS.Workbook,
  sheet: Sheet,
  name: string,
  context: { readonly tabs: TabNames; readonly title: string },
): void {
  if (sheet.rows.length > MAXIMUM_ROWS) throw new RangeError(`Too many rows for the sheet ${name}`);
  const worksheet = workbook.addWorksheet(name, {
    views: [viewOf(sheet)],
    headerFooter: {
      oddFooter: `&L&8${safeFooter(context.title)}&C&8${safeFooter(name)}&R&8Page &P of &N`,
    },
  });
  worksheet.pageSetup = pageSetUpOf(sheet);
  worksheet.columns = sheet.widths.map((width) => ({ width }));
  for (const table of sheet.tables) addTable(worksheet, sheet, table);
  sheet.rows.forEach((cells, index) => {
    const row = worksheet.getRow(index + 1);
    row.height = sheet.heights[index]!;
    cells.forEach((cell, column) => {
      fill(row.getCell(column + 1), cell, context.tabs);
    });
  });
  for (const row of sheet.print.breaks) worksheet.getRow(row).addPageBreak();
}

function viewOf({ frozen }: Sheet): Partial<ExcelJS.WorksheetView> {
  const common = { showGridLines: false, zoomScale: 90 };
  if (frozen.rows === 0 && frozen.columns === 0) return { state: 'normal', ...common };
  const topLeftCell = cellName(frozen.rows + 1, frozen.columns + 1);
  const split = { xSplit: frozen.columns, ySplit: frozen.rows, topLeftCell };
  return { state: 'frozen', ...split, activeCell: 'A1', ...common };
}

function pageSetUpOf({ print }: Sheet): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: PAGE.paperSize as ExcelJS.PaperSize,
    orientation: 'landscape',
    margins: { ...PAGE.margins },
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(print.repeat === null ? {} : { printTitlesRow: print.repeat.join(':') }),
  };
}

/** Adds the table before the cells are filled: exceljs writes its rows, which the cells then replace. */
function addTable(worksheet: ExcelJS.Worksheet, sheet: Sheet, table: TableRegion): void {
  const header = sheet.rows[table.top - 1]!.slice(table.left - 1, table.left - 1 + table.columns);
  worksheet.addTable({
    name: `${table.name}_table`,
    ref: cellName(table.top, table.left),
    headerRow: true,
    columns: header.map((cell) => ({ name: displayed(cell), filterButton: false })),
    rows: Array.from({ length: table.rows - 1 }, () => header.map(() => null)),
  });
}

/** The one place where text meets a cell: always as a string, never as a formula. */
function fill(target: ExcelJS.Cell, cell: Cell, tabs: TabNames): void {
  target.style = styleOf(cell);
  if (cell.kind === 'number' || cell.kind === 'percent') target.value = cell.value;
  if (cell.kind === 'text') target.value = safeText(cell.text);
  if (cell.kind === 'link') {
    target.value = { text: safeText(cell.text), hyperlink: locationOf(cell.to, tabs) };
  }
  if (cell.kind === 'address') {
    const hyperlink = safeAddress(cell.address);
    const text = safeText(cell.text);
    target.value = hyperlink === null ? text : { text, hyperlink };
  }
}

function locationOf({ sheet, row, column }: Place, tabs: TabNames): string {
  const tab = tabs.get(sheet);
  if (tab === undefined) throw new RangeError(`A link leads to a missing sheet: ${sheet}`);
  return `'${tab.replaceAll("'", "''")}'!${cellName(row, column)}`;
}

const styles = new Map<string, Partial<ExcelJS.Style>>();

function styleOf(cell: Cell): Partial<ExcelJS.Style> {
  const format = 'format' in cell ? excelFormat(cell.format) : '';
  const key = `${cell.style} ${format}`;
  const style = styles.get(key) ?? makeStyle(cell.style, format);
  styles.set(key, style);
  return style;
}

function makeStyle(name: Style, format: string): Partial<ExcelJS.Style> {
  const { fill: ground, line, ...look } = lookOf(name);
  const colour = (argb: string) => ({ argb: `FF${argb}` });
  return {
    font: {
      name: look.font,
      size: look.size,
      bold: look.bold,
      italic: look.italic,
      underline: look.underline,
      color: colour(look.colour),
    },
    alignment: {
      horizontal: look.align,
      vertical: look.vertical,
      wrapText: look.wrap,
      indent: look.indent,
    },
    ...(format === '' ? {} : { numFmt: format }),
    ...(line === '' ? {} : { border: { bottom: { style: 'thin', color: colour(line) } } }),
    ...(ground === ''
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: colour(ground) } }),
  };
}
