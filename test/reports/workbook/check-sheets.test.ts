import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Chart, fixedLabel } from '../../../reports/charts/chart.ts';
import { areaOf, cellAt, formula } from '../../../reports/formula.ts';
import { speak } from '../../../reports/language/say.ts';
import { layOut } from '../../../reports/lay-out.ts';
import {
  blank,
  type Cell,
  formulaCell,
  link,
  number,
  type Sheet,
  text,
} from '../../../reports/sheet.ts';
import { checkSheets } from '../../../reports/workbook/check-sheets.ts';
import { workbookBytes } from '../../support/workbook.ts';

const columns = [
  { from: 10, to: 20 },
  { from: 10, to: 20 },
];
const header = [text('One', 'header'), text('Two', 'header')];
const rows = [[number(1, 'plain-0'), number(2, 'plain-0')]];
const plan = { name: 'Contents', title: 'T', about: 'A', columns, header, rows, table: 'Data' };
const GOOD = layOut(plan, speak('en'));
const [TABLE] = GOOD.tables as [Sheet['tables'][number]];

function withHeader(...cells: readonly Cell[]): Sheet {
  return { ...GOOD, rows: GOOD.rows.map((row, at) => (at === TABLE.top - 1 ? cells : row)) };
}

function withCell(cell: Cell): Sheet {
  return { ...GOOD, rows: [...GOOD.rows.slice(0, -1), [cell]] };
}

const look = { style: 'number', format: 'plain-0' } as const;
const area = areaOf('Contents', [1, 1], [2, 2]);

test('an ordinary sheet passes', () => {
  expect(() => checkSheets([GOOD])).not.toThrow();
});

function charted(...charts: readonly (readonly [name: string, value: number])[]): Sheet {
  const axis = {
    title: fixedLabel('x'),
    format: null,
    min: null,
    max: null,
    every: null,
    isSmall: false,
  };
  const placed = charts.map(([name, value]): Sheet['charts'][number] => {
    const numbers = { area, values: [value, null], format: 'plain-0' } as const;
    const chart: Chart = {
      ...{ form: 'points', name, title: axis.title, about: 'a', values: axis, base: axis },
      legend: 'none',
      series: [
        {
          name: axis.title,
          values: { ...numbers, values: [1] },
          across: numbers,
          look: { line: null, surface: null, marker: null },
          ...{ interval: null, labels: 'none', labelSide: 'right', isInLegend: true },
        },
      ],
    };
    return { chart, top: 1, left: 1, bottom: 9, right: 9 };
  });
  return { ...GOOD, charts: placed };
}

test('charts of one name are numbered', async () => {
  const parts = unzipSync(await workbookBytes([charted(['a', 1], ['b', 2], ['a', 3], ['a', 4])]));
  const names = strFromU8(parts['xl/drawings/sheet1.xml']!).matchAll(
    /<xdr:cNvPr [^>]*name="([^"]*)"/g,
  );
  expect([...names].map(([, name]) => name)).toEqual(['a', 'b', 'a (2)', 'a (3)']);
});

const WRONG: readonly (readonly [what: string, sheets: readonly Sheet[], error: string])[] = [
  ['a workbook of nothing', [], 'at least one sheet'],
  ['two sheets of a name', [GOOD, { ...GOOD, tables: [] }], 'two sheets of the name Contents'],
  [
    'tables whose names differ in case',
    [GOOD, { ...GOOD, name: 'B', tables: [{ ...TABLE, name: 'DATA' }] }],
    'two tables of the name data',
  ],
  ...['', '1st', 'has space', "it's", '한국', 'x'.repeat(42)].map(
    (name) =>
      [
        `a table called "${name}"`,
        [{ ...GOOD, tables: [{ ...TABLE, name }] }],
        'good name for a table',
      ] as const,
  ),
  ['a table of a header alone', [{ ...GOOD, tables: [{ ...TABLE, rows: 1 }] }], 'has no row'],
  [
    'a table wider than its header',
    [{ ...GOOD, tables: [{ ...TABLE, columns: 3 }] }],
    'wider than its header',
  ],
  ['headers that differ in case', [withHeader(text('a'), text('A'))], 'the header a'],
  ['a header that is empty', [withHeader(text('a'), blank())], 'Contents!B4 is no header'],
  ['a header that is a number', [withHeader(text('a'), number(1, 'plain-0'))], 'B4 is no header'],
  ['a header of two lines', [withHeader(text('a'), text('b\nc'))], 'B4 is no header'],
  [
    'a header with a control character',
    [withHeader(text('a'), text('b\u0001'))],
    'B4 is no header',
  ],
  ['a header of 256 letters', [withHeader(text('a'), text('b'.repeat(256)))], 'B4 is no header'],
  ['a column wider than 255', [{ ...GOOD, widths: [10, 256] }], 'of a size'],
  ['a column of no width', [{ ...GOOD, widths: [0, 10] }], 'of a size'],
  ['a row higher than 409.5', [{ ...GOOD, heights: [410] }], 'of a size'],
  ['a row of no height', [{ ...GOOD, heights: [Number.NaN] }], 'of a size'],
  [
    'more rows than there are',
    [{ ...GOOD, rows: Array.from({ length: 1_048_577 }, () => []) }],
    'Too many rows',
  ],
  [
    'more columns than there are',
    [{ ...GOOD, rows: [Array.from({ length: 16_385 }, () => blank())] }],
    'Too many columns',
  ],
  [
    'more widths than columns',
    [{ ...GOOD, widths: Array.from({ length: 16_385 }, () => 10) }],
    'Too many columns',
  ],
  [
    'a number that is none',
    [withCell({ kind: 'number', value: Number.NaN, ...look })],
    'cannot hold NaN',
  ],
  [
    'a share that is none',
    [withCell({ kind: 'percent', value: Number.POSITIVE_INFINITY, ...look })],
    'cannot hold Infinity',
  ],
  [
    'a formula without a value',
    [
      withCell({
        ...(formulaCell(formula`1`, 1, 'plain-0') as Extract<Cell, { kind: 'formula' }>),
        value: Number.NaN,
      }),
    ],
    'cannot hold NaN',
  ],
  ['a fill outside a stream', [withCell({ kind: 'fill', value: 1, ...look })], 'A5 fills along'],
  [
    'a list of rows and columns',
    [{ ...GOOD, choices: [{ row: 5, column: 1, list: area }] }],
    'A5 offers a list',
  ],
  [
    'more links than a sheet takes',
    [
      {
        ...GOOD,
        rows: Array.from({ length: 65_531 }, () => [
          link('x', { sheet: 'Contents', row: 1, column: 1 }),
        ]),
      },
    ],
    'Too many links',
  ],
  ['a chart of a number that is none', [charted(['a', Number.NaN])], 'cannot hold NaN'],
];

describe('refused:', () => {
  test.each(WRONG)('%s', async (_, sheets, error) => {
    expect(() => checkSheets(sheets)).toThrow(error);
    await expect(workbookBytes(sheets)).rejects.toThrow(RangeError);
  });

  test.each([
    ['8,193 letters', formula`${'1+'.repeat(4_096)}1`],
    ['a text of 256 letters', formula`"${'x'.repeat(256)}"`],
    [
      'a text of 256 letters after others',
      formula`"a"&${cellAt('Contents', 1, 1)}&"${'""'.repeat(128)}"`,
    ],
  ])('a formula of %s', async (_, long) => {
    const sheet = withCell(formulaCell(long, 1, 'plain-0'));
    await expect(workbookBytes([sheet])).rejects.toThrow('is too long');
  });

  test.each([
    ['fewer rows than it says', [], 'has 0 rows, not 1'],
    [
      'more rows than it says',
      [[number(1, 'plain-0')], [number(1, 'plain-0')]],
      'has 2 rows, not 1',
    ],
    ['a row too wide', [[number(1, 'plain-0'), number(1, 'plain-0')]], 'a row too wide'],
    [
      'a number that is none',
      [[{ kind: 'number', value: Number.NaN, ...look }]],
      'cannot hold NaN',
    ],
    [
      'a fill that is none',
      [[number(1, 'plain-0')], [{ kind: 'fill', value: Number.NaN, ...look }]],
      'cannot hold NaN',
    ],
  ] as readonly (readonly [string, readonly (readonly Cell[])[], string])[])(
    'a stream of %s',
    async (_, made, error) => {
      const stream = { rows: 1, columns: 1, looks: [look], cells: () => made };
      await expect(workbookBytes([{ ...GOOD, tables: [], stream }])).rejects.toThrow(error);
    },
  );
});

test('texts between others may be far apart, and a formula may have 8,192 letters', async () => {
  const long = formula`"a"&${'1+'.repeat(200)}1&"b"`;
  const longest = formula`${'1+'.repeat(4_095)}11`;
  for (const said of [long, longest]) {
    await expect(workbookBytes([withCell(formulaCell(said, 1, 'plain-0'))])).resolves.toBeDefined();
  }
});

test('a title that begins with a digit stays apart from the size of the footer', async () => {
  const parts = unzipSync(await workbookBytes([GOOD], '2025 talks & more'));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(xml).toContain('<oddFooter>&amp;L&amp;8 2025 talks &amp;&amp; more&amp;C&amp;8 Contents');
});
