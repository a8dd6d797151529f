import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOver, countIn, edgeOf, edgesOver } from '../../reports/bins.ts';
import { summaryOf } from '../support/results.ts';

const over = (values: readonly number[]) => binsOver([summaryOf(values)]);
const edges = (values: readonly number[]) => edgesOver([summaryOf(values)]);
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);

describe('equal bins', () => {
  test('have round widths and cover where the draws lie', () => {
    const bins = over(upTo(100))!;
    expect(bins).toEqual({ from: 0, width: 5, count: 21 });
    expect(edgeOf(bins, 3)).toBe(15);
  });

  test('are none without draws, and one where draws are equal', () => {
    expect(over([])).toBeNull();
    expect(over([7, 7, 7])).toEqual({ from: 7, width: 0, count: 1 });
  });

  test.each([[[1e12, 1e12 + 0.0002]], [[5e-324, 1e-323]], [[-1e-310, 0]]])(
    'are one where draws %j hardly differ',
    (values) => {
      expect(over(values)).toMatchObject({ width: 0, count: 1 });
    },
  );
});

describe('bins that hold every draw', () => {
  test('are the equal ones, the first and the last as wide as they must be', () => {
    expect(edges(upTo(100))).toEqual(upTo(21).map((edge) => 5 * edge));
    const outliers = edges([-1_000, ...upTo(100), 812]);
    expect([outliers[0], outliers.at(-1)]).toEqual([-1_000, 820]);
    expect(outliers[1]).toBeGreaterThan(-40);
    expect(edges([])).toEqual([]);
    expect(edges([7, 7])).toEqual([0, 10]);
    expect(edges([0, 0])).toEqual([0, 1]);
  });

  test('hold their lower edge and not their upper one, whatever rounding makes of it', () => {
    const values = Float64Array.of(0, 0.1 + 0.2, 0.3, 0.3 - 2 ** -54, 0.29999, 0.6);
    expect(countIn([0, 0.3, 0.6, 0.9], values)).toEqual([2, 3, 1]);
  });

  test('hold every draw between their edges, whatever its size', () => {
    const sizes = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(fc.array(sizes, { minLength: 1, maxLength: 50 }), (values) => {
        const found = edges(values);
        const counts = countIn(found, Float64Array.from(values));
        for (const [bin, count] of counts.entries()) {
          const [from, to] = [found[bin]!, found[bin + 1]!];
          expect(from).toBeLessThan(to);
          const near = 1e-14 * Math.max(Math.abs(from), Math.abs(to));
          const inside = values.filter((value) => value >= from - near && value < to);
          expect(inside.length).toBeGreaterThanOrEqual(count);
        }
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(found.length).toBeLessThan(31);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });
});
