import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eliminate } from '../../../engine/arithmetic/eliminate.ts';

function solved(rows: readonly (readonly number[])[]): readonly number[] {
  const matrix = Float64Array.from(rows.flat());
  eliminate(matrix, rows.length);
  const width = rows.length + 1;
  return rows.map((_, row) => matrix[row * width + rows.length]!);
}

test('one equation is a division', () => {
  expect(solved([[4, 10]])).toEqual([2.5]);
});

test('a pivot of zero is exchanged', () => {
  expect(
    solved([
      [0, 2, 6],
      [5, 1, 13],
    ]),
  ).toEqual([2, 3]);
});

test('a singular matrix leaves values that are not finite', () => {
  const singular = solved([
    [1, 2, 3],
    [2, 4, 7],
  ]);
  expect(singular.every(Number.isFinite)).toBe(false);
});

test('random systems up to 40 unknowns are solved to rounding', () => {
  const sizes = fc.integer({ min: 1, max: 40 });
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(sizes, fc.infiniteStream(entry), (n, entries) => {
      const next = () => entries.next().value as number;
      const truth = Array.from({ length: n }, next);
      const rows = truth.map((_, row) => {
        const own = truth.map((__, column) => next() + (row === column ? 4 + n / 2 : 0));
        return [...own, own.reduce((sum, a, at) => sum + a * truth[at]!, 0)];
      });
      for (const [at, value] of solved(rows).entries()) expect(value).toBeCloseTo(truth[at]!, 10);
    }),
    { numRuns: 100 },
  );
});
