import { describe, expect, test } from 'vitest';
import { displayed } from '../../reports/format.ts';
import { CONTENTS } from '../../reports/opening.ts';
import { type Cell, cellName, type Sheet } from '../../reports/sheet.ts';
import { lookOf } from '../../reports/style.ts';
import { EXAMPLES, exampleSheets } from '../support/example-workbooks.ts';

/** What a reader changes is on this ground. */
function isYellow({ style }: Pick<Cell, 'style'>): boolean {
  const [red, green, blue] = [0, 2, 4].map((at) =>
    Number.parseInt(lookOf(style).fill.slice(at, at + 2), 16),
  ) as [number, number, number];
  return red > 0xf0 && green > 0xe0 && blue < 0xdd;
}

function cellsWithPlaces(sheet: Sheet): [string, Cell][] {
  return sheet.rows.flatMap((cells, row) =>
    cells.map((cell, column): [string, Cell] => [
      `${sheet.name}!${cellName(row + 1, column + 1)}`,
      cell,
    ]),
  );
}

describe.each(EXAMPLES.flatMap((name) => [[name, 'en'] as const, [name, 'ko'] as const]))(
  'the sheets of %s in %s',
  async (name, language) => {
    const sheets = await exampleSheets(name, language);
    const cells = sheets.flatMap(cellsWithPlaces);

    test('begin with a title, and then what they say', () => {
      for (const { name: sheet, rows } of sheets) {
        expect(rows[0]![0], sheet).toMatchObject({ kind: 'text', style: 'title' });
        expect(rows[1]![0], sheet).toMatchObject({ kind: 'text', style: 'about' });
      }
    });

    test('are all reached from Contents, and lead back', () => {
      const [contents, ...others] = sheets as [Sheet, ...Sheet[]];
      const reached = contents.rows
        .flat()
        .flatMap((cell) => (cell.kind === 'link' ? [cell.to] : []));
      const names = others.map((sheet) => sheet.name);
      expect(contents.name).toBe(CONTENTS);
      expect([...new Set(reached.map((place) => place.sheet))].sort()).toEqual([...names].sort());
      for (const { name: sheet, rows } of others) {
        const leadsBack = (cell: Cell) => cell.kind === 'link' && cell.to.sheet === CONTENTS;
        expect(rows.flat().some(leadsBack), sheet).toBe(true);
      }
    });

    test('have tables whose headers are unlike each other, and whose rows are not empty', () => {
      for (const { name: sheet, tables, rows } of sheets) {
        for (const { top, left, columns } of tables) {
          const inTable = (row: readonly Cell[]) => row.slice(left - 1, left - 1 + columns);
          const headers = inTable(rows[top - 1]!).map((cell) => displayed(cell).toLowerCase());
          expect(headers, sheet).not.toContain('');
          expect(new Set(headers).size, sheet).toBe(columns);
          for (const row of rows.slice(top)) {
            expect(
              inTable(row).some((cell) => cell.kind !== 'blank'),
              sheet,
            ).toBe(true);
          }
        }
      }
    });

    test('show inputs on yellow, and formulas never', () => {
      const yellow = cells.filter(([, cell]) => cell.kind === 'formula' && isYellow(cell));
      expect(yellow.map(([place]) => place)).toEqual([]);
      for (const { name: sheet, choices, rows } of sheets) {
        for (const { row, column } of choices) {
          expect(isYellow(rows[row - 1]![column - 1]!), `${sheet}!${cellName(row, column)}`).toBe(
            true,
          );
        }
      }
    });

    test('tell of every chart in words, with names of their own', () => {
      for (const { name: sheet, charts } of sheets) {
        const names = charts.map(({ chart }) => chart.name);
        expect(new Set(names).size, sheet).toBe(names.length);
        for (const { chart } of charts) {
          expect(chart.about.length, `${sheet}: ${chart.name}`).toBeGreaterThan(20);
          expect(chart.title.text, `${sheet}: ${chart.name}`).not.toBe('');
          expect(chart.values.title.text, `${sheet}: ${chart.name}`).not.toBe('');
        }
      }
    });
  },
);
