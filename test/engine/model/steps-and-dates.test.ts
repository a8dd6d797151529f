import { expect, test } from 'vitest';
import { equationOf, seriesOf } from '../../support/formula-study.ts';

/** Computes a formula for each step of a clock. */
function series(formula: string, horizon?: string, unit = '1'): readonly number[] {
  const equations = equationOf(formula, unit);
  return seriesOf(horizon === undefined ? { equations } : { equations, horizon });
}

function near(values: readonly number[], expected: readonly number[]): void {
  expect(values).toHaveLength(expected.length);
  for (const [at, value] of values.entries()) expect(value).toBeCloseTo(expected[at]!, 11);
}

const QUARTERS = '{ from: 2025-04, quarters: 3 }';
const YEARS = '{ from: 2025-04, years: 3 }';

// 2025-05-16 lies 15 of 31 days into May
test.each([
  ['from(opens)', undefined, [0, 16 / 31, 1, 1, 1, 1]],
  ['until(opens)', undefined, [1, 15 / 31, 0, 0, 0, 0]],
  ['from(opens)', QUARTERS, [(3 - (1 + 15 / 31)) / 3, 1, 1]],
  ['until(opens)', YEARS, [(1 + 15 / 31) / 12, 0, 0]],
  ['from(shuts)', undefined, [0, 0, 0, 0, 0, 0]],
  ['until(shuts)', undefined, [1, 1, 1, 1, 1, 1]],
  ['from(date(2025, 6))', undefined, [0, 0, 1, 1, 1, 1]],
  ['from(date(2020, 1))', undefined, [1, 1, 1, 1, 1, 1]],
  ['from(opens + span)', undefined, [0, 0, 0, 0, 16 / 31, 1]],
  ['from(opens) * until(opens + 1 month)', undefined, [0, 16 / 31, 15 / 31, 0, 0, 0]],
  ['from(opens) + until(opens)', undefined, [1, 1, 1, 1, 1, 1]],
  ['from(date(2025, 6, 30))', undefined, [0, 0, 1 / 30, 1, 1, 1]],
  ['from(date(2024, 2, 29))', '{ from: 2024-02, months: 2 }', [1 / 29, 1]],
  ['from(date(2025, 6) - 10 days)', undefined, [0, 120 / 365, 1, 1, 1, 1]],
])('%s is the share of the step, by days (clock %s)', (formula, horizon, expected) => {
  near(series(formula, horizon), expected);
});

test.each([
  ['opens', undefined, [0, 1, 0, 0, 0, 0]],
  ['date(2025, 6)', undefined, [0, 0, 1, 0, 0, 0]],
  ['date(2025, 9, 30)', undefined, [0, 0, 0, 0, 0, 1]],
  ['date(2025, 10)', undefined, [0, 0, 0, 0, 0, 0]],
  ['shuts', undefined, [0, 0, 0, 0, 0, 0]],
  ['date(2025, 12, 31)', QUARTERS, [0, 0, 1]],
  ['date(2026, 4)', YEARS, [0, 1, 0]],
])('on(%s) holds in the step that holds the date (clock %s)', (date, horizon, expected) => {
  expect(series(`if(on(${date}), 1, 0)`, horizon)).toEqual(expected);
});

test('a ramp is averaged over the step', () => {
  near(series('ramp(date(2025, 5), 2 months)'), [0, 0.25, 0.75, 1, 1, 1]);
  near(series('ramp(date(2025, 5), span)'), [0, 1 / 6, 1 / 2, 5 / 6, 1, 1]);
  near(series('ramp(date(2025, 4), 6 months)', QUARTERS), [0.25, 0.75, 1]);
  // Half a month of rise from mid-June: the triangle above it has an area of 1/2 * 1/2 * 1/4
  near(series('ramp(date(2025, 6, 16), 2 months)'), [0, 0, 0.0625, 0.5, 0.9375, 1]);
  near(series('ramp(opens, 0)'), series('from(opens)'));
  near(series('ramp(shuts, span)'), [0, 0, 0, 0, 0, 0]);
});

test('the calendar says where a step begins, on every clock', () => {
  const months = '{ from: 2024-11, months: 4 }';
  expect(series('calendar_year', months)).toEqual([2024, 2024, 2025, 2025]);
  expect(series('calendar_month', months)).toEqual([11, 12, 1, 2]);
  const quarters = '{ from: 2024-10, quarters: 3 }';
  expect(series('calendar_year', quarters)).toEqual([2024, 2025, 2025]);
  expect(series('calendar_month', quarters)).toEqual([10, 1, 4]);
  expect(series('calendar_year', YEARS)).toEqual([2025, 2026, 2027]);
  expect(series('calendar_month', YEARS)).toEqual([4, 4, 4]);
});

test('a step is as long as the clock says', () => {
  expect(series('step', QUARTERS, 'months')).toEqual([3, 3, 3]);
  expect(series('step / 1 year', YEARS)).toEqual([1, 1, 1]);
  expect(series('income * step', QUARTERS, 'bn USD')).toEqual([6, 6, 6]);
});

test('a lever that changes within a step has the mean by days', () => {
  near(series('volume', undefined, 'Mt/year'), [2, (15 * 2 + 16 * 4) / 31, 4, 4, 4, 4]);
});

test('an equation reads its own past', () => {
  near(seriesOf({}, 'stock'), [2, 4, 6, 8, 10, 12]);
  near(series('previous(stock)', undefined, 'bn USD'), [0, 2, 4, 6, 8, 10]);
  near(series('delay(stock, 3 months)', undefined, 'bn USD'), [0, 0, 0, 2, 4, 6]);
  near(series('delay(stock, 1 quarter)', QUARTERS, 'bn USD'), [0, 6, 12]);
  near(series('stock - delay(stock, 2 years)', YEARS, 'bn USD'), [24, 48, 48]);
});
