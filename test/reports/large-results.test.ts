import { describe, expect, test } from 'vitest';
import type { Results } from '../../engine/index.ts';
import { reportOn } from '../../reports/index.ts';
import { openReport } from '../../reports/report.ts';
import type { Cell } from '../../reports/sheet.ts';
import { makeSheets } from '../../reports/sheets.ts';
import { checkRecalculation } from '../support/recalculation.ts';
import { someResults } from '../support/results.ts';
import { bytesOf } from '../support/workbook.ts';

const SLOW = 300_000;
const TOO_MANY = 2_000_000;

/** The same results, as if they were of more draws than a workbook holds. */
function oversized(draws: number): Results {
  const results = someResults({}, draws);
  return { ...results, provenance: { ...results.provenance, draws: TOO_MANY } };
}

const results = oversized(60);
const sheetsWith = (drawsFile: string | null) =>
  makeSheets(openReport(results, 'en', { drawsFile }));
const textsOn = (name: string, drawsFile: string | null): string =>
  sheetsWith(drawsFile)
    .find((sheet) => sheet.name === name)!
    .rows.flat()
    .map((cell) => ('text' in cell ? cell.text : ''))
    .join('\n');

describe('draws that do not fit the workbook', () => {
  test('are said to stand in a file, on Contents and in their place', () => {
    for (const sheet of ['Contents', 'Draws']) {
      expect(textsOn(sheet, 'big-draws.parquet')).toContain(
        'The 2,000,000 draws of 48 outcomes are too many for a workbook; they are in the file big-draws.parquet.',
      );
      expect(textsOn(sheet, null)).toContain('a run writes them to a file with --draws-file');
    }
  });

  test('leave every figure as a plain value, and no formula that looks for draws', () => {
    const isFormula = (cell: Cell) => cell.kind === 'formula';
    for (const { name, rows, names } of sheetsWith(null)) {
      const written = rows
        .flat()
        .filter(isFormula)
        .map((cell) => JSON.stringify(cell.formula));
      expect(
        written.filter((text) => /draws_(all|best)/.test(text)),
        name,
      ).toEqual([]);
      expect(names.map((one) => one.name)).not.toContain('draws_all');
      if (/^(Comparison|Against|Distributions|Histograms|Break-even)/.test(name)) {
        expect(written, name).toEqual([]);
      }
    }
  });

  test(
    'leave a workbook whose other formulas still come to what the engine computed',
    async () => {
      const workbook = bytesOf(await reportOn(results).workbook());
      expect((await checkRecalculation(workbook)).differences).toEqual([]);
    },
    SLOW,
  );
});

test('a workbook tells how many of its draws are written', async () => {
  const told: (readonly [number, number])[] = [];
  const onProgress = (done: number, all: number) => told.push([done, all]);
  bytesOf(await reportOn(someResults({}, 50), { onProgress }).workbook());
  const [, all] = told[0]!;
  expect(all).toBeGreaterThanOrEqual(50);
  expect(told.map(([done]) => done)).toEqual(Array.from({ length: all }, (_, at) => at + 1));
});
