import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Chart, fixedLabel, type PlacedChart } from '../../../reports/charts/chart.ts';
import { cellAt, formula } from '../../../reports/formula.ts';
import { speak } from '../../../reports/language/say.ts';
import { layOut } from '../../../reports/lay-out.ts';
import {
  type Cell,
  formulaCell,
  link,
  number,
  type Sheet,
  text,
  webLink,
} from '../../../reports/sheet.ts';
import { safeAddress, safeText } from '../../../reports/workbook/safe-text.ts';
import { ESCAPED_ESCAPE, HOSTILE } from '../../support/hostile-texts.ts';
import { throughLibreOffice } from '../../support/libreoffice.ts';
import { openXmlErrors } from '../../support/open-xml.ts';
import { checkRecalculation } from '../../support/recalculation.ts';
import { outerLinks, xmlErrors } from '../../support/strict-xml.ts';
import { workbookBytes } from '../../support/workbook.ts';
import { cellsOf, type ReadCell } from '../../support/workbook-cells.ts';
import { plainText, sheetParts, withParts } from '../../support/workbook-parts.ts';

const SLOW = 300_000;

/** What a reader sees of a text. */
const seen = (said: string) => plainText(safeText(said).replaceAll('&', '&amp;'));

const places = Array.from({ length: 4 }, () => ({ from: 10, to: 20 }));

function sheetOf(name: string, rows: Cell[][], title = 'T'): Sheet {
  const plan = { name, title, about: title, columns: places, header: [], rows };
  return layOut(plan, speak('en'));
}

function formulasOf(workbook: Uint8Array): ReadCell[] {
  return [...cellsOf(workbook).values()]
    .flatMap((cells) => [...cells.values()])
    .filter((cell) => cell.formula !== null);
}

async function reopen(workbook: Uint8Array): Promise<ExcelJS.Workbook> {
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(workbook.slice().buffer as never);
  return read;
}

test('there are two hundred, each unlike all others', () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(200);
});

describe('in every kind of cell', async () => {
  const FIRST = 4;
  const rows = HOSTILE.map((said, at): Cell[] => {
    const here = cellAt('Contents', FIRST + at, 1);
    const place = { sheet: 'Contents', row: 1, column: 1 };
    return [
      text(said),
      link(said, place),
      webLink(said, said),
      formulaCell(formula`${here}&""`, seen(said), 'plain-0'),
    ];
  });
  const workbook = await workbookBytes([sheetOf('Contents', rows)], HOSTILE.join(''));

  test('they leave a workbook of well-formed parts', () => {
    expect(xmlErrors(workbook)).toEqual([]);
  });

  test('they make no formula, and links to the web and for mail alone', () => {
    expect(formulasOf(workbook).map(({ formula: said }) => said)).toEqual(
      HOSTILE.map((_, at) => `$A$${FIRST + at}&""`),
    );
    const links = outerLinks(workbook).map(plainText);
    expect(links).toEqual(HOSTILE.map(safeAddress).filter((address) => address !== null));
    expect(links.length).toBeGreaterThan(5);
    for (const to of links) expect(to).toMatch(/^(https?:\/\/|mailto:)[!-~]*$/);
  });

  test('they are read back as they were said', async () => {
    const read = (await reopen(workbook)).worksheets[0]!;
    HOSTILE.forEach((said, at) => {
      for (const column of [1, 2, 3]) {
        const cell = read.getCell(FIRST + at, column);
        expect(cell.text, JSON.stringify(said).slice(0, 100)).toBe(seen(said));
      }
    });
  });

  test(
    'they are read, and computed with, in LibreOffice as they were said',
    async () => {
      const { differences } = await checkRecalculation(workbook);
      expect(differences.filter(({ cached }) => cached !== ESCAPED_ESCAPE)).toEqual([]);
      const read = cellsOf(await throughLibreOffice(workbook, 'default')).get('Contents')!;
      for (const [at, said] of HOSTILE.entries()) {
        if (said === ESCAPED_ESCAPE) continue;
        for (const column of ['A', 'D']) {
          const value = read.get(`${column}${FIRST + at}`)?.value ?? '';
          expect(value, `${column} ${JSON.stringify(said).slice(0, 100)}`).toBe(seen(said));
        }
      }
    },
    SLOW,
  );

  test(
    'Microsoft finds nothing wrong',
    async () => {
      expect(await openXmlErrors(workbook)).toEqual([]);
    },
    SLOW,
  );
});

test(
  'as names of sheets that formulas read and links lead to, they are told apart',
  async () => {
    // names of sheets are ours: they may have a translation, and no placeholder
    const names = ['Contents', ...HOSTILE.filter((name) => !/^Contents$|\{\w+\}/.test(name))];
    const firstRow = 4;
    const sheets = names.map((name, at) => {
      const before = names[at - 1];
      if (before === undefined) return sheetOf(name, [[number(1, 'plain-0')]]);
      const count = formulaCell(formula`${cellAt(before, firstRow, 1)}+1`, at + 1, 'plain-0');
      return sheetOf(name, [[count, link('back', { sheet: before, row: 1, column: 1 })]]);
    });
    const workbook = await workbookBytes(sheets, 'x');
    expect(xmlErrors(workbook)).toEqual([]);
    const tabs = sheetParts(workbook).map(({ name }) => name);
    expect(new Set(tabs.map((tab) => tab.toLowerCase())).size).toBe(names.length);
    for (const tab of tabs) expect(tab).toMatch(/^(?!'|history$)[^*?:\\/[\]]{1,31}(?<!')$/i);
    const { formulas, differences } = await checkRecalculation(workbook);
    expect(differences).toEqual([]);
    expect(formulas.size).toBe(names.length);
    expect(await openXmlErrors(workbook)).toEqual([]);
  },
  SLOW,
);

test(
  'in charts they are read as they were said',
  async () => {
    const rows = HOSTILE.map((said): Cell[] => [text(said), number(1, 'plain-0')]);
    const sheet = sheetOf('Contents', rows);
    const charts = HOSTILE.map((said, at) => chartOf(said, at + 4));
    const workbook = await workbookBytes([{ ...sheet, charts }]);
    expect(xmlErrors(workbook)).toEqual([]);
    expect(strFromU8(unzipSync(workbook)['xl/charts/chart1-2.xml']!)).toContain(
      `<a:t>${HOSTILE[1]}</a:t>`,
    );
    // a chart takes both programs a second
    const few = charts.filter((_, at) => at % 10 === 1);
    const small = await workbookBytes([{ ...sheet, charts: few }]);
    expect(await openXmlErrors(small)).toEqual([]);
    const opened = Object.keys(unzipSync(await throughLibreOffice(small, 'default')));
    expect(opened.filter((name) => /^xl\/charts\/chart[^/]+\.xml$/.test(name))).toHaveLength(
      few.length,
    );
  },
  SLOW,
);

/** A bar for the number beside a text, which stands wherever a chart has a text. */
function chartOf(said: string, row: number): PlacedChart {
  const label = fixedLabel(said);
  const axis = { title: label, format: null, min: null, max: null, every: null, isSmall: false };
  const colour = 'chosen';
  const values = { area: cellAt('Contents', row, 2), values: [1], format: 'plain-0' } as const;
  const look = { line: null, surface: { colour, opacity: 1 }, marker: null } as const;
  const shown = { values, interval: null, look, labels: 'name', isInLegend: true } as const;
  const named = { text: said, cell: cellAt('Contents', row, 1) };
  const chart: Chart = {
    form: 'categories',
    name: `${said} ${row}`,
    title: label,
    about: said,
    values: axis,
    base: axis,
    legend: 'bottom',
    isLying: false,
    categories: { area: cellAt('Contents', row, 1), values: [said] },
    layers: [
      {
        kind: 'bars',
        series: [
          { name: label, ...shown },
          { name: named, ...shown },
        ],
        isStacked: false,
        isOverlaid: false,
        gap: 50,
      },
    ],
  };
  return { chart, top: row, left: 3, bottom: row + 9, right: 9 };
}

test.each(HOSTILE.map((said) => [JSON.stringify(said).slice(0, 60), said]))(
  'the title %s stands in titles and footers',
  async (_, said) => {
    const workbook = await workbookBytes([sheetOf('Contents', [[text('x')]], said)], said);
    expect(xmlErrors(workbook)).toEqual([]);
    const read = await reopen(workbook);
    const footer = read.worksheets[0]!.headerFooter.oddFooter!;
    expect(footer.length).toBeLessThanOrEqual(255);
    expect(footer.replaceAll('&&', '')).toMatch(/^&L&8 [^&]*&C&8 Contents&R&8 Page &P of &N$/);
  },
);

describe('a part that is not well-formed, or holds no number, is found out:', async () => {
  const good = await workbookBytes([sheetOf('Contents', [[number(1.5, 'plain-0')]])]);
  const PART = 'xl/worksheets/sheet1.xml';
  test.each([
    ['</row>', '', /unexpected close tag/],
    ['<v>1.5</v>', '<v>NaN</v>', /not a number/],
    ['<v>1.5</v>', '<v></v>', /not a number/],
    ['<v>1.5</v>', '<v>\uFFFF</v>', /disallowed character/],
    ['<v>1.5</v>', '<v>&nbsp;</v>', /undefined entity/],
    ['<c r=', '<zz:c r=', /unbound namespace prefix/],
  ])('%s as %s', (from, to, error) => {
    const spoilt = withParts(
      good,
      (_, xml) => xml.replace(from, to),
      (path) => path === PART,
    );
    expect(xmlErrors(good)).toEqual([]);
    expect(xmlErrors(spoilt).join()).toMatch(error);
  });
});
