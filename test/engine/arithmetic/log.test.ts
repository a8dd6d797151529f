import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fdlibmLog } from '../../../engine/arithmetic/log.ts';
import { anyBits, sweep } from './doubles.ts';

// The host is V8 wherever these tests run, and V8's log is fdlibm's.
function differing(points: Iterable<number>): number[] {
  return [...points].filter((x) => !Object.is(fdlibmLog(x), Math.log(x)));
}

test('log has the bits of the host around 1 and over many sizes', () => {
  expect(differing(sweep(0, 3, 100_000))).toEqual([]);
  expect(differing(sweep(1 - 2e-6, 1 + 2e-6, 20_000))).toEqual([]);
  expect(differing(sweep(1, 1e9, 50_000))).toEqual([]);
});

test('log has the bits of the host at every power of two and beside it', () => {
  const powers = Array.from({ length: 2098 }, (_, index) => 2 ** (index - 1074));
  expect(differing(powers)).toEqual([]);
  expect(differing(powers.flatMap((x) => [x * (1 + 2 ** -21), x * (1 - 2 ** -22)]))).toEqual([]);
});

test('log has the bits of the host for subnormal numbers', () => {
  expect(differing(sweep(0, 2.3e-308, 50_000))).toEqual([]);
});

test('log has the bits of the host at the ends', () => {
  const ends = [0, -0, -1, -5e-324, 1, NaN, Infinity, -Infinity, Number.MAX_VALUE, 5e-324];
  expect(differing(ends)).toEqual([]);
});

test('log has the bits of the host for any double', () => {
  fc.assert(
    fc.property(anyBits, (x) => Object.is(fdlibmLog(x), Math.log(x))),
    { numRuns: 5000 },
  );
});

test('known values', () => {
  expect(fdlibmLog(1)).toBe(0);
  expect(fdlibmLog(2)).toBe(Math.LN2);
  expect(fdlibmLog(Math.E)).toBe(1);
  expect(fdlibmLog(0)).toBe(-Infinity);
  expect(fdlibmLog(-1)).toBeNaN();
});
