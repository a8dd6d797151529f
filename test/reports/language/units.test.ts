import { expect, test } from 'vitest';
import { unitWords } from '../../../engine/quantity/unit-table.ts';
import { unitIn } from '../../../reports/language/units.ts';

test.each([
  ['bn USD/year', '10억 달러/년'],
  ['trn KRW', '조 원'],
  ['bn KRW/year', '10억 원/년'],
  ['million KRW/vehicle', '백만 원/대'],
  ['thousand vehicles/year', '천 대/년'],
  ['thousand jobs', '천 명'],
  ['Mt/year', '백만 톤/년'],
  ['USD/MMBtu', '달러/MMBtu'],
  ['KRW/USD', '원/달러'],
  ['jobs year/bn KRW', '명·년/10억 원'],
  ['USD*year', '달러·년'],
  ['months', '개월'],
  ['%/month', '%/월'],
  ['1/year', '1/년'],
  ['1', '1'],
  ['%', '%'],
  ['pp', '%p'],
  ['date', '날짜'],
  ['yes/no', '예/아니요'],
])('%s is %s in Korean, and itself in English', (unit, korean) => {
  expect(unitIn('ko', unit)).toBe(korean);
  expect(unitIn('en', unit)).toBe(unit);
});

const SAME = ['1', '%', 'kg', 'tCO2e', 'MtCO2e', 'MMBtu', 'MWh', 'GWh', 'TWh'];

test('every word of a unit is Korean, or known to be the same there', () => {
  const same = unitWords().filter((word) => unitIn('ko', word) === word);
  expect(same).toEqual(SAME);
});

test('only words for the same share a Korean one', () => {
  const shared = new Map<string, string[]>();
  for (const word of unitWords()) {
    const korean = unitIn('ko', word);
    shared.set(korean, [...(shared.get(korean) ?? []), word]);
  }
  const groups = [...shared.values()].filter((words) => words.length > 1);
  expect(groups.map((words) => words.join(' '))).toEqual([
    '% percent',
    'month months',
    'quarter quarters',
    'year years',
    'day days',
    't tonne tonnes',
    'vehicle vehicles',
    'ship ships',
    'person persons people job jobs troop troops',
    'household households',
    'billion bn',
    'trillion trn',
  ]);
});
