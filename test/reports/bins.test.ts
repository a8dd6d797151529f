import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binsOver, countIn, edgeOf } from '../../reports/bins.ts';
import { summaryOf } from '../support/results.ts';

const over = (values: readonly number[]) => binsOver([summaryOf(values)]);

test('bins have round widths and cover where the draws lie', () => {
  const bins = over(Array.from({ length: 101 }, (_, index) => index))!;
  expect(bins).toEqual({ from: 0, width: 5, count: 21 });
  expect(edgeOf(bins, 3)).toBe(15);
});

test('no draws have no bins, and equal draws have one', () => {
  expect(over([])).toBeNull();
  const one = over([7, 7, 7])!;
  expect(one).toEqual({ from: 7, width: 0, count: 1 });
  expect(countIn(one, Float64Array.of(7, 7, 7))).toEqual([3]);
});

test.each([[[1e12, 1e12 + 0.0002]], [[5e-324, 1e-323]], [[-1e-310, 0]]])(
  'draws %j that hardly differ share one bin',
  (values) => {
    expect(over(values)).toMatchObject({ width: 0, count: 1 });
  },
);

test('draws beyond the bins count in the first and the last', () => {
  const bins = { from: 0, width: 1, count: 3 };
  expect(countIn(bins, Float64Array.of(-9, 0, 1, 1.5, 2, 3, 99))).toEqual([2, 2, 3]);
});

test('every draw is counted once, whatever its size', () => {
  const sizes = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 1, maxLength: 50 }), (values) => {
      const bins = over(values)!;
      const counts = countIn(bins, Float64Array.from(values));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      expect(bins.count).toBeLessThan(30);
    }),
    { numRuns: 2_000, seed: 3 },
  );
});
