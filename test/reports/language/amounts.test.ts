import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountIn } from '../../../reports/language/amounts.ts';
import { holdLaw } from '../../support/law.ts';

test.each([
  ['5.7', 'trn KRW', '5.7조 원'],
  ['0.08', 'trn KRW/year', '800억 원/년'],
  ['42.5', 'trn KRW', '42.5조 원'],
  ['-12.3', 'bn USD', '-123억 달러'],
  ['105', 'bn USD/year', '1,050억 달러/년'],
  ['2350', 'bn USD', '2.350조 달러'],
  ['0.004', 'bn USD', '400만 달러'],
  ['0.0000004', 'bn USD', '400달러'],
  ['28.5', 'thousand people', '2.85만 명'],
  ['1.5', 'thousand USD/vehicle', '1,500달러/대'],
  ['7', 'Mt/year', '700만 톤/년'],
  ['0', 'trn KRW', '0원'],
  ['0.00', 'bn USD/year', '0달러/년'],
  ['+1,234.5', 'million USD', '+12.345억 달러'],
  ['4.2', 'USD/MMBtu', '4.2달러/MMBtu'],
  ['-0.3', '%', '-0.3%'],
  ['5', '%/year', '5%/년'],
  ['5', 'pp', '5%p'],
  ['5.6', '1', '5.6'],
  ['28500', 'people', '28,500명'],
  ['3.6', 'MMBtu', '3.6 MMBtu'],
  ['12', 'months', '12개월'],
])('%s %s is %s', (decimal, unit, korean) => {
  expect(amountIn('ko', decimal, unit)).toBe(korean);
});

test.each([
  ['5.7', 'trn KRW', '5.7 trn KRW'],
  ['-0.3', '%', '-0.3%'],
  ['5.6', '1', '5.6'],
])('in English %s %s is %s', (decimal, unit, english) => {
  expect(amountIn('en', decimal, unit)).toBe(english);
});

const SIZES = { 조: 1e12, 억: 1e8, 만: 1e4, '': 1 };
const SCALES = { thousand: 1e3, million: 1e6, bn: 1e9, trillion: 1e12 };

test('an amount is as large in Korean as in English, whatever its digits', () => {
  const cases = fc.tuple(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(...(Object.keys(SCALES) as (keyof typeof SCALES)[])),
  );
  holdLaw(cases, 2_000, ([digits, decimals, scale]) => {
    const decimal = (digits / 10 ** decimals).toFixed(decimals);
    const korean = amountIn('ko', decimal, `${scale} KRW`);
    const [, number = '', word = ''] = /^([-\d.,]+)([조억만]?) ?원$/.exec(korean)!;
    const size = Number(number.replaceAll(',', '')) * SIZES[word as keyof typeof SIZES];
    const due = Number(decimal) * SCALES[scale];
    expect(Math.abs(size - due)).toBeLessThanOrEqual(1e-12 * Math.abs(due));
    expect(word === '' || Math.abs(Number(number.replaceAll(',', ''))) >= 1).toBe(true);
  });
});
