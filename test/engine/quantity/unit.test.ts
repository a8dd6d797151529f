import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showDimension } from '../../../engine/quantity/dimension.ts';
import { isRefusal } from '../../../engine/quantity/refusal.ts';
import { fromBase, ONE, readUnit, toBase, type Unit } from '../../../engine/quantity/unit.ts';
import { unitWords } from '../../../engine/quantity/unit-table.ts';

function unit(text: string): Unit {
  const read = readUnit(text);
  if (isRefusal(read)) throw new Error(read.message);
  return read;
}

describe('readUnit', () => {
  it.each<[string, string, number, number, number]>([
    ['%', 'a plain number', -2, 1, 1],
    ['1', 'a plain number', 0, 1, 1],
    ['bn USD/year', 'USD/time', 9, 1, 12],
    ['bn USD / year', 'USD/time', 9, 1, 12],
    ['bn*USD/year', 'USD/time', 9, 1, 12],
    ['Mt/year', 't/time', 6, 1, 12],
    ['Mt/quarter', 't/time', 6, 1, 3],
    ['trillion KRW', 'KRW', 12, 1, 1],
    ['thousand billion USD', 'USD', 12, 1, 1],
    ['jobs/bn KRW', 'person/KRW', -9, 1, 1],
    ['person/million bbl', 'person/bbl', -6, 1, 1],
    ['USD/MMBtu', 'USD/MMBtu', 0, 1, 1],
    ['USD/t/year', 'USD/t/time', 0, 1, 12],
    ['USD/MMBtu*t', 'USD t/MMBtu', 0, 1, 1],
    ['1/year', '1/time', 0, 1, 12],
    ['%/year', '1/time', -2, 1, 12],
    ['year/year', 'a plain number', 0, 12, 12],
    ['days', 'time', 0, 12, 365],
    ['KRW/USD', 'KRW/USD', 0, 1, 1],
    ['MMBtu/kg', 'MMBtu/t', 3, 1, 1],
    ['tCO2e/MtCO2e', 'a plain number', -6, 1, 1],
    ['MtCO2e', 'tCO2e', 6, 1, 1],
    ['GWh', 'MWh', 3, 1, 1],
    ['TWh/household', 'MWh/household', 6, 1, 1],
    ['vehicles/ship', 'vehicle/ship', 0, 1, 1],
  ])('%s', (text, dimension, tens, numerator, denominator) => {
    const read = unit(text);
    expect(showDimension(read.dimension)).toBe(dimension);
    expect(read).toMatchObject({ text, tens, numerator, denominator });
  });

  it.each<[string, string, number, number, string]>([
    ['Mtt/year', '"Mtt" is not a unit', 0, 3, 'did you mean "Mt"?'],
    ['bn USD/yeer', '"yeer" is not a unit', 7, 4, 'did you mean "year"?'],
    ['bn  usd/year', '"usd" is not a unit', 4, 3, 'did you mean "USD"?'],
    ['milion USD', '"milion" is not a unit', 0, 6, 'did you mean "million"?'],
    ['wombats', '"wombats" is not a unit', 0, 7, 'units are written like `bn USD/year`, `Mt`, `%`'],
    [
      'constructor',
      '"constructor" is not a unit',
      0,
      11,
      'units are written like `bn USD/year`, `Mt`, `%`',
    ],
    ['2USD', '"2USD" is not a unit', 0, 4, 'did you mean "USD"?'],
    ['x', '"x" is not a unit', 0, 1, 'units are written like `bn USD/year`, `Mt`, `%`'],
  ])('points at what is no unit in %s', (text, message, offset, length, hint) => {
    expect(readUnit(text)).toEqual({ refused: 'unit-unknown', message, offset, length, hint });
  });

  it.each([
    ['yr', 'year'],
    ['mth', 'month'],
    ['q', 'quarter'],
    ['ton', 't'],
    ['Tons', 't'],
    ['barrel', 'bbl'],
    ['barrels', 'bbl'],
    ['Won', 'KRW'],
    ['dollar', 'USD'],
    ['dollars', 'USD'],
    ['$', 'USD'],
    ['bln', 'bn'],
    ['tn', 'trn'],
  ])('knows what is meant by %s', (word, meant) => {
    expect(readUnit(word)).toMatchObject({ hint: `did you mean "${meant}"?` });
  });

  it.each(['USD/day', 'days/year', 'bn USD/days', 'USD day'])(
    'knows no rate per day: %s',
    (text) => {
      expect(readUnit(text)).toEqual({
        refused: 'unit-unknown',
        message: 'no rate is per day',
        offset: 0,
        length: text.length,
        hint: 'use `/month` or `/year`',
      });
    },
  );

  it.each([
    ['', 'unit-missing', 'a unit is missing', 0],
    ['  ', 'unit-missing', 'a unit is missing', 0],
    ['/year', 'unit-unknown', 'a unit is missing before "/"', 0],
    ['* USD', 'unit-unknown', 'a unit is missing before "*"', 0],
    ['USD//year', 'unit-unknown', 'a unit is missing before "/"', 4],
    ['USD/', 'unit-unknown', 'a unit is missing after "/"', 3],
    ['bn USD *', 'unit-unknown', 'a unit is missing after "*"', 7],
    ['USD / ', 'unit-unknown', 'a unit is missing after "/"', 4],
  ])('refuses "%s"', (text, refused, message, offset) => {
    expect(readUnit(text)).toEqual({ refused, message, offset, length: 1 });
  });

  it('passes over space around a unit', () => {
    expect(readUnit(' USD / year ')).toMatchObject({ denominator: 12 });
  });

  it('points inside the text at whatever it refuses', () => {
    const word = fc.oneof(fc.constantFrom(...unitWords()), fc.string({ maxLength: 4 }));
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', '/', '*', ' / ')), { maxLength: 5 })
      .map((pairs) => pairs.flat().join(''));
    fc.assert(
      fc.property(text, (written) => {
        const read = readUnit(written);
        if (!isRefusal(read)) return;
        expect(read.offset).toBeGreaterThanOrEqual(0);
        expect(read.length).toBeGreaterThan(0);
        expect(read.offset + read.length).toBeLessThanOrEqual(Math.max(1, written.length));
      }),
      { seed: 1 },
    );
  });
});

describe('toBase', () => {
  it.each<[string, string, number]>([
    ['7', '%', 0.07],
    ['0.3', '%', 0.003],
    ['2.2', 'pp', 0.022],
    ['14.4', '%', 0.144],
    ['3.3', 'Mt', 3.3e6],
    ['1.1', 'bn USD', 1.1e9],
    ['15', 'trillion KRW', 15e12],
    ['4.35', 'million USD', 4350000],
    ['12', 'Mt/year', 1e6],
    ['2', 'years', 24],
    ['2', 'quarters', 6],
    ['24', 'months', 24],
    ['365', 'days', 12],
    ['73', 'days', 2.4],
    ['10', 'jobs/bn KRW', 1e-8],
    ['1e3', 'kg', 1],
    ['1E-2', '%', 1e-4],
    ['-2.5', '%', -0.025],
    ['+7', '%', 0.07],
    ['0', 'Mt/year', 0],
  ])('%s %s', (decimal, text, value) => {
    expect(toBase(decimal, unit(text))).toBe(value);
  });

  it('gives percentages the double nearest to them', () => {
    for (let tenths = 0; tenths < 10_000; tenths++) {
      const decimal = `${Math.floor(tenths / 10)}.${tenths % 10}`;
      const digits = String(tenths).padStart(4, '0');
      expect(toBase(decimal, unit('%'))).toBe(Number(`${digits[0]}.${digits.slice(1)}`));
    }
  });

  it('is Number where the unit is a plain number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toBase(String(value), ONE)).toBe(value + 0);
      }),
      { seed: 1 },
    );
  });
});

describe('fromBase', () => {
  it.each<[number, string, number]>([
    [0.07, '%', 7.000000000000001],
    [0.25, '%', 25],
    [3.3e6, 'Mt', 3.3],
    [24, 'years', 2],
    [12, 'days', 365],
    [1e6, 'Mt/year', 12],
    [2e9, 'bn USD', 2],
    [1, 'kg', 1000],
    [4e30, 'trn trn million USD', 4],
  ])('%d in %s', (value, text, shown) => {
    expect(fromBase(value, unit(text))).toBe(shown);
  });

  it('undoes toBase up to the last bits', () => {
    const units = fc.constantFrom('%', 'Mt/year', 'bn USD/year', 'days', 'jobs/bn KRW', 'kg', '1');
    fc.assert(
      fc.property(units, fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (text, value) => {
        const back = fromBase(toBase(String(value), unit(text)), unit(text));
        expect(Math.abs(back / value - 1)).toBeLessThan(1e-15);
      }),
      { seed: 1 },
    );
  });
});
