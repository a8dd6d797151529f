import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseDimension,
  type Dimension,
  divide,
  isNone,
  isSame,
  multiply,
  NONE,
  raise,
  showDimension,
  TIME,
} from '../../../engine/quantity/dimension.ts';

const dimensions: fc.Arbitrary<Dimension> = fc
  .dictionary(
    fc.constantFrom('USD', 'KRW', 'time', 't', 'MMBtu'),
    fc.integer({ min: -240, max: 240 }).filter((exponent) => exponent !== 0),
  )
  .map((exponents) => new Map(Object.entries(exponents)));

function law(check: (a: Dimension, b: Dimension, c: Dimension) => void): void {
  fc.assert(fc.property(dimensions, dimensions, dimensions, check), { seed: 1 });
}

describe('multiply and divide', () => {
  it('commute and associate', () => {
    law((a, b, c) => {
      expect(isSame(multiply(a, b), multiply(b, a))).toBe(true);
      expect(isSame(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))).toBe(true);
    });
  });

  it('leave a dimension alone with a plain number', () => {
    law((a) => {
      expect(isSame(multiply(a, NONE), a)).toBe(true);
      expect(isSame(divide(a, NONE), a)).toBe(true);
    });
  });

  it('undo each other, down to no entry at all', () => {
    law((a, b) => {
      expect(isSame(divide(multiply(a, b), b), a)).toBe(true);
      expect(divide(a, a).size).toBe(0);
    });
  });

  it('keep no exponent of zero', () => {
    law((a, b) => {
      expect([...multiply(a, b).values(), ...divide(a, b).values()]).not.toContain(0);
    });
  });

  it('do not change their operands', () => {
    const usd = baseDimension('USD');
    multiply(usd, TIME);
    expect([...usd]).toEqual([['USD', 60]]);
  });
});

describe('raise', () => {
  it('multiplies a dimension with itself', () => {
    law((a) => {
      expect(isSame(raise(a, 2)!, multiply(a, a))).toBe(true);
      expect(isSame(raise(a, -1)!, divide(NONE, a))).toBe(true);
      expect(isSame(raise(a, 1)!, a)).toBe(true);
      expect(isNone(raise(a, 0)!)).toBe(true);
    });
  });

  it.each([2, 3, 4, 5, 6])('undoes the root of order %i', (order) => {
    const root = raise(TIME, 1 / order)!;
    expect(isSame(raise(root, order)!, TIME)).toBe(true);
  });

  it('refuses an exponent that no sixtieth tells', () => {
    expect(raise(TIME, 1 / 7)).toBeNull();
    expect(raise(TIME, 0.01)).toBeNull();
    expect(raise(TIME, Number.POSITIVE_INFINITY)).toBeNull();
    expect(raise(TIME, Number.NaN)).toBeNull();
  });

  it('raises a plain number to anything', () => {
    expect(raise(NONE, 1 / 7)).toEqual(NONE);
  });
});

describe('isSame', () => {
  it('compares bases and exponents', () => {
    expect(isSame(TIME, baseDimension('time'))).toBe(true);
    expect(isSame(TIME, NONE)).toBe(false);
    expect(isSame(TIME, baseDimension('USD'))).toBe(false);
    expect(isSame(TIME, multiply(TIME, TIME))).toBe(false);
    expect(isSame(baseDimension('USD'), baseDimension('KRW'))).toBe(false);
  });
});

describe('showDimension', () => {
  const usd = baseDimension('USD');
  it.each<[string, Dimension]>([
    ['a plain number', NONE],
    ['USD', usd],
    ['USD/time', divide(usd, TIME)],
    ['1/time', divide(NONE, TIME)],
    ['1/time^2', raise(TIME, -2)!],
    ['USD^0.5', raise(usd, 0.5)!],
    [
      'USD t/MMBtu/time',
      divide(multiply(usd, baseDimension('t')), multiply(TIME, baseDimension('MMBtu'))),
    ],
  ])('%s', (text, dimension) => {
    expect(showDimension(dimension)).toBe(text);
  });

  it('does not depend on the order of multiplication', () => {
    law((a, b) => {
      expect(showDimension(multiply(a, b))).toBe(showDimension(multiply(b, a)));
    });
  });
});
