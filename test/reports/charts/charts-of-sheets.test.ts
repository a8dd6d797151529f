import { describe, expect, test } from 'vitest';
import { allSeries, type Chart, type Numbers, type Words } from '../../../reports/charts/chart.ts';
import { displayed } from '../../../reports/format.ts';
import type { Area } from '../../../reports/formula.ts';
import { sheetsOf } from '../../../reports/index.ts';
import type { Cell } from '../../../reports/sheet.ts';
import { someResults } from '../../support/results.ts';

const sheets = sheetsOf(someResults());
const charts = sheets.flatMap((sheet) =>
  sheet.charts.map(({ chart }) => [sheet.name, chart] as const),
);

/** Lists the cells of an area, as they stand on its sheet. */
function cellsOf({ sheet, top, left, bottom, right }: Area): (Cell | undefined)[] {
  const { rows } = sheets.find(({ name }) => name === sheet)!;
  return rows.slice(top - 1, bottom).flatMap((row) => row.slice(left - 1, right));
}

function numbersOf(chart: Chart): Numbers[] {
  const series = allSeries(chart).flatMap(({ values, interval }) =>
    interval === null ? [values] : [values, interval.minus, interval.plus],
  );
  if (chart.form === 'points') return [...series, ...chart.series.map(({ across }) => across)];
  return 'format' in chart.categories ? [...series, chart.categories] : series;
}

function wordsOf(chart: Chart): Words[] {
  const labels = [chart.title, chart.base.title, chart.values.title];
  const names = allSeries(chart).map(({ name }) => name);
  const cells = [...labels, ...names].flatMap(({ text, cell }) =>
    cell === null ? [] : [{ area: cell, values: [text] }],
  );
  const isWords = chart.form === 'categories' && !('format' in chart.categories);
  return isWords ? [...cells, chart.categories as Words] : cells;
}

test('the report has charts of every kind that its study gives reason to', () => {
  const named = charts.map(([sheet, { name }]) => `${sheet}: ${name}`);
  expect(named).toMatchInlineSnapshot(`
    [
      "Summary: Changes of Korean GDP against the world before the tariffs, five-year average",
      "Summary: Changes of Duties paid on Korean goods",
      "Dashboard: Path over time",
      "Dashboard: All scenarios",
      "Dashboard: What moves the measure",
      "Dashboard: Parts of the mean change",
      "Dashboard: Where the draws fall",
      "Dashboard: Share of draws below each value",
      "Dashboard: One measure against another",
      "Histograms: Spread of Korean GDP against the world before the tariffs, five-year average",
      "Histograms: Spread of Duties paid on Korean goods",
      "Histograms: Spread of Exchange rate at the end",
      "Trajectories: Medians of Exports to the United States",
      "Trajectories: Medians of GDP against the world before",
    ]
  `);
});

describe.each(charts)('on %s, a chart', (_, chart) => {
  test('tells in words what it shows, with a title and axes that name their units', () => {
    expect(chart.title.text).not.toBe('');
    expect(chart.about.length).toBeGreaterThan(20);
    expect(chart.values.title.text).not.toBe('');
    if (chart.form === 'points') expect(chart.base.title.text).not.toBe('');
  });

  test('shows the numbers that stand in the cells it refers to', () => {
    for (const { area, values } of numbersOf(chart)) {
      const held = cellsOf(area).map((cell) => (cell && 'value' in cell ? cell.value : null));
      expect(held).toEqual([...values]);
    }
  });

  test('says the words that stand in the cells it refers to', () => {
    for (const { area, values } of wordsOf(chart)) {
      expect(cellsOf(area).map((cell) => displayed(cell!))).toEqual([...values]);
    }
  });
});
