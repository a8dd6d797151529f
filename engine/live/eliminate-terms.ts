import { apply, number, type Term } from '../formula/term.ts';

/** A number of the matrix; null for one that is always 0. */
type Entry = Term | null;

/** Gives a term a row of its own and reads it. */
type Name = (term: Term, role: 'elimination' | 'step') => Term;

function minus(a: Entry, factor: Entry, b: Entry): Entry {
  if (factor === null || b === null) return a;
  const product = apply('multiply', factor, b);
  return a === null ? apply('negate', product) : apply('subtract', a, product);
}

/** Names what was changed; what was not keeps its name. */
function renamed(before: Entry, after: Entry, name: Name): Entry {
  return after === before || after === null ? after : name(after, 'elimination');
}

function reduce(rows: Entry[][], column: number, name: Name): void {
  const pivot = rows[column]!;
  for (const row of rows.slice(column + 1)) {
    if (row[column] === null) continue;
    const factor = name(apply('divide', row[column]!, pivot[column]!), 'elimination');
    for (let at = column + 1; at < row.length; at++) {
      row[at] = renamed(row[at]!, minus(row[at]!, factor, pivot[at]!), name);
    }
  }
}

/**
 * Solves n linear equations by Gaussian elimination as terms, each named as it is made; rows are taken as pivots in
 * the order given. What is always 0 costs nothing.
 *
 * Shape: `matrix` has n rows of n coefficients and the right-hand side.
 */
export function eliminateTerms(
  matrix: readonly (readonly Entry[])[],
  order: readonly number[],
  name: Name,
): readonly Term[] {
  const rows = order.map((at) => [...matrix[at]!]);
  const n = rows.length;
  for (let column = 0; column < n; column++) reduce(rows, column, name);
  const solution: Term[] = [];
  for (let at = n - 1; at >= 0; at--) {
    const row = rows[at]!;
    let sum: Entry = row[n]!;
    for (let later = at + 1; later < n; later++) sum = minus(sum, row[later]!, solution[later]!);
    solution[at] = sum === null ? number(0) : name(apply('divide', sum, row[at]!), 'step');
  }
  return solution;
}
