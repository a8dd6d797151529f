import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fdlibmExp } from '../../../engine/arithmetic/exp.ts';
import { exp } from '../../../engine/wasm/exp.ts';
import { anyBits, sweep } from '../arithmetic/doubles.ts';
import { compileGuarded, compileStep, differing } from './run-step.ts';

const run = compileGuarded(exp, 4);
const alone = compileGuarded(exp, 1);

/** Looks at points in whole packs and two by two: a pack of usual numbers takes another way than one that is not. */
function wrong(points: Iterable<number>): readonly number[] {
  const inputs = Float64Array.from(points);
  return [
    ...differing(inputs, run(inputs), fdlibmExp),
    ...differing(inputs, alone(inputs), fdlibmExp),
  ];
}

test('exp of vectors has the bits of exp over its whole range', () => {
  expect(wrong(sweep(-746, 710, 500_000))).toEqual([]);
  expect(wrong(sweep(-2, 2, 500_000))).toEqual([]);
  expect(wrong(sweep(-1e-7, 1e-7, 100_000))).toEqual([]);
});

test('exp of vectors has the bits of exp where its result is subnormal', () => {
  expect(wrong(sweep(-745.2, -708, 100_000))).toEqual([]);
});

/** A double and its neighbours, on both sides of zero. */
function around(x: number): readonly number[] {
  const bits = new BigInt64Array(Float64Array.of(x).buffer)[0]!;
  const near = Array.from({ length: 41 }, (_, at) => bits + BigInt(at - 20));
  const doubles = new Float64Array(BigInt64Array.from(near).buffer);
  return [...doubles].flatMap((value) => [value, -value]);
}

test('exp of vectors has the bits of exp at all edges', () => {
  const highWords = [0x3fd62e42, 0x3fd62e43, 0x3ff0a2b2, 0x3ff0a2b3, 0x3e300000];
  const lines = highWords.map((high) => new Float64Array(Uint32Array.of(0, high).buffer)[0]!);
  const ends = [
    700, 709.782712893384, 745.1332191019411, 708.3964185322641, 709.0895657128241, 710, 746,
  ];
  const ties = [2 ** -53, 3 * 2 ** -53, 5 * 2 ** -53, 1, 2 ** -1022, 1e300];
  expect(wrong([...lines, ...ends, ...ties].flatMap(around))).toEqual([]);
  const special = [0, -0, Infinity, -Infinity, NaN, 5e-324, -5e-324, Number.MAX_VALUE];
  expect(wrong(special)).toEqual([]);
  expect(wrong(special.flatMap((x) => [x, x, 2, 3]))).toEqual([]);
});

test('exp of vectors has the bits of exp at half-way points between powers of two', () => {
  const points = Array.from({ length: 2200 }, (_, at) => (at - 1100 + 0.5) * Math.LN2);
  expect(wrong(points.flatMap(around))).toEqual([]);
});

test('exp of vectors has the bits of exp for any double', () => {
  fc.assert(
    fc.property(fc.array(anyBits, { minLength: 1, maxLength: 50 }), (points) => {
      expect(wrong(points)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([1, 2, 3, 8])(
  'packs of %d vectors give the same, with and without a quick way',
  (width) => {
    const inputs = Float64Array.from(sweep(-30, 30, 960));
    for (const compiled of [compileStep(exp.any, 1, width), compileGuarded(exp, width)]) {
      expect(differing(inputs, compiled(inputs), fdlibmExp)).toEqual([]);
    }
  },
);
