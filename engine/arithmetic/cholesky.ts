/** The least square of a diagonal that counts as positive; below it rounding decides the sign. */
const LEAST_PIVOT = 1e-12;

/**
 * The rows of L in A = L L', as far as they exist.
 * Shape: row i holds the i + 1 numbers up to the diagonal.
 */
export interface Cholesky {
  readonly rows: readonly Float64Array[];
  /** Whether A is positive definite; where it is not, the leading block of one row more fails. */
  readonly definite: boolean;
}

/**
 * Factors a symmetric matrix whose diagonal is 1, row by row.
 *
 * Shape: only `matrix[i][j]` with j <= i is read.
 */
export function cholesky(matrix: readonly (readonly number[])[]): Cholesky {
  const rows: Float64Array[] = [];
  for (const [i, given] of matrix.entries()) {
    const row = new Float64Array(i + 1);
    for (const [j, other] of rows.entries()) row[j] = (given[j]! - dot(row, other, j)) / other[j]!;
    const pivot = given[i]! - dot(row, row, i);
    if (!(pivot > LEAST_PIVOT)) return { rows, definite: false };
    row[i] = Math.sqrt(pivot);
    rows.push(row);
  }
  return { rows, definite: true };
}

function dot(one: Float64Array, other: Float64Array, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += one[k]! * other[k]!;
  return sum;
}
