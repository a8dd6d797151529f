import { describe, expect, it } from 'vitest';
import { scaleNamed, unitNamed, unitWords } from '../../../engine/quantity/unit-table.ts';

describe('unitNamed', () => {
  it.each([
    ['%', null, -2, 1, 1],
    ['percent', null, -2, 1, 1],
    ['pp', null, -2, 1, 1],
    ['1', null, 0, 1, 1],
    ['month', 'time', 0, 1, 1],
    ['quarters', 'time', 0, 3, 1],
    ['year', 'time', 0, 12, 1],
    ['days', 'time', 0, 12, 365],
    ['kg', 't', -3, 1, 1],
    ['kt', 't', 3, 1, 1],
    ['Mt', 't', 6, 1, 1],
    ['MtCO2e', 'tCO2e', 6, 1, 1],
    ['TWh', 'MWh', 6, 1, 1],
    ['USD', 'USD', 0, 1, 1],
    ['KRW', 'KRW', 0, 1, 1],
    ['jobs', 'person', 0, 1, 1],
  ])('knows %s', (name, base, tens, numerator, denominator) => {
    expect(unitNamed(name)).toMatchObject({ base, tens, numerator, denominator });
  });

  it.each([
    ['month', 'months'],
    ['t', 'tonnes'],
    ['ship', 'ships'],
    ['person', 'troops'],
    ['household', 'households'],
  ])('gives %s and %s one row', (one, other) => {
    expect(unitNamed(one)).toBe(unitNamed(other));
  });

  it.each(['mt', 'usd', 'Month', 'bn', '', 'constructor', '__proto__', 'toString'])(
    'does not know "%s"',
    (name) => {
      expect(unitNamed(name)).toBeUndefined();
    },
  );
});

describe('scaleNamed', () => {
  it.each([
    ['thousand', 3],
    ['million', 6],
    ['billion', 9],
    ['bn', 9],
    ['trillion', 12],
    ['trn', 12],
    ['USD', undefined],
    ['constructor', undefined],
  ])('%s is 10 to the %s', (name, tens) => {
    expect(scaleNamed(name)).toBe(tens);
  });
});

describe('unitWords', () => {
  it('lists each word once, and each is a unit or a scale', () => {
    const words = unitWords();
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(unitNamed(word) ?? scaleNamed(word)).toBeDefined();
  });
});
