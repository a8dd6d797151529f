import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integerPower, power } from '../../../engine/arithmetic/power.ts';

test('a power is exp of the exponent times the log', () => {
  expect(power(1.07, 0.5)).toBe(Math.exp(0.5 * Math.log(1.07)));
  expect(power(0, 2)).toBe(0);
  expect(power(2, 0)).toBe(1);
  expect(power(-2, 0.5)).toBeNaN();
});

test('whole exponents multiply in an order that the exponent alone decides', () => {
  const x = 1.1;
  const square = x * x;
  expect(integerPower(x, 0)).toBe(1);
  expect(integerPower(x, 1)).toBe(x);
  expect(integerPower(x, 2)).toBe(square);
  expect(integerPower(x, 3)).toBe(square * x);
  expect(integerPower(x, 4)).toBe(square * square);
  expect(integerPower(x, 5)).toBe(square * square * x);
  expect(integerPower(x, 6)).toBe(square * x * (square * x));
  expect(integerPower(x, 7)).toBe(square * x * (square * x) * x);
});

test('a negative exponent divides 1 by the power', () => {
  expect(integerPower(1.1, -3)).toBe(1 / (1.1 * 1.1 * 1.1));
  expect(integerPower(0, -1)).toBe(Infinity);
});

test('powers of two and signs are exact', () => {
  expect(integerPower(2, 64)).toBe(2 ** 64);
  expect(integerPower(-2, 63)).toBe(-(2 ** 63));
  expect(integerPower(2, -64)).toBe(2 ** -64);
  expect(integerPower(-3, 4)).toBe(81);
});

test('other exponents are no whole powers', () => {
  for (const exponent of [0.5, 65, -65, NaN]) {
    expect(() => integerPower(2, exponent)).toThrow('no whole exponent up to 64');
  }
});

test('both powers tell the same to about 13 digits', () => {
  const base = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(
    fc.property(base, fc.integer({ min: -64, max: 64 }), (x, n) => {
      expect(power(x, n) / integerPower(x, n)).toBeCloseTo(1, 12);
    }),
  );
});
