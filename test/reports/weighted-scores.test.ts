import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranksOf, scaledMeans, weightedScores } from '../../reports/weighted-scores.ts';

const sizes = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
const means = fc.array(sizes, { minLength: 2, maxLength: 8 });
const direction = fc.constantFrom(1, -1);

describe('scaled means', () => {
  test('go from 0 for the worst to 1 for the best, in either direction', () => {
    expect(scaledMeans([10, 20, 15], 1)).toEqual([0, 1, 0.5]);
    expect(scaledMeans([10, 20, 15], -1)).toEqual([1, 0, 0.5]);
  });

  test('are all 1 where nothing but rounding tells means apart', () => {
    expect(scaledMeans([0.1 + 0.2, 0.3, 0.3], 1)).toEqual([1, 1, 1]);
    expect(scaledMeans([0, 0], -1)).toEqual([1, 1]);
  });

  test('keep the order of the means, and lie between 0 and 1', () => {
    fc.assert(
      fc.property(means, direction, (values, sign) => {
        const scaled = scaledMeans(values, sign);
        expect(Math.max(...scaled)).toBe(1);
        for (const [i, a] of values.entries()) {
          expect(scaled[i]).toBeGreaterThanOrEqual(0);
          for (const [j, b] of values.entries()) {
            if (sign * a > sign * b) expect(scaled[i]).toBeGreaterThanOrEqual(scaled[j]!);
          }
        }
      }),
    );
  });
});

describe('weighted scores', () => {
  const scores = [
    [1, 0, 0.5],
    [0, 1, 0.5],
  ];

  test('are means by weight', () => {
    expect(weightedScores(scores, [1, 1])).toEqual([0.5, 0.5, 0.5]);
    expect(weightedScores(scores, [3, 1])).toEqual([0.75, 0.25, 0.5]);
    expect(weightedScores(scores, [0, 2])).toEqual([0, 1, 0.5]);
  });

  test('do not change where all weights grow alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
        expect(weightedScores(scores, [2 * a, 2 * b])).toEqual(weightedScores(scores, [a, b]));
      }),
    );
  });
});

test('ranks start at 1, and equal scores share the better one', () => {
  expect(ranksOf([0.2, 0.9, 0.9, 0.1])).toEqual([3, 1, 1, 4]);
});
