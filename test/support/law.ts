import fc from 'fast-check';

/** Numbers in any nesting. */
export type Numbers = number | readonly Numbers[];

function flat(numbers: Numbers): readonly number[] {
  return typeof numbers === 'number' ? [numbers] : numbers.flatMap(flat);
}

/** Finds the largest difference of a table from another or from one number, relative to `size` where one is given. */
export function gap(table: Numbers, wanted: Numbers, size = 1): number {
  const values = flat(table);
  const targets = typeof wanted === 'number' ? values.map(() => wanted) : flat(wanted);
  if (values.length !== targets.length) throw new Error('these tables have different sizes');
  return Math.max(...values.map((value, at) => Math.abs(value - targets[at]!))) / size;
}

/** Adds all numbers of a table. */
export function sum(numbers: Numbers): number {
  return flat(numbers).reduce((total, value) => total + value, 0);
}

/** Holds a law on random cases, the same ones in every run. */
export function holdLaw<T>(cases: fc.Arbitrary<T>, runs: number, law: (one: T) => void): void {
  fc.assert(fc.property(cases, law), { seed: 20_250_409, numRuns: runs });
}
