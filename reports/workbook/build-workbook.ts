import ExcelJS from 'exceljs';
import { displayed } from '../format.ts';
import { printArea, printFormula, tabPrefix } from '../formula.ts';
import type { Say } from '../language/say.ts';
import {
  type Cell,
  cellName,
  columnName,
  numberIn,
  type Place,
  type Sheet,
  type TableRegion,
} from '../sheet.ts';
import { excelFormat, lookOf, PAGE, type Style } from '../style.ts';
import { safeAddress, safeFooter, safeText } from './safe-text.ts';
import { validationsOf } from './validations.ts';

const NO_TIME = new Date(Date.UTC(1980, 0, 1));

type TabNames = ReadonlyMap<string, string>;

/** What a workbook is called, and how it says things. */
interface Heading {
  readonly title: string;
  readonly say: Say;
}

/**
 * Lets exceljs write the workbook of some sheets, without charts and names and with one row in the place of each stream.
 * `tabs` names the tab of every sheet.
 */
export async function buildParts(
  sheets: readonly Sheet[],
  tabs: TabNames,
  { title, say }: Heading,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Parley';
  workbook.lastModifiedBy = 'Parley';
  workbook.title = safeFooter(title).replaceAll('&&', '&');
  workbook.created = NO_TIME;
  workbook.modified = NO_TIME;
  for (const sheet of sheets) addSheet(workbook, sheet, { tabs, title, say });
  // packed again in the end, so that pressing it here would be for nothing
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
}

function addSheet(
  workbook: ExcelJS.Workbook,
  sheet: Sheet,
  context: Heading & { readonly tabs: TabNames },
): void {
  const name = context.tabs.get(sheet.name)!;
  const pages = context.say('Page {page} of {pages}', { page: '&P', pages: '&N' });
  const worksheet = workbook.addWorksheet(name, {
    views: [viewOf(sheet)],
    headerFooter: {
      // the spaces end the sizes, which a text that begins with a digit would go on
      oddFooter: `&L&8 ${safeFooter(context.title)}&C&8 ${safeFooter(name)}&R&8 ${pages}`,
    },
  });
  worksheet.pageSetup = pageSetUpOf(sheet);
  worksheet.columns = sheet.widths.map((width) => ({ width }));
  for (const table of sheet.tables) addTable(worksheet, sheet, table);
  sheet.rows.forEach((cells, index) => {
    const row = worksheet.getRow(index + 1);
    row.height = sheet.heights[index]!;
    cells.forEach((cell, column) => {
      fill(row.getCell(column + 1), cell, { ...context, sheet: sheet.name });
    });
  });
  addLive(worksheet, sheet, context.tabs);
  for (const row of sheet.print.breaks) worksheet.getRow(row).addPageBreak();
}

/** Adds drop-downs, looks that follow values, and the row that shows the looks of a stream. */
function addLive(worksheet: ExcelJS.Worksheet, sheet: Sheet, tabs: TabNames): void {
  for (const { row, column, rule } of validationsOf(sheet, tabs)) {
    worksheet.getCell(row, column).dataValidation = rule;
  }
  for (const { area, formula, style } of sheet.highlights) {
    const condition = printFormula(formula, tabs, sheet.name);
    worksheet.addConditionalFormatting({
      ref: printArea({ ...area, fixed: 'none' }, tabs, sheet.name),
      rules: [{ type: 'expression', priority: 1, formulae: [condition], style: changeOf(style) }],
    });
  }
  const row = worksheet.getRow(sheet.rows.length + 1);
  sheet.stream?.looks.forEach((look, at) => {
    row.getCell(at + 1).style = styleOf({ kind: 'number', value: 0, ...look });
  });
}

/** What a look changes of the one below it: never the font's size, which a condition cannot set. */
function changeOf(style: Style): Partial<ExcelJS.Style> {
  const { font, fill } = makeStyle(style, '');
  const { color, bold = false, italic = false } = font!;
  return {
    font: { color: color!, bold, italic },
    ...(fill === undefined ? {} : { fill: highlightFill(fill) }),
  };
}

/** Conditional formats read the background colour of a solid fill. */
function highlightFill(fill: ExcelJS.Fill): ExcelJS.Fill {
  const { fgColor } = fill as ExcelJS.FillPattern;
  return { type: 'pattern', pattern: 'solid', bgColor: fgColor! };
}

function viewOf({ frozen }: Sheet): Partial<ExcelJS.WorksheetView> {
  const common = { showGridLines: false, zoomScale: 90 };
  if (frozen.rows === 0 && frozen.columns === 0) return { state: 'normal', ...common };
  const topLeftCell = cellName(frozen.rows + 1, frozen.left);
  const split = { xSplit: frozen.columns, ySplit: frozen.rows, topLeftCell };
  return { state: 'frozen', ...split, activeCell: 'A1', ...common };
}

function pageSetUpOf({ print }: Sheet): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: PAGE.paperSize as ExcelJS.PaperSize,
    orientation: print.isUpright ? 'portrait' : 'landscape',
    margins: { ...PAGE.margins },
    fitToPage: true,
    fitToWidth: print.across,
    fitToHeight: print.isOnePage ? 1 : 0,
    // exceljs puts a $ before the letters of the area alone
    ...(print.until === null
      ? {}
      : { printArea: `A$1:${columnName(print.until[1])}$${print.until[0]}` }),
    ...(print.repeat === null ? {} : { printTitlesRow: print.repeat.join(':') }),
    ...(print.across === 1 ? {} : { pageOrder: 'overThenDown' }),
    ...(print.repeatColumns === 0
      ? {}
      : { printTitlesColumn: `A:${columnName(print.repeatColumns)}` }),
  };
}

/** Adds the table before the cells are filled: exceljs writes its rows, which the cells then replace. */
function addTable(worksheet: ExcelJS.Worksheet, sheet: Sheet, table: TableRegion): void {
  const header = sheet.rows[table.top - 1]!.slice(table.left - 1, table.left - 1 + table.columns);
  // rows of a stream are not held; exceljs wants one
  const held = Math.max(1, sheet.rows.length - table.top);
  worksheet.addTable({
    name: `${table.name}_table`,
    ref: cellName(table.top, table.left),
    headerRow: true,
    columns: header.map((cell) => ({ name: safeText(displayed(cell)), filterButton: false })),
    rows: Array.from({ length: Math.min(table.rows - 1, held) }, () => header.map(() => null)),
  });
}

/** Where a cell stands. */
interface Around {
  readonly tabs: TabNames;
  readonly say: Say;
  readonly sheet: string;
}

/** The one place where text meets a cell: always as a string, never as a formula. */
function fill(target: ExcelJS.Cell, cell: Cell, around: Around): void {
  target.style = styleOf(cell);
  const value = excelValueOf(cell, around, target.address);
  if (value !== null) target.value = value;
}

function excelValueOf(
  cell: Cell,
  { tabs, sheet, say }: Around,
  address: string,
): ExcelJS.CellValue {
  const held = (text: string) => safeText(text, ` ${say('[cut: longer than a cell can hold]')}`);
  switch (cell.kind) {
    case 'blank':
      return null;
    case 'number':
    case 'percent':
      return cell.value;
    case 'text':
      return held(cell.text);
    case 'link':
      return { text: held(cell.text), hyperlink: locationOf(cell.to, tabs) };
    case 'address': {
      const hyperlink = safeAddress(cell.address);
      const text = held(cell.text);
      return hyperlink === null ? text : { text, hyperlink };
    }
    case 'formula': {
      const formula = printFormula(cell.formula, tabs, sheet);
      const result = typeof cell.value === 'string' ? held(cell.value) : cell.value;
      if (!cell.isArray) return { formula, result };
      return { formula, result, shareType: 'array', ref: address } as ExcelJS.CellFormulaValue;
    }
    case 'fill':
      throw new RangeError('Only a stream holds cells that fill along');
  }
}

function locationOf({ sheet, row, column }: Place, tabs: TabNames): string {
  return `${tabPrefix(sheet, tabs)}${cellName(row, column)}`;
}

const styles = new Map<string, Partial<ExcelJS.Style>>();

function styleOf(cell: Cell): Partial<ExcelJS.Style> {
  const format = 'format' in cell ? excelFormat(cell.format, numberIn(cell)) : '';
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
