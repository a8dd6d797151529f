import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cholesky } from '../../../engine/arithmetic/cholesky.ts';

function alike(size: number, r: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 1 : r)),
  );
}

test('two rows have the closed form r and the root of 1 - r^2', () => {
  const { rows, definite } = cholesky(alike(2, 0.6));
  expect(definite).toBe(true);
  expect(rows.map((row) => [...row])).toEqual([[1], [0.6, 0.8]]);
});

test('nothing between them leaves every row alone', () => {
  expect(cholesky(alike(3, 0)).rows.map((row) => [...row])).toEqual([[1], [0, 1], [0, 0, 1]]);
});

test('only the lower triangle is read', () => {
  expect(cholesky([[1], [0.6, 1]]).rows[1]).toEqual(Float64Array.of(0.6, 0.8));
});

test('the rows give back the matrix', () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 36,
    maxLength: 36,
  });
  fc.assert(
    fc.property(numbers, (b) => {
      // B B' plus the identity is positive definite; scaled, its diagonal is 1.
      const at = (i: number, j: number) =>
        (i === j ? 1 : 0) +
        [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + b[6 * i + k]! * b[6 * j + k]!, 0);
      const matrix = alike(6, 0).map((row, i) =>
        row.map((_, j) => (i === j ? 1 : at(i, j) / Math.sqrt(at(i, i) * at(j, j)))),
      );
      const { rows } = cholesky(matrix);
      for (const [i, one] of rows.entries()) {
        for (const [j, other] of rows.slice(0, i + 1).entries()) {
          const product = other.reduce((sum, value, k) => sum + value * one[k]!, 0);
          expect(product).toBeCloseTo(matrix[i]![j]!, 13);
        }
      }
      expect(rows).toHaveLength(6);
    }),
  );
});

// A matrix of equal correlations is positive definite above -1 / (size - 1) only.
test.each([3, 4, 12])('%d alike end where they must', (size) => {
  const least = -1 / (size - 1);
  expect(cholesky(alike(size, least + 1e-6)).definite).toBe(true);
  expect(cholesky(alike(size, least)).definite).toBe(false);
  const { rows, definite } = cholesky(alike(size, least - 1e-6));
  expect([rows.length, definite]).toEqual([size - 1, false]);
});

test('the first leading block that fails is told', () => {
  const matrix = [
    [1, 0.9, -0.9, 0],
    [0.9, 1, 0.9, 0],
    [-0.9, 0.9, 1, 0],
    [0, 0, 0, 1],
  ];
  expect(cholesky(matrix)).toMatchObject({ definite: false, rows: [{}, {}] });
});
