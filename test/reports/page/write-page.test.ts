import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../reports/charts/chart.ts';
import { areaOf, cellAt, formula } from '../../../reports/formula.ts';
import { reportOn } from '../../../reports/index.ts';
import { speak } from '../../../reports/language/say.ts';
import { layOut, type SheetPlan } from '../../../reports/lay-out.ts';
import { blocksOf } from '../../../reports/page/blocks.ts';
import { escapeHtml } from '../../../reports/page/html.ts';
import { notesOf } from '../../../reports/page/rows.ts';
import { writePage } from '../../../reports/page/write-page.ts';
import { openReport } from '../../../reports/report.ts';
import {
  blank,
  type Cell,
  formulaCell,
  link,
  number,
  numberIn,
  type Sheet,
  text,
  webLink,
} from '../../../reports/sheet.ts';
import { someResults } from '../../support/results.ts';
import { bytesOf } from '../../support/workbook.ts';

const results = someResults();
const report = openReport(results, 'en');

const PLAN: SheetPlan = {
  name: 'Data',
  title: 'Some data',
  about: 'What they are.',
  columns: [
    { from: 10, to: 20 },
    { from: 10, to: 20 },
  ],
  header: [text('Name', 'header'), text('Value', 'headerNumber')],
  rows: [[text('one'), number(1.5, 'plain-1')]],
};
const sheetOf = (changes: Partial<SheetPlan>): Sheet =>
  layOut({ ...PLAN, ...changes }, speak('en'));
const contents = sheetOf({ name: 'Contents' });
const pageOf = (...sheets: readonly Sheet[]) =>
  Buffer.from(bytesOf(writePage([contents, ...sheets], report))).toString();

describe('a page', () => {
  test('is the same for equal results', () => {
    const again = structuredClone(results);
    expect(Buffer.compare(bytesOf(reportOn(results).page()), bytesOf(reportOn(again).page()))).toBe(
      0,
    );
  });

  test('says which language it is in', () => {
    expect(Buffer.from(bytesOf(reportOn(results, { language: 'ko' }).page())).toString()).toContain(
      '<html lang=ko>',
    );
  });

  test('allows nothing to be loaded or run', () => {
    expect(pageOf()).toContain(`Content-Security-Policy content="default-src 'none';`);
  });

  test('puts numbers on the right as cells show them, and blanks as blanks', () => {
    const page = pageOf(
      sheetOf({
        rows: [
          [text('big'), number(-1234.5, 'plain-1')],
          [text('none'), blank('number')],
        ],
      }),
    );
    expect(page).toContain('<th scope=row>big</th><td class=n>-1,234.5</td>');
    expect(page).toContain('<th scope=row>none</th><td></td>');
    expect(page).toMatch(/\.scroll \.n\{[^}]*text-align:right/);
  });

  test.each([
    ['https://example.org/?a=1&b="', '<a href="https://example.org/?a=1&amp;b=%22" rel="noopener'],
    ['javascript:alert(1)', '<td class=cell-link>go</td>'],
    ['file:///etc/passwd', '<td class=cell-link>go</td>'],
    ['//example.org', '<td class=cell-link>go</td>'],
  ])('links to %s only where it is a web address', (address, written) => {
    expect(pageOf(sheetOf({ rows: [[text('a'), webLink('go', address)]] }))).toContain(written);
  });

  test('leads to rows that it shows, else to their sheet', () => {
    const to = (row: number): Cell => link('go', { sheet: 'Data', row, column: 1 });
    const page = pageOf(
      sheetOf({
        rows: [
          [to(1), to(5)],
          [to(6), to(99)],
        ],
      }),
    );
    expect([...page.matchAll(/<a href="([^"]+)">go/g)].map(([, href]) => href)).toEqual([
      '#data',
      '#data-5',
      '#data-6',
      '#data',
    ]);
    expect(page).toContain('id="data-5"');
  });

  test('refuses a link to a sheet that it does not have', () => {
    const lost = link('go', { sheet: 'Nowhere', row: 1, column: 1 });
    expect(() => pageOf(sheetOf({ rows: [[lost]] }))).toThrow('no sheet Nowhere');
  });

  test('leaves streams to the workbook, and says so', () => {
    const cells = () => [[number(1, 'plain-0')]];
    const look = { style: 'number', format: 'plain-0' } as const;
    const stream = { rows: 12_345, columns: 1, looks: [look], cells };
    const page = pageOf(sheetOf({ rows: [], stream }));
    expect(page).toContain('12,345 rows are too many for a page: they stand on the sheet Data');
  });

  test('leaves a table to the workbook that is too large for a page, and says so', () => {
    const rows = Array.from({ length: 50_001 }, () => [text('a row'), blank('cell')]);
    const page = pageOf(sheetOf({ rows }));
    expect(page).toContain('50,001 rows are too many for a page');
    expect(page).not.toContain('a row');
    expect(page.length).toBeLessThan(20_000);
  });

  test('opens long tables when they are asked for', () => {
    const rows = Array.from({ length: 1_001 }, () => [text('a row'), blank('cell')]);
    const page = pageOf(sheetOf({ rows }));
    expect(page).toContain('<details><summary>Show 1,001 rows</summary>');
    expect(page.split('a row')).toHaveLength(1_002);
  });

  test('shows what formulas come to, and lists the first of each column', () => {
    const sum = (row: number) =>
      formula`SUM(${cellAt('Data', row, 1, 'columns')})<${cellAt('Contents', 1, 1)}`;
    const rows = [5, 6].map((row) => [text('a'), formulaCell(sum(row), row / 2, 'plain-1')]);
    const page = pageOf(sheetOf({ rows }));
    expect(page).toContain('<td class=n>2.5</td>');
    expect(page).toContain('<td class=n>3.0</td>');
    expect(page).toContain(
      '<th scope=row>Value</th><td><code>B5</code></td><td><code>=SUM($A5)&lt;&#39;Contents&#39;!$A$1</code></td>',
    );
    expect(page).not.toContain('B6');
  });

  test('greys what the workbook greys', () => {
    const rows = [1, 2].map((value) => [text('a'), number(value, 'plain-0', 'numberStrong')]);
    const area = areaOf('Data', [5, 2], [6, 2]);
    const holds = (row: readonly Cell[], column: number) => numberIn(row[column - 1])! > 1;
    const highlights = [{ area, formula: ['B5>1'], style: 'numberUnclear', holds } as const];
    const page = pageOf(sheetOf({ rows, highlights }));
    expect(page).toContain('<td class=ns>1</td>');
    expect(page).toContain('<td class=number-unclear>2</td>');
    expect(page).toMatch(/\.number-unclear\{font-style:italic/);
  });

  test('shows what the columns have in common above their heads', () => {
    const page = pageOf(sheetOf({ above: [[text('Level'), number(0.05, 'plain-2')]] }));
    expect(page).toMatch(/<thead><tr><td>Level<\/td><td class=n>0.05<\/td><\/tr><tr><th scope=col/);
  });

  test('shows what prints, not what stands beside it for charts', () => {
    const rows = [
      [text('in'), text('out')],
      [text('below'), blank('cell')],
    ];
    const page = pageOf(sheetOf({ rows, printUntil: [5, 1] }));
    expect(page).toContain('>in<');
    expect(page).not.toMatch(/>out<|>below</);
  });
});

describe('the blocks of a sheet', () => {
  const long = (word: string) => Array.from({ length: 60 }, (_, at) => `${word}${at}`).join(' ');

  test('hold texts whole that the sheet had to break', () => {
    const sheet = sheetOf({
      about: long('about'),
      notes: [long('first'), long('second')],
      rows: [
        [text(long('part'), 'part'), blank('part')],
        [text(long('line'), 'plain')],
        [text(long('section'), 'section'), blank('section')],
        [text('one'), number(1, 'plain-0')],
      ],
    });
    expect(sheet.rows.length).toBeGreaterThan(20);
    expect(notesOf(sheet)).toEqual([long('about'), long('first'), long('second')]);
    const [block, ...others] = blocksOf(sheet);
    expect(others).toEqual([]);
    expect(block).toMatchObject({
      heading: { cells: [{ text: long('part') }, {}] },
      parts: [
        { kind: 'line', row: { cells: [{ text: long('line') }] } },
        { groups: [{ heading: { cells: [{ text: long('section') }, {}] }, rows: [{}] }] },
      ],
    });
  });

  test('hold sentences whole that the sheet broke itself', () => {
    const rows = [
      [text('answer', 'label'), text('It costs', 'answer')],
      [blank('label'), text('a lot.', 'answer')],
      [text('more', 'label'), text('No.', 'answer')],
    ];
    const [block] = blocksOf(sheetOf({ header: [], rows, continued: [1] }));
    expect(block!.parts).toMatchObject([
      { groups: [{ rows: [{ cells: [{}, { text: 'It costs a lot.' }] }, {}] }] },
    ]);
  });

  test('hold tables apart that have heads of their own, or an empty row between', () => {
    const head = [text('Name', 'header'), text('Value', 'headerNumber')];
    const groups = [blank('group'), text('Numbers', 'group')];
    const row = [text('one'), number(1, 'plain-0')];
    const rows = [row, groups, head, row, row, head, row, [blank()], row];
    const [block] = blocksOf(sheetOf({ header: [], rows }));
    const sizes = block!.parts.map((part) =>
      part.kind === 'table' ? [part.head.length, part.groups[0]!.rows.length] : null,
    );
    expect(sizes).toEqual([
      [0, 1],
      [2, 2],
      [1, 1],
      [0, 1],
    ]);
    const page = pageOf(sheetOf({ header: [], rows }));
    expect(page).toContain('<th scope=colgroup colspan=1 class=group>Numbers</th>');
    expect(page).toContain('aria-label="Some data (3)"');
  });

  test('hold charts where they lie between the rows', () => {
    const chart = { name: 'chart', title: { text: 'A chart', cell: null } } as Chart;
    const row = [text('one'), number(1, 'plain-0')];
    const place = { left: 1, right: 2 };
    const charts = [5, 6].map((top) => ({ chart, top, bottom: top, ...place }));
    const rows = [row, [blank()], [blank()], [text('said', 'about')], row];
    const [block] = blocksOf(sheetOf({ header: [], rows, charts }));
    expect(block!.parts.map(({ kind }) => kind)).toEqual(['table', 'charts', 'line', 'table']);
    expect(block!.parts[1]).toEqual({ kind: 'charts', charts: [chart, chart] });
  });

  test('are the parts, or the sections where there are no parts', () => {
    const heading = (word: string, style: 'part' | 'section') => [text(word, style), blank(style)];
    const row = [text('one'), number(1, 'plain-0')];
    const sections = [heading('a', 'section'), row, heading('b', 'section'), row];
    const headings = (rows: readonly (readonly Cell[])[]) =>
      blocksOf(sheetOf({ rows })).map(({ heading: found }) => found?.cells[0] ?? null);
    expect(headings(sections)).toMatchObject([{ text: 'a' }, { text: 'b' }]);
    expect(headings([row, heading('p', 'part'), ...sections])).toMatchObject([null, { text: 'p' }]);
  });
});

test('a text written for a browser is read as the same text', () => {
  const read = (html: string) =>
    html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (said) => {
      const written = escapeHtml(said);
      expect(written).not.toMatch(/[<>"']/);
      expect(read(written)).toBe(
        said.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD'),
      );
    }),
  );
});
