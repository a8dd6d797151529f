function swapRows(m: Float64Array, width: number, a: number, b: number): void {
  for (let column = 0; column < width; column++) {
    const kept = m[a * width + column]!;
    m[a * width + column] = m[b * width + column]!;
    m[b * width + column] = kept;
  }
}

function pivotRow(m: Float64Array, n: number, column: number): number {
  const width = n + 1;
  let best = column;
  for (let row = column + 1; row < n; row++) {
    if (Math.abs(m[row * width + column]!) > Math.abs(m[best * width + column]!)) best = row;
  }
  return best;
}

/**
 * Solves n linear equations by Gaussian elimination with partial pivoting, in a fixed order of operations.
 *
 * Shape: `m` holds n rows of n coefficients and the right-hand side; the solution comes to stand in the last column.
 * Errors: a singular matrix leaves values that are not finite.
 */
export function eliminate(m: Float64Array, n: number): void {
  const width = n + 1;
  for (let column = 0; column < n; column++) {
    const pivot = pivotRow(m, n, column);
    if (pivot !== column) swapRows(m, width, pivot, column);
    const divisor = m[column * width + column]!;
    for (let row = column + 1; row < n; row++) {
      const factor = m[row * width + column]! / divisor;
      if (factor === 0) continue;
      for (let at = column + 1; at < width; at++) {
        m[row * width + at] = m[row * width + at]! - factor * m[column * width + at]!;
      }
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = m[row * width + n]!;
    for (let at = row + 1; at < n; at++) sum -= m[row * width + at]! * m[at * width + n]!;
    m[row * width + n] = sum / m[row * width + row]!;
  }
}
