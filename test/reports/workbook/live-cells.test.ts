import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { areaOf, cellAt, formula } from '../../../reports/formula.ts';
import { speak } from '../../../reports/language/say.ts';
import { layOut, type SheetPlan } from '../../../reports/lay-out.ts';
import {
  arrayCell,
  type Cell,
  formulaCell,
  link,
  number,
  numberIn,
  type Sheet,
  text,
} from '../../../reports/sheet.ts';
import { workbookBytes } from '../../support/workbook.ts';

const say = speak('en');

function sheetOf(name: string, plan: Partial<SheetPlan>): Sheet {
  const columns = [
    { from: 10, to: 20 },
    { from: 10, to: 20 },
  ];
  const given = { header: [text('One', 'header'), text('Two', 'header')], rows: [], ...plan };
  return layOut({ name, title: 'T', about: 'A', columns, ...given }, say);
}

const looks = [{ style: 'number', format: 'plain-2' }] as const;
const value = (of: number) => number(of, 'plain-2');
const fill: Cell = { kind: 'fill', value: 3, format: 'plain-2', style: 'number' };

function streamOf(rows: readonly (readonly Cell[])[]) {
  return { rows: rows.length, columns: 2, looks, cells: () => rows };
}

async function open(sheets: readonly Sheet[]) {
  const contents = sheetOf('Contents', { rows: [[value(0)]] });
  const bytes = await workbookBytes([...sheets, contents]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as never);
  return { workbook, parts: unzipSync(bytes) };
}

describe('a formula', () => {
  test('names cells of other sheets with their tab, and keeps what was computed', async () => {
    const data = sheetOf("Bob's data", { rows: [[value(1), value(2)]] });
    const cell = formulaCell(
      formula`SUM(${areaOf("Bob's data", [5, 1], [5, 2])})+${cellAt('Live', 5, 2, 'rows')}`,
      7,
      'plain-0',
    );
    const { workbook } = await open([data, sheetOf('Live', { rows: [[cell, value(4)]] })]);
    const read = workbook.getWorksheet('Live')!.getCell('A5');
    expect(read.formula).toBe("SUM('Bob''s data'!$A$5:$B$5)+B$5");
    expect(read.result).toBe(7);
  });

  test('over arrays is marked as one', async () => {
    const cell = arrayCell(formula`SUM(${cellAt('Live', 5, 2)}*2)`, 8, 'plain-0');
    const { parts } = await open([sheetOf('Live', { rows: [[cell, value(4)]] })]);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('t="array" ref="A5"');
  });

  test('that reads a sheet which is not there is refused', async () => {
    const cell = formulaCell(formula`${cellAt('Nowhere', 1, 1)}`, 1, 'plain-0');
    await expect(open([sheetOf('Live', { rows: [[cell]] })])).rejects.toThrow('no sheet Nowhere');
  });
});

describe('a plan that reads its own cells', () => {
  const plan = (about: string) => (firstRow: number) => ({
    ...{ name: 'Live', title: 'T', about, columns: [{ from: 10, to: 20 }], header: [] },
    rows: [[formulaCell(formula`${cellAt('Live', firstRow + 1, 1)}`, 2, 'plain-0')], [value(2)]],
  });

  test.each(['A', 'a long text '.repeat(40)])('is told where its rows begin: %#', (about) => {
    const sheet = layOut(plan(about), say);
    const [cell] = sheet.rows.at(-2)! as [Extract<Cell, { kind: 'formula' }>];
    expect(cell.formula).toEqual([cellAt('Live', sheet.rows.length, 1)]);
  });
});

describe('a stream', () => {
  test('follows the rows above, with their looks, and is part of the table', async () => {
    const rows = [
      [value(1.5), { kind: 'blank', style: 'number' } as Cell],
      [value(2.5), text('<a> & "b"', 'number')],
    ];
    const sheet = sheetOf('Draws', { stream: streamOf(rows), table: 'Draws' });
    const { workbook, parts } = await open([sheet]);
    const read = workbook.getWorksheet('Draws')!;
    expect([5, 6].map((row) => read.getCell(row, 1).value)).toEqual([1.5, 2.5]);
    expect(read.getCell('A6').numFmt).toBe('[>=0]#,##0.00_);[<=-0.005]-#,##0.00_);0.00_)');
    expect(read.getCell('B5').value).toBeNull();
    expect(read.getCell('B6').text).toBe('<a> & "b"');
    expect(read.rowCount).toBe(6);
    expect(strFromU8(parts['xl/tables/table1.xml']!)).toContain('ref="A4:B6"');
  });

  test('shares a formula along a row', async () => {
    const first = formulaCell(formula`${cellAt('Live', 1, 1, 'none')}+1`, 3, 'plain-2');
    const sheet = sheetOf('Live', { stream: streamOf([[first, fill], [first]]) });
    const { parts } = await open([sheet]);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain('<f t="shared" ref="A5:B5" si="1">A1+1</f><v>3</v>');
    expect(xml).toContain('<f t="shared" si="1"/><v>3</v>');
    expect(xml).toContain('<f>A1+1</f>');
  });

  test('leads to other cells, and writes nothing for a plain gap', async () => {
    const to = { sheet: "Bob's data", row: 3, column: 2 };
    const rows = [
      [link('<Bob>', to, 'number'), value(1)],
      [{ kind: 'blank', style: 'plain' } as Cell, value(2)],
    ];
    const data = sheetOf("Bob's data", { rows: [[value(1)]] });
    const { parts } = await open([sheetOf('Live', { stream: streamOf(rows) }), data]);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain(`<hyperlink ref="A5" location="'Bob''s data'!B3"/></hyperlinks>`);
    expect(xml).toMatch(/<c r="A5" s="\d+" t="inlineStr"><is><t xml:space="preserve">&lt;Bob&gt;/);
    expect(xml).toMatch(/<row r="6"><c r="B6"/);
  });

  test('keeps the spaces around a text that a formula comes to', async () => {
    const cell = formulaCell(formula`" x "`, ' x ', 'plain-2');
    const sheet = sheetOf('Live', { rows: [[cell]], stream: streamOf([[cell]]) });
    const { parts } = await open([sheet]);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(xml.match(/<v xml:space="preserve"> x <\/v>/g)).toHaveLength(2);
  });

  test('of cells whose look was not named is refused', async () => {
    const sheet = sheetOf('Draws', { stream: streamOf([[number(1, 'plain-0')]]) });
    await expect(open([sheet])).rejects.toThrow('names no look');
  });

  test('beyond the last row of a sheet is refused', async () => {
    const stream = { ...streamOf([]), rows: 1_048_576 };
    await expect(open([sheetOf('Draws', { stream })])).rejects.toThrow('Too many rows');
  });
});

describe('names, drop-downs and looks that follow values', () => {
  const area = areaOf('Live', [5, 1], [6, 1]);

  test('reach the workbook', async () => {
    const sheet = sheetOf('Live', {
      rows: [[value(1)], [value(2)]],
      names: [{ name: 'draws_all', area }],
      choices: [{ row: 5, column: 2, list: area }],
      entries: [area],
      leftColumn: 2,
      highlights: [
        {
          area,
          formula: formula`${cellAt('Live', 5, 1, 'none')}>1`,
          style: 'numberQuiet',
          holds: ([cell]) => numberIn(cell)! > 1,
        },
      ],
    });
    const { workbook, parts } = await open([sheet]);
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain(
      `<definedName name="draws_all">'Live'!$A$5:$A$6</definedName>`,
    );
    const read = workbook.getWorksheet('Live')!;
    expect(read.getCell('B5').dataValidation.formulae).toEqual(["'Live'!$A$5:$A$6"]);
    expect(read.getCell('A6').dataValidation).toMatchObject({ type: 'decimal', allowBlank: true });
    expect(read.views[0]).toMatchObject({ topLeftCell: 'B5' });
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('<formula>A5&gt;1</formula>');
  });

  test.each(['A1', 'R1C1', 'with space', 'draws'])('the name %s is refused', async (name) => {
    await expect(open([sheetOf('Live', { names: [{ name, area }] })])).rejects.toThrow('good name');
  });
});
