import { describe, expect, test } from 'vitest';
import { drawsFit } from '../../../reports/draw-columns.ts';
import { openReport } from '../../../reports/report.ts';
import { cellName, type Sheet } from '../../../reports/sheet.ts';
import { makeSheets } from '../../../reports/sheets.ts';
import { editAll } from '../../support/edit-workbook.ts';
import { compareFormulas, recalculate } from '../../support/recalculation.ts';
import { someResults } from '../../support/results.ts';
import { workbookBytes } from '../../support/workbook.ts';

const results = someResults({}, 60);
const named = (sheets: readonly Sheet[], name: string) =>
  sheets.find((sheet) => sheet.name === name)!;

/** What is chosen in the drop-downs of a dashboard. */
function chosenIn({ choices, rows }: Sheet) {
  return choices.map(({ row, column }) => {
    const cell = rows[row - 1]![column - 1]!;
    return {
      sheet: 'Dashboard',
      cell: cellName(row, column),
      value: 'text' in cell ? cell.text : '',
    };
  });
}

describe('the dashboard', () => {
  test.each([
    { scenario: 3, measure: 1, other: 2, path: 1 },
    { scenario: 1, measure: 2, other: 0, path: null },
    { scenario: 0, measure: 0, other: 0, path: 0 },
  ])('comes to what the engine computed, whatever is chosen: %j', async (choice) => {
    const first = makeSheets(openReport(results, 'en'));
    const wanted = makeSheets(openReport(results, 'en'), choice);
    const changed = editAll(await workbookBytes(first), chosenIn(named(wanted, 'Dashboard')));
    const { differences, formulas } = compareFormulas(
      await workbookBytes(wanted),
      await recalculate(changed),
    );
    expect(differences).toEqual([]);
    expect(formulas.get('Chart data')).toBeGreaterThan(300);
    expect(formulas.get('Dashboard')).toBeGreaterThan(5);
  });

  test('says so by formulas where a measure does not apply to what is chosen', async () => {
    const { study } = results;
    const silent = { scenario: study.scenarios[3]!.name, condition: null };
    const measures = study.measures.map((one, at) =>
      at === 1 ? { ...one, applies: 'talks.drawn: yes', appliesNot: [silent] } : one,
    );
    const report = openReport({ ...results, study: { ...study, measures } }, 'en');
    const choice = { scenario: 3, measure: 1, other: 2, path: null };
    const wanted = makeSheets(report, choice);
    const changed = editAll(
      await workbookBytes(makeSheets(report)),
      chosenIn(named(wanted, 'Dashboard')),
    );
    const found = compareFormulas(await workbookBytes(wanted), await recalculate(changed));
    expect(found.differences).toEqual([]);
    expect(JSON.stringify(named(wanted, 'Dashboard').rows)).toContain('"n/a"');
  });

  test('shows the same numbers where the draws are too many to keep, and nothing to choose', () => {
    const provenance = { ...results.provenance, draws: 1_048_576 };
    const large = { ...results, provenance };
    expect(drawsFit(large)).toBe(false);
    const [kept, left] = [results, large].map((one) => makeSheets(openReport(one, 'en')));
    const shown = named(left!, 'Dashboard');
    expect(shown.choices).toEqual([]);
    expect(shown.rows.flat().some(({ kind }) => kind === 'formula')).toBe(false);
    const titles = (sheets: readonly Sheet[]) =>
      named(sheets, 'Dashboard').charts.map(({ chart }) => chart.title.text);
    expect(titles(left!)).toEqual(titles(kept!));
  });

  test('fits one page, and its charts lie beside and below each other', () => {
    const { print, charts } = named(makeSheets(openReport(results, 'en')), 'Dashboard');
    expect(print.isOnePage).toBe(true);
    const cells = charts.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (__, column) =>
          cellName(top + row, left + column),
        ),
      ).flat(),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...charts.map(({ bottom }) => bottom))).toBeLessThan(print.until![0]);
    expect(Math.max(...charts.map(({ right }) => right))).toBe(print.until![1]);
  });

  test.each([
    ['no path over time', { trajectories: 0 }, 'Path over time'],
    ['one measure', { measures: 1 }, 'One measure against another'],
    ['one step', { steps: 1 }, 'Path over time'],
  ])('leaves out what a study of %s has nothing for', (_, size, missing) => {
    const sheets = makeSheets(openReport(someResults(size, 40), 'en'));
    const names = named(sheets, 'Dashboard').charts.map(({ chart }) => chart.name);
    expect(names).not.toContain(missing);
    expect(names).toContain('All scenarios');
  });
});
