import { describe, expect, test } from 'vitest';
import { sheetsOf } from '../../reports/index.ts';
import type { Cell, Sheet } from '../../reports/sheet.ts';
import { COMPARISON_COLUMNS } from '../../reports/sheets/comparison.ts';
import { LOOKS } from '../../reports/style.ts';
import { renderSheet } from '../support/render-sheet.ts';
import { someResults } from '../support/results.ts';

const results = someResults();
const sheets = sheetsOf(results);
const named = (name: string) => sheets.find((sheet) => sheet.name === name)!;

test.each(sheets.map((sheet) => [sheet.name, sheet] as const))(
  '%s reads as before',
  async (name, sheet) => {
    await expect(renderSheet(sheet)).toMatchFileSnapshot(`../golden/sheets/${name}.txt`);
  },
);

describe('every sheet', () => {
  test.each(sheets.map((sheet) => [sheet.name, sheet] as const))(
    '%s opens with its title and what it says',
    (_, sheet) => {
      expect(sheet.rows[0]![0]).toMatchObject({ kind: 'text', text: sheet.title });
      expect(sheet.about.startsWith((sheet.rows[1]![0] as { text: string }).text)).toBe(true);
      expect(sheet.heights).toHaveLength(sheet.rows.length);
      expect(Math.max(...sheet.rows.map((row) => row.length))).toBeLessThanOrEqual(
        sheet.widths.length,
      );
      expect(sheet.rows.length).toBeGreaterThan(5);
    },
  );

  test('has a line on Contents that leads to it', () => {
    const targets = linksOf(named('Contents')).map((cell) => cell.to.sheet);
    expect(targets).toEqual(sheets.slice(1).map((sheet) => sheet.name));
  });

  test('links only to cells that hold something', () => {
    for (const { to } of sheets.flatMap(linksOf)) {
      const target = named(to.sheet).rows[to.row - 1]?.[to.column - 1];
      expect(target?.kind, `${to.sheet} ${to.row}`).toMatch(/text|address/);
    }
  });

  test('has tables whose headers are unique and not empty', () => {
    for (const sheet of sheets) {
      for (const table of sheet.tables) {
        const headers = sheet.rows[table.top - 1]!.map((cell) => 'text' in cell && cell.text);
        expect(headers).not.toContain(false);
        expect(new Set(headers.map((header) => String(header).toLowerCase())).size).toBe(
          headers.length,
        );
        const streamed = sheet.stream?.rows ?? 0;
        expect(table.top + table.rows - 1).toBe(sheet.rows.length + streamed);
      }
    }
  });
});

describe('what readers must be able to trust', () => {
  test('an assumption leads to its own source', () => {
    const row = named('Assumptions').rows.find((cells) => shows(cells, 'agreed_2026'))!;
    const source = row.find((cell) => cell.kind === 'link')!;
    expect(source).toMatchObject({ text: 'sma-12' });
    const target = (source as LinkCell).to;
    expect(named('Sources').rows[target.row - 1]![0]).toMatchObject({ text: 'sma-12' });
  });

  test('a driver leads to its own assumption, the strongest comes first, and what does not vary is left out', () => {
    const body = named('Drivers').rows.filter((cells) =>
      shows(cells, results.study.measures[0]!.title),
    );
    const link = body[0]![2] as LinkCell;
    const target = named('Assumptions').rows[link.to.row - 1]!;
    const [module, name, element] = target.map((cell) => ('text' in cell ? cell.text : ''));
    expect(link.text).toBe(`${module}.${name}${element}`);
    const amountIn = (cell: Cell | undefined) => (cell as { value: number }).value;
    const sizes = body.map((cells) => Math.abs(amountIn(cells[6]) - amountIn(cells[4])));
    expect(sizes.length).toBeGreaterThan(1);
    expect(body.some((cells) => shows(cells, 'economy.constant_in_baseline'))).toBe(false);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('an empty selection prints blanks and the count 0', () => {
    const row = named('Comparison').rows.find(
      (cells) => shows(cells, 'got_a_deal') && shows(cells, 'Before the tariffs (reference)'),
    )!;
    expect(row[4]).toMatchObject({ kind: 'formula', value: 0 });
    const { operator, target, column } = COMPARISON_COLUMNS;
    const known = [operator, target, column].map((at) => row[at - 1]);
    const others = row.slice(5).filter((cell) => !known.includes(cell) && cell.kind !== 'link');
    expect(others.every((cell) => cell.kind === 'blank')).toBe(true);
  });

  test('a block without a single figure says so, and no other does', () => {
    const { rows } = named('Conditions');
    const says = (cells: readonly Cell[], words: string) => shows(cells.slice(0, 1), words);
    const empty = rows.flatMap((cells, at) => (says(cells, 'No draws to compare.') ? [at] : []));
    expect(empty.length).toBeGreaterThan(0);
    for (const at of empty) {
      expect(rows[at - 1]![0]).toMatchObject({ style: 'section' });
      expect(['section', 'part']).toContain(rows[at + 1]?.[0]?.style ?? 'section');
    }
    const bare = (cells: readonly Cell[]) =>
      cells.slice(3, -1).every(({ kind }) => kind === 'blank');
    const measures = rows.filter(([first]) => first!.style === 'cellStrong');
    expect(measures.filter(bare)).toEqual([]);
  });

  test('a changed lever is marked by more than colour', () => {
    const changed = named('Levers')
      .rows.flat()
      .filter((cell) => cell.style === 'cellChanged');
    expect(changed).toHaveLength(4);
    for (const cell of changed) expect(cell).toMatchObject({ text: expect.stringMatching(/^≠ /) });
    expect(LOOKS.cellChanged.bold).toBe(true);
  });

  test('the histogram holds every draw of every scenario', () => {
    const sheet = named('Histograms');
    for (const [index] of results.study.scenarios.entries()) {
      const shares = sheet.rows
        .filter(([first]) => first?.kind === 'number')
        .map((row) => (row[index + 2] as { value: number }).value);
      const total = shares.reduce((sum, share) => sum + share, 0);
      expect(total).toBeCloseTo(results.study.measures.length, 9);
    }
  });

  test('each row under a condition names the largest error that Comparison lists for it', () => {
    const errors = results.comparisons
      .filter((item) => item.measure === 'gdp' && item.condition === null)
      .map((item) => item.outcome.median.error!);
    const row = named('Conditions').rows.find((cells) => shows(cells, 'Median'))!;
    expect(row.at(-1)).toMatchObject({ value: Math.max(...errors) });
  });
});

test.each(Object.entries(LOOKS))('%s can be read: its contrast is at least 4.5', (_, look) => {
  expect(contrast(look.colour, look.fill === '' ? 'FFFFFF' : look.fill)).toBeGreaterThan(4.5);
});

type LinkCell = Extract<Cell, { kind: 'link' }>;

function linksOf(sheet: Sheet): LinkCell[] {
  return sheet.rows.flat().filter((cell): cell is LinkCell => cell.kind === 'link');
}

function shows(cells: readonly Cell[], wanted: string): boolean {
  return cells.some((cell) => 'text' in cell && cell.text === wanted);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
