import { expect, test } from 'vitest';
import { smallSine } from '../../../engine/arithmetic/sine.ts';
import { sweep } from './doubles.ts';

test.each([
  ['30 degrees', Math.PI / 6, 1 / 2],
  ['18 degrees', Math.PI / 10, (Math.sqrt(5) - 1) / 4],
  ['15 degrees', Math.PI / 12, (Math.sqrt(6) - Math.sqrt(2)) / 4],
  ['45 degrees', Math.PI / 4, Math.SQRT1_2],
])('the sine of %s', (_, x, expected) => {
  expect(Math.abs(smallSine(x) / expected - 1)).toBeLessThan(3e-16);
  expect(smallSine(-x)).toBe(-smallSine(x));
});

test('the bits are pinned', () => {
  expect([0.1, 0.3, 0.5].map(smallSine)).toEqual([
    0.09983341664682815, 0.29552020666133955, 0.479425538604203,
  ]);
  expect(smallSine(0)).toBe(0);
  expect(smallSine(5e-324)).toBe(5e-324);
});

test('every small angle has the sine of the host, to the last bit or the one before', () => {
  const isFar = (x: number) => Math.abs(smallSine(x) - Math.sin(x)) > Math.abs(x) * 2 ** -52;
  expect([...sweep(-Math.PI / 4, Math.PI / 4, 100_000)].filter(isFar)).toEqual([]);
});

test('the sine of twice an angle follows from the sine of the angle', () => {
  for (const x of sweep(0, Math.PI / 8, 1000)) {
    const [half, whole] = [smallSine(x), smallSine(2 * x)];
    expect(Math.abs(2 * half * Math.sqrt(1 - half * half) - whole)).toBeLessThan(3e-16);
  }
});

test.each([0.8, -0.8, Infinity, NaN])('%d is no small angle', (x) => {
  expect(() => smallSine(x)).toThrow(RangeError);
});
