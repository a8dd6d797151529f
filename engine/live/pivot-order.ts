/**
 * Finds in which order elimination with partial pivoting takes the rows of a matrix.
 *
 * Errors: null where the matrix is singular or not finite.
 */
export function pivotOrder(matrix: readonly (readonly number[])[]): readonly number[] | null {
  const rows = matrix.map((row, at) => ({ at, row: [...row] }));
  for (let column = 0; column < rows.length; column++) {
    const rest = rows.slice(column);
    const size = ({ row }: { readonly row: readonly number[] }) => Math.abs(row[column]!);
    const best = rest.reduce((a, b) => (size(b) > size(a) ? b : a));
    if (!(size(best) > 0) || !best.row.every(Number.isFinite)) return null;
    rows.splice(rows.indexOf(best), 1);
    rows.splice(column, 0, best);
    for (const { row } of rows.slice(column + 1)) {
      const factor = row[column]! / best.row[column]!;
      for (let at = column; at < row.length; at++) row[at] = row[at]! - factor * best.row[at]!;
    }
  }
  return rows.map(({ at }) => at);
}
