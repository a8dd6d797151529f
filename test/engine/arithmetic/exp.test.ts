import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fdlibmExp } from '../../../engine/arithmetic/exp.ts';
import { anyBits, sweep } from './doubles.ts';

// The host is V8 wherever these tests run, and V8's exp is fdlibm's.
function differing(points: Iterable<number>): number[] {
  return [...points].filter((x) => !Object.is(fdlibmExp(x), Math.exp(x)));
}

test('exp has the bits of the host over its whole range', () => {
  expect(differing(sweep(-746, 710, 200_000))).toEqual([]);
  expect(differing(sweep(-2, 2, 100_000))).toEqual([]);
  expect(differing(sweep(-1e-8, 1e-8, 10_000))).toEqual([]);
});

test('exp has the bits of the host where its result is subnormal', () => {
  expect(differing(sweep(-745.2, -708, 50_000))).toEqual([]);
});

test('exp has the bits of the host at the ends and edges', () => {
  const ln2 = Math.LN2;
  const edges = [709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, 709];
  const special = [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, -5e-324, Number.MAX_VALUE];
  const branches = [ln2 / 2, 1.5 * ln2, 2 ** -28].flatMap((x) => [x, x * (1 + 2 ** -52), -x]);
  expect(differing([...edges, ...special, ...branches])).toEqual([]);
});

test('exp has the bits of the host for any double', () => {
  fc.assert(
    fc.property(anyBits, (x) => Object.is(fdlibmExp(x), Math.exp(x))),
    { numRuns: 5000 },
  );
});

test('known values', () => {
  expect(fdlibmExp(1)).toBe(Math.E);
  expect(fdlibmExp(-Infinity)).toBe(0);
  expect(fdlibmExp(710)).toBe(Infinity);
  expect(fdlibmExp(-745)).toBe(5e-324);
});
