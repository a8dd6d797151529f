import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  halfDigit,
  misfit,
  type Quantity,
  readQuantity,
} from '../../../engine/quantity/quantity.ts';
import { isRefusal } from '../../../engine/quantity/refusal.ts';
import { readUnit, type Unit } from '../../../engine/quantity/unit.ts';
import { PLAIN_DIGITS } from '../../../engine/source/check-number.ts';

function quantity(text: string): Quantity {
  const read = readQuantity(text);
  if (isRefusal(read)) throw new Error(read.message);
  return read;
}

function misfitOf(text: string, wanted: string) {
  return misfit(quantity(text), readUnit(wanted) as Unit, text);
}

describe('readQuantity', () => {
  it.each<[string, number, string]>([
    ['3.3 Mt/year', 275_000, 'Mt/year'],
    ['15 trillion KRW', 15e12, 'trillion KRW'],
    ['25%', 0.25, '%'],
    ['25 %', 0.25, '%'],
    ['7%', 0.07, '%'],
    ['2.2 pp', 0.022, 'pp'],
    ['90 days', (90 * 12) / 365, 'days'],
    ['4', 4, '1'],
    ['-0.5', -0.5, '1'],
    ['+3', 3, '1'],
    ['1e-3 Mt', 1000, 'Mt'],
    ['2.5E+3 USD', 2500, 'USD'],
    ['0 Mt/year', 0, 'Mt/year'],
    ['5e-324', 5e-324, '1'],
    ['0e-12', 0, '1'],
  ])('reads %s', (text, value, unit) => {
    const read = quantity(text);
    expect(read.value).toBe(value);
    expect(read.unit.text).toBe(unit);
  });

  it('keeps the decimal as it was written', () => {
    expect(quantity('7.50 %').decimal).toBe('7.50');
  });

  it.each(['', 'USD', '%', '- 5 USD', 'Infinity', 'NaN', 'three ships', '--5', 'x 5 USD'])(
    'does not take "%s" for a quantity',
    (text) => {
      expect(readQuantity(text)).toEqual({
        refused: 'bad-quantity',
        message: `"${text}" is not a quantity`,
        offset: 0,
        length: text.length,
        hint: 'a quantity is a number and its unit, such as `3.3 Mt/year`',
      });
    },
  );

  it.each([
    ['1_000 USD', '"1_000" is no number', 5],
    ['1,000 USD', '"1,000" is no number', 5],
    ['3,5 Mt/year', '"3,5" is no number', 3],
    ['010 Mt/year', '010 starts with a needless zero', 3],
    ['-007%', '-007 starts with a needless zero', 4],
    ['.5 USD', '".5" is no number', 2],
    ['-5. USD', '"-5." is no number', 3],
    ['1.2.3', '"1.2.3" is no number', 5],
    ['0x1F Mt', '"0x1F" is no number', 4],
    ['\uff13.\uff15 Mt', '"\uff13.\uff15" is no number', 3],
    ['\u22123 Mt', '"\u22123" is no number', 2],
  ])('points at the odd number of %s', (text, message, length) => {
    expect(readQuantity(text)).toMatchObject({ refused: 'odd-number', message, offset: 0, length });
  });

  it.each([
    ['010 Mt/year', '010', 'write 10'],
    ['-1,000,000 USD', '-1,000,000', PLAIN_DIGITS],
    ['+12_345_678', '+12_345_678', PLAIN_DIGITS],
    ['-.25 Mt', '-.25', 'a number has digits on both sides of its point'],
    ['+12. Mt', '+12.', 'a number has digits on both sides of its point'],
    ['-10.20.30.40', '-10.20.30.40', PLAIN_DIGITS],
    ['-0x1f Mt', '-0x1f', 'numbers are written in decimal'],
    ['0B101', '0B101', 'numbers are written in decimal'],
    ['-\uff11\uff12\uff0e\uff15 Mt', '-\uff11\uff12\uff0e\uff15', 'type plain digits: 0 to 9'],
    ['12\uff13', '12\uff13', 'type plain digits: 0 to 9'],
    ['\u221212.25 Mt', '\u221212.25', 'type a plain minus sign: -'],
    ['\u20133', '\u20133', 'type a plain minus sign: -'],
  ])('shows all of the odd number of %s, and says how to write it', (text, decimal, hint) => {
    expect(readQuantity(text)).toMatchObject({
      refused: 'odd-number',
      message: expect.stringContaining(decimal),
      length: decimal.length,
      hint,
    });
  });

  it.each(['Mt 1,000', 'Mt 5.', 'Mt 1.2.3', 'x 0x1F', 'Mt \uff13', 'Mt \u22123'])(
    'looks for odd numbers at the beginning of %s alone',
    (text) => {
      expect(readQuantity(text)).toMatchObject({ refused: 'bad-quantity' });
    },
  );

  it.each(['€5', '$ 5', 'Mt/year 3', 'Mt 3 Mt'])('tells %s to put the unit last', (text) => {
    expect(readQuantity(text)).toMatchObject({
      refused: 'bad-quantity',
      message: `"${text}" is not a quantity`,
      hint: 'the unit comes after the number, such as `3.3 Mt/year`',
    });
  });

  it.each(['x 5', '$x 5', 'x$5', 'about Mt 3', 'Mt about', '- Mt 3'])(
    'does not take what stands before the number of %s for a unit',
    (text) => {
      expect(readQuantity(text)).toMatchObject({
        hint: 'a quantity is a number and its unit, such as `3.3 Mt/year`',
      });
    },
  );

  it.each([
    ['3-7 Mt', '3-7'],
    ['3 \u00b1 1 Mt', '3 \u00b1 1'],
    ['-12.5 ~ 15.25 Mt', '-12.5 ~ 15.25'],
    ['2025-123', '2025-123'],
    ['202-12', '202-12'],
  ])('says how to write the range %s', (text, range) => {
    expect(readQuantity(text)).toEqual({
      refused: 'bad-quantity',
      message: `"${range}" is not a number`,
      offset: 0,
      length: range.length,
      hint: 'a 90% interval is written `3 to 7 Mt/year`',
    });
  });

  it.each(['2025-04', '2025-4', '2025-04-09', '3 Mt 3-7'])(
    'takes no part of %s for a range',
    (text) => {
      expect(readQuantity(text)).toMatchObject({ refused: 'unit-unknown' });
    },
  );

  it.each(['1e-400', '-0.1e-330 USD'])('refuses %s, which is not 0 and would be', (text) => {
    expect(readQuantity(text)).toMatchObject({
      refused: 'bad-quantity',
      message: expect.stringContaining('too small'),
    });
  });

  it.each(['1e USD', '5%%', '10% to 20%', '3 to 7 Mt', '5 USD;'])(
    'does not take %s for one either',
    (text) => {
      const read = readQuantity(text);
      expect(isRefusal(read)).toBe(true);
      expect(read).toMatchObject({ refused: 'unit-unknown' });
    },
  );

  it.each([
    ['1e400', 5],
    ['-1e400 USD', 6],
    ['1e305 trn USD', 5],
  ])('refuses %s, which no double holds', (text, length) => {
    const message = `${text.slice(0, length)} is too large a number`;
    expect(readQuantity(text)).toEqual({ refused: 'bad-quantity', message, offset: 0, length });
  });

  it.each([
    ['3.3  Mtt/year', 5, 3],
    ['3 bn USD/yeer', 9, 4],
    ['25x', 2, 1],
    ['25 USD/', 6, 1],
  ])('points at the wrong word of %s', (text, offset, length) => {
    expect(readQuantity(text)).toMatchObject({ refused: 'unit-unknown', offset, length });
  });

  it('reads any double that is printed without a unit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(quantity(String(value)).value).toBe(value + 0);
      }),
      { seed: 1 },
    );
  });
});

describe('misfit', () => {
  it.each([
    ['3.3 Mt/year', 't/month'],
    ['15 trillion KRW', 'KRW'],
    ['25%', '%'],
    ['25%', '1'],
    ['1 pp', 'pp'],
    ['0 pp', '%'],
    ['0%', 'pp'],
    ['0', '%'],
    ['0.5', '1'],
    ['90 days', 'months'],
    ['5 jobs', 'people'],
  ])('%s fits %s', (text, wanted) => {
    expect(misfitOf(text, wanted)).toBeNull();
  });

  it.each([
    ['3.3', 'Mt/year', '3.3 has no unit; Mt/year is wanted', 'write `3.3 Mt/year`'],
    ['0', 'Mt/year', '0 has no unit; Mt/year is wanted', 'write `0 Mt/year`'],
    ['25', '%', '25 has no unit; % is wanted', 'write `25%`'],
    ['25', 'pp', '25 has no unit; pp is wanted', 'write `25 pp`'],
    ['25', '%/year', '25 has no unit; %/year is wanted', 'write `25 %/year`'],
  ])('%s lacks the unit %s', (text, wanted, message, hint) => {
    const length = text.length;
    expect(misfitOf(text, wanted)).toEqual({
      refused: 'unit-missing',
      message,
      offset: 0,
      length,
      hint,
    });
  });

  it.each([
    [
      '3 Mt',
      'Mt/year',
      '3 Mt is in Mt; Mt/year is wanted',
      'Mt measures t, Mt/year measures t/time',
    ],
    ['3 KRW', 'USD', '3 KRW is in KRW; USD is wanted', 'KRW measures KRW, USD measures USD'],
    ['3 USD', '%', '3 USD is in USD; % is wanted', 'USD measures USD, % measures a plain number'],
    ['3%', 'USD', '3% is in %; USD is wanted', '% measures a plain number, USD measures USD'],
    ['3%', 'pp', '3% is a rate; a difference of rates in pp is wanted', 'write it in pp'],
    ['3 pp', '%', '3 pp is a difference of rates; % is wanted', 'write it in %'],
  ])('%s is no %s', (text, wanted, message, hint) => {
    const length = text.length;
    expect(misfitOf(text, wanted)).toEqual({
      refused: 'unit-mismatch',
      message,
      offset: 0,
      length,
      hint,
    });
  });

  it('asks for a number where one is wanted and a difference of rates is given', () => {
    expect(misfitOf('3 pp', '1')).toMatchObject({
      refused: 'unit-mismatch',
      message: '3 pp is a difference of rates; a number is wanted',
    });
  });
});

describe('half a unit of the last digit', () => {
  it.each([
    ['3', 0.5],
    ['3.0', 0.05],
    ['-18.6%', 0.0005],
    ['22.30%', 0.00005],
    ['5.1 trillion KRW', 0.05e12],
    ['1.25e3', 5],
  ])('of %s is %d', (text, due) => {
    expect(halfDigit(quantity(text))).toBeCloseTo(due, 15);
  });
});
