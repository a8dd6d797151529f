import { describe, expect, test } from 'vitest';
import { dayNumber, displayed, formatFor, inputFormat } from '../../reports/format.ts';
import { number, percent } from '../../reports/sheet.ts';
import { excelFormat } from '../../reports/style.ts';

describe('numbers that stand together share a format', () => {
  test.each([
    [[12_345.6, 900], 'plain-0'],
    [[12.3, -45.6], 'plain-1'],
    [[1.234], 'plain-2'],
    [[0.0123, 0.02], 'plain-4'],
    [[0, null], 'plain-0'],
    [[], 'plain-0'],
    [[120, 0.5, 0.4], 'plain-2'],
    [[1e-9], 'scientific'],
    [[2e15], 'scientific'],
  ])('%j as %s', (values, format) => {
    expect(formatFor(values, {})).toBe(format);
  });

  test('percentages show two decimals', () => {
    expect(formatFor([-0.42, -0.61], { unit: '%' })).toBe('plain-2');
    expect(displayed(number(-0.42, 'plain-2'))).toBe('-0.42');
  });
});

test.each([
  [[51.9], 4, 'plain-1'],
  [[1519.2], 6, 'plain-1'],
  [[1519.2], 4, 'plain-0'],
  [[0.25, 0.1, 0.5], 4, 'plain-2'],
  [[4.0620192, 3, 5.5], 4, 'plain-3'],
  [[28_500], 4, 'plain-0'],
  [[0, null], 4, 'plain-0'],
  [[1e-12], 4, 'scientific'],
] as const)('inputs %j show as written, up to %d digits: %s', (values, digits, format) => {
  expect(inputFormat(values, digits)).toBe(format);
});

test.each([
  [number(-1234.5, 'plain-1'), '-1,234.5'],
  [number(1234567, 'plain-0'), '1,234,567'],
  [number(0.1234567, 'plain-6'), '0.123457'],
  [number(3, 'signed-1'), '+3.0'],
  [number(0, 'signed-1'), '0.0'],
  [percent(0.1234, 1), '12.3%'],
  [number(1.5e-9, 'scientific'), '1.50E-09'],
  [number(1.5e-12, 'scientific'), '1.50E-12'],
  [number(dayNumber('2025-04-01'), 'month'), '2025-04'],
  [number(dayNumber('2025-04-01'), 'year'), '2025'],
  [number(null, 'plain-0'), ''],
  [number(-0.4, 'plain-0'), '0'],
  [number(-0.5, 'plain-0'), '-1'],
  [number(-0.04, 'plain-1'), '0.0'],
  [number(-0.04, 'signed-1'), '0.0'],
  [number(0.04, 'signed-1'), '0.0'],
  [number(0.05, 'signed-1'), '+0.1'],
  [number(-0.05, 'signed-1'), '-0.1'],
  [percent(-0.004, 0), '0%'],
])('shows %j as %s', (cell, shown) => {
  expect(displayed(cell)).toBe(shown);
});

test('days count as Excel counts them', () => {
  expect(dayNumber('2025-04-01')).toBe(45_748);
});

test.each([
  ['plain-0', '[>=0]#,##0_);[<=-0.5]-#,##0_);0_)'],
  ['plain-2', '[>=0]#,##0.00_);[<=-0.005]-#,##0.00_);0.00_)'],
  ['signed-1', '[>=0.05]+#,##0.0_);[<=-0.05]-#,##0.0_);0.0_)'],
  ['percent-0', '[>=0]0%_);[<=-0.005]-0%_);0%_)'],
  ['percent-1', '[>=0]0.0%_);[<=-0.0005]-0.0%_);0.0%_)'],
  ['month', 'yyyy-mm_)'],
  ['year', 'yyyy_)'],
  ['scientific', '0.00E+00_)'],
] as const)('%s is %s in Excel', (format, code) => {
  expect(excelFormat(format)).toBe(code);
});

test('a signed cell that holds a little less than nothing has no sign', () => {
  // no three sections serve both signs: spreadsheets write a minus of their own where a section may hold either
  const code = '[>=0]+#,##0.0_);[<=-0.05]-#,##0.0_);0.0_)';
  expect(excelFormat('signed-1', -0.04)).toBe(code);
  for (const value of [-0.05, 0, 0.04, null]) expect(excelFormat('signed-1', value)).not.toBe(code);
});
