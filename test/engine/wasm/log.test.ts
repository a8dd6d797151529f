import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fdlibmLog } from '../../../engine/arithmetic/log.ts';
import { log } from '../../../engine/wasm/log.ts';
import { anyBits, sweep } from '../arithmetic/doubles.ts';
import { compileGuarded, compileStep, differing } from './run-step.ts';

const run = compileGuarded(log, 4);
const alone = compileGuarded(log, 1);

/** Looks at points in whole packs and two by two: a pack of usual numbers takes another way than one that is not. */
function wrong(points: Iterable<number>): readonly number[] {
  const inputs = Float64Array.from(points);
  return [
    ...differing(inputs, run(inputs), fdlibmLog),
    ...differing(inputs, alone(inputs), fdlibmLog),
  ];
}

/** Numbers with given upper bits and all kinds of lower ones. */
function withHighWords(words: Iterable<number>): readonly number[] {
  return [...words].flatMap((high) => {
    const lows = [0, 1, 0x7fffffff, 0xffffffff, Math.imul(high, 0x9e3779b1) >>> 0];
    return lows.map((low) => new Float64Array(Uint32Array.of(low, high >>> 0).buffer)[0]!);
  });
}

test('log of vectors has the bits of log over common numbers', () => {
  expect(wrong(sweep(0, 4, 500_000))).toEqual([]);
  expect(wrong(sweep(0.99999, 1.00001, 200_000))).toEqual([]);
  expect(wrong(sweep(0, 1e6, 200_000))).toEqual([]);
});

test('log of vectors has the bits of log for every fraction that fdlibm tells apart', () => {
  const lines = [0, 0x6147a, 0x6a09c, 0x6b851, 0xffffd, 0xfffff];
  const fractions = lines.flatMap((line) => [-2, -1, 0, 1, 2].map((by) => (line + by) & 0xfffff));
  const exponents = Array.from({ length: 2048 }, (_, at) => at << 20);
  const words = exponents.flatMap((exponent) => fractions.map((fraction) => exponent | fraction));
  expect(wrong(withHighWords(words))).toEqual([]);
});

test('log of vectors has the bits of log for subnormal numbers', () => {
  const powers = Array.from({ length: 52 }, (_, at) => 2 ** (at - 1074));
  expect(wrong(powers.flatMap((x) => [x, x * 1.5, x * 1.375, -x]))).toEqual([]);
  expect(wrong(sweep(0, 2.3e-308, 50_000))).toEqual([]);
});

test('log of vectors knows the special numbers, alone and among usual ones', () => {
  const special = [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, -5e-324, Number.MAX_VALUE];
  expect(wrong(special)).toEqual([]);
  expect(wrong(special.flatMap((x) => [x, 2, 3, 5]))).toEqual([]);
  expect(wrong(special.flatMap((x) => [7, x, x]))).toEqual([]);
});

test('log of vectors has the bits of log for any double', () => {
  fc.assert(
    fc.property(fc.array(anyBits, { minLength: 1, maxLength: 50 }), (points) => {
      expect(wrong([...points, ...points.map(Math.abs)])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([1, 2, 3, 8])(
  'packs of %d vectors give the same, with and without a quick way',
  (width) => {
    const inputs = Float64Array.from(sweep(-1, 30, 960));
    for (const compiled of [compileStep(log.any, 1, width), compileGuarded(log, width)]) {
      expect(differing(inputs, compiled(inputs), fdlibmLog)).toEqual([]);
    }
  },
);
