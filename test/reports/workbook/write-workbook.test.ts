import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sheetsOf } from '../../../reports/index.ts';
import { speak } from '../../../reports/language/say.ts';
import { layOut } from '../../../reports/lay-out.ts';
import { type Cell, cellName, link, number, type Sheet, text } from '../../../reports/sheet.ts';
import { excelFormat } from '../../../reports/style.ts';
import { someResults } from '../../support/results.ts';
import { reportBytes, workbookBytes } from '../../support/workbook.ts';

const results = someResults();
const bytes = await reportBytes(results);
const parts = unzipSync(bytes);

describe('a workbook read back', () => {
  test('holds the cells and formats of its sheets', async () => {
    const workbook = await reopen(bytes);
    const sheets = sheetsOf(results);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(
      sheets.map((sheet) => sheet.name),
    );
    for (const sheet of sheets) {
      const read = workbook.getWorksheet(sheet.name)!;
      for (const [row, cells] of sheet.rows.entries()) {
        for (const [column, cell] of cells.entries()) {
          expectSame(read.getCell(row + 1, column + 1), cell);
        }
      }
    }
  });

  test('has no merged cell, no hidden row or sheet, no link to the outside but web addresses', () => {
    for (const [name, part] of Object.entries(parts)) {
      const xml = strFromU8(part);
      if (name.startsWith('xl/worksheets/sheet')) {
        expect(xml).not.toMatch(/mergeCell|hidden="1"|<v>NaN|Infinity/);
      }
      for (const [, target] of xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)) {
        expect(target).toMatch(/^https?:/);
      }
    }
  });

  test('reaches every inner link by a location', () => {
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const locations = [...xml.matchAll(/<hyperlink ref="[A-Z]+\d+" location="([^"]*)"\/>/g)];
    expect(locations.map((match) => match[1])).toEqual(
      sheetsOf(results)
        .slice(1)
        .map((sheet) => `&apos;${sheet.name}&apos;!A1`),
    );
  });

  test('prints on A4, as many pages wide as are readable, with its header on each page', async () => {
    const workbook = await reopen(bytes);
    const sheets = sheetsOf(results);
    for (const [at, sheet] of workbook.worksheets.entries()) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: sheets[at]!.print.isUpright ? 'portrait' : 'landscape',
        fitToPage: true,
        fitToWidth: sheets[at]!.print.across,
        fitToHeight: sheets[at]!.print.isOnePage ? 1 : 0,
      });
    }
    const definedNames = strFromU8(parts['xl/workbook.xml']!);
    const repeating = sheets.filter(({ print }) => print.repeat !== null);
    expect(repeating.length).toBeGreaterThan(10);
    expect(definedNames.match(/_xlnm\.Print_Titles/g)).toHaveLength(repeating.length);
  });

  test('filters the tables that are too long to look through, and no others', () => {
    const tables = Object.entries(parts).filter(([name]) => name.startsWith('xl/tables/'));
    expect(tables.length).toBeGreaterThan(5);
    const filtered = tables
      .map(([, part]) => strFromU8(part))
      .filter((xml) => xml.includes('Filter'));
    expect(filtered.map((xml) => / name="(\w+)"/.exec(xml)![1])).toEqual([
      'Comparison_table',
      'Against_baseline_table',
      'Against_reference_table',
    ]);
    for (const xml of filtered) {
      const [, ref] = / ref="([A-Z0-9:]+)"/.exec(xml)!;
      expect(xml).toContain(`<autoFilter ref="${ref}"/>`);
    }
  });
});

describe('equal bytes', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('come from equal results, twice', async () => {
    expect(Buffer.from(await reportBytes(someResults())).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each(['America/New_York', 'Asia/Kolkata', 'Asia/Seoul', 'Pacific/Apia'])(
    'come in the time zone %s',
    async (name) => {
      vi.stubEnv('TZ', name);
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
      expect(Buffer.from(await reportBytes(someResults())).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  test('come in sorted parts of one fixed time', () => {
    expect(Object.keys(parts)).toEqual(Object.keys(parts).sort());
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(10, true)).toBe(0x00210000); // 1 January 1980, 0:00
  });
});

describe('hostile text', () => {
  test.each([
    '=1+1',
    '@SUM(A1)',
    '+cmd|calc!A0',
    '한국어 😀 e\u0301',
    '_x0041_',
    '_x005F_',
    ' leading and trailing ',
    '<b>&amp;</b>',
    'line\nline',
  ])('%j stays what it is', async (said) => {
    const workbook = await reopen(await workbookBytes([sheetOf([text(said)])], said));
    const cell = workbook.worksheets[0]!.getCell('A4');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe(said);
  });

  test('sheets whose names collide stay apart, and links find the first', async () => {
    const first = { ...sheetOf([text('one')]), name: 'Data: a/b' };
    const second = {
      ...sheetOf([link('go', { sheet: 'Data: a/b', row: 1, column: 1 })]),
      name: 'data  a b',
    };
    const workbook = await workbookBytes([first, second], 'x');
    const names = (await reopen(workbook)).worksheets.map((sheet) => sheet.name);
    expect(names).toEqual(['Data a b', 'data a b (2)']);
    const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet2.xml']!);
    expect(xml).toContain('location="&apos;Data a b&apos;!A1"');
  });

  test('a whole report of hostile words can be written', async () => {
    const nasty = '=1+1\u0000\uFFFF\uD800_x0041_ & "한" \'😀'.padEnd(40_000, '=');
    const hostile = JSON.parse(
      JSON.stringify(results.study, (key, value) =>
        ['title', 'about', 'why', 'note', 'publisher', 'address', 'formula'].includes(key)
          ? nasty
          : value,
      ),
    );
    const workbook = await reopen(await reportBytes({ ...results, study: hostile }));
    const cell = workbook.getWorksheet('Contents')!.getCell('A1');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(String(cell.value)).toHaveLength(32_767);
  });

  test('numbers that are none never reach a cell', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => number(value, 'plain-0')).toThrow(RangeError);
    }
    expect(number(-0, 'plain-0')).toMatchObject({ value: 0 });
    expect(Object.is((number(-0, 'plain-0') as { value: number }).value, 0)).toBe(true);
  });

  test('a link to a sheet that is not there is refused', async () => {
    const lost = sheetOf([link('go', { sheet: 'Nowhere', row: 1, column: 1 })]);
    await expect(workbookBytes([lost], 'x')).rejects.toThrow('no sheet Nowhere');
  });
});

function sheetOf(cells: Cell[]): Sheet {
  const plan = { name: 'Contents', title: 'T', about: 'A', columns: [{ from: 10, to: 20 }] };
  return layOut({ ...plan, header: [], rows: [cells] }, speak('en'));
}

async function reopen(workbook: Uint8Array): Promise<ExcelJS.Workbook> {
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(workbook.slice().buffer as never);
  return read;
}

function expectSame(read: ExcelJS.Cell, cell: Cell): void {
  const place = `${read.worksheet.name}!${cellName(Number(read.row), Number(read.col))}`;
  if (cell.kind === 'number' || cell.kind === 'percent') {
    const isDay = cell.format === 'month' || cell.format === 'year';
    const value = isDay ? (read.value as Date).getTime() / 86_400_000 + 25_569 : read.value;
    expect(value, place).toBe(cell.value);
    expect(read.numFmt ?? 'General', place).toBe(excelFormat(cell.format, cell.value));
  } else if (cell.kind === 'blank') {
    expect(read.value, place).toBeNull();
  } else if ('text' in cell) {
    expect(read.text, place).toBe(cell.text);
  }
}

test('a text that no cell can hold says in the language of the workbook that it was cut', async () => {
  const say = speak('ko');
  const sheet = layOut(
    {
      ...{ name: 'Contents', title: 'T', about: 'A', columns: [{ from: 10, to: 20 }], header: [] },
      rows: [[text('가'.repeat(40_000))]],
    },
    say,
  );
  const read = await reopen(await workbookBytes([sheet], 'T', 'ko'));
  const shown = String(read.worksheets[0]!.getCell(sheet.rows.length, 1).value);
  expect(shown).toHaveLength(32_767);
  expect(shown.endsWith(' [셀에 들어갈 길이를 넘어 잘림]')).toBe(true);
});
