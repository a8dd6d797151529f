import { barChart } from '../../reports/charts/bar-chart.ts';
import { bridgeChart } from '../../reports/charts/bridge-chart.ts';
import { type Chart, fixedLabel, type Numbers, type Words } from '../../reports/charts/chart.ts';
import { fanChart } from '../../reports/charts/fan-chart.ts';
import { lineChart } from '../../reports/charts/line-chart.ts';
import { axis } from '../../reports/charts/looks.ts';
import { rangeChart } from '../../reports/charts/range-chart.ts';
import { cumulativeChart, histogramChart } from '../../reports/charts/spread-charts.ts';
import { tornadoChart } from '../../reports/charts/tornado-chart.ts';
import { tradeOffChart } from '../../reports/charts/trade-off-chart.ts';
import { dayNumber } from '../../reports/format.ts';
import { areaOf, cellAt } from '../../reports/formula.ts';
import type { Format } from '../../reports/style.ts';

/** Puts numbers into a column of a sheet of data. */
export function column(at: number, values: readonly number[], format: Format = 'general'): Numbers {
  return { area: areaOf('Data', [2, at], [1 + values.length, at]), values, format };
}

const words: Words = { area: areaOf('Data', [2, 1], [4, 1]), values: ['A & B', 'Ça', '관세'] };
const title = (text: string) => ({ text, cell: cellAt('Data', 1, 1) });
const frame = (name: string) => ({
  name,
  title: title(`Finding of ${name}`),
  about: `About ${name}`,
});
const none = column(9, [0, 0, 0]);
const sides = (at: number, above: number[], below = [0, 0, 0]) => ({
  above: column(at, above),
  below: column(at + 1, below),
});
const nothing = { above: none, below: none };
const label = (text: string) => fixedLabel(text);
const days = column(2, ['2025-04-01', '2025-05-01', '2025-06-01'].map(dayNumber), 'month');

/** One small chart of every kind that reports draw. */
export const SOME_CHARTS: readonly Chart[] = [
  fanChart({
    ...{ ...frame('fan'), days, values: axis('%'), base: axis('', { format: 'month', every: 1 }) },
    ...{ lowest: column(3, [-2, -1, 1]), outerBelow: column(4, [1, 1, 1]) },
    ...{ inner: column(5, [1, 2, 2]), outerAbove: column(6, [1, 1, 2]) },
    ...{ median: column(7, [0, 1, 3]), compared: column(8, [0, 0, 0]) },
    names: {
      ...{ most: label('5% to 95%'), half: label('25% to 75%') },
      ...{ median: label('Median'), compared: label('Baseline') },
    },
  }),
  rangeChart({
    ...{ ...frame('range'), categories: words, values: axis('Loss, %') },
    ...{ gap: sides(3, [0, 1, 0], [0, 0, -1]), mark: sides(5, [0.1, 0.1, 0]) },
    lower: { chosen: sides(7, [1, 0, 0]), baseline: sides(9, [0, 2, 0]), ...others() },
    upper: { chosen: sides(11, [1, 0, 0]), baseline: sides(13, [0, 2, 0]), ...others() },
    names: {
      ...{ chosen: label('Chosen'), baseline: label('Baseline'), reference: label('Reference') },
      ...{ other: label('Others'), median: label('Median') },
    },
  }),
  bridgeChart({
    ...{ ...frame('bridge'), categories: words, values: axis('Change, pp') },
    gap: sides(3, [0, 2, 0]),
    bars: { rise: sides(5, [2, 0, 0]), fall: sides(7, [0, 0, 0]), total: sides(9, [0, 0, 1]) },
    names: { rise: label('Raises'), fall: label('Lowers'), total: label('All') },
  }),
  tornadoChart({
    ...{ ...frame('tornado'), categories: words, values: axis('Change, %') },
    ...{ lowest: column(3, [-3, 2, -1]), highest: column(4, [3, -2, 1]) },
    names: { lowest: label('Lowest'), highest: label('Highest') },
  }),
  histogramChart({
    ...{ ...frame('histogram'), categories: words, base: axis('Loss, %', { every: 2 }) },
    values: axis('Share, %', { format: 'percent-0', min: 0 }),
    ...{ own: column(3, [0.2, 0.5, 0.3]), compared: column(4, [0.4, 0.4, 0.2]) },
    names: { own: label('Chosen'), compared: label('Baseline') },
  }),
  cumulativeChart({
    ...{
      ...frame('cumulative'),
      base: axis('Loss, %'),
      values: axis('Share below, %', { max: 1 }),
    },
    shares: column(3, [0.05, 0.5, 0.95], 'percent-0'),
    ...{ own: column(4, [1, 2, 4]), compared: column(5, [2, 3, 4]) },
    names: { own: label('Chosen'), compared: label('Baseline') },
  }),
  tradeOffChart({
    ...{ ...frame('trade-off'), base: axis('Cost, USD'), values: axis('Loss, %') },
    points: (['baseline', 'other', 'chosen'] as const).map((role, at) => ({
      ...{ name: title(`Point ${at}`), role },
      ...{ across: column(3 + at, [at]), up: column(6 + at, [-at]) },
    })),
  }),
  lineChart({
    ...{ ...frame('line'), categories: days, base: axis('', { format: 'month' }) },
    values: axis('bn USD', { min: 0, max: 4 }),
    lines: (['reference', 'baseline', 'scenario'] as const).map((role, at) => ({
      ...{ name: label(`Line ${at}`), role, values: column(3 + at, [at, at + 1, at]) },
    })),
  }),
  barChart({
    ...{ ...frame('bar'), categories: words, values: axis('Points'), legend: 'bottom' },
    bars: [{ name: label('Score'), values: column(3, [1, -2, 3]), colour: 'chosen' }],
    whiskers: {
      ...{ at: column(3, [1, -2, 3]), minus: column(4, [1, 1, 1]), plus: column(5, [0.5, 1, 2]) },
    },
  }),
];

function others() {
  return { reference: nothing, other: nothing };
}
