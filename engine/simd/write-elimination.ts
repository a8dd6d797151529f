import type { Value } from '../wasm/code.ts';
import type { Pack } from '../wasm/pack.ts';
import { f64x2 } from '../wasm/vectors.ts';
import { across, andNot, anyTrue, or, select } from './across.ts';
import type { RoutineCode, Variables } from './routine-code.ts';

type Vector = Value<'v128'>;

function valuesOf(variables: Variables): Pack {
  return variables.map(({ value }) => value);
}

/** Brings the row with the largest number of a column to its place, lane by lane, as `eliminate` does. */
function pivot(code: RoutineCode, matrix: readonly (readonly Variables[])[], column: number): void {
  const below = matrix.slice(column + 1);
  const best = code.variables();
  code.set(best, across(f64x2.abs, valuesOf(matrix[column]![column]!)));
  const isBest: Variables[] = [];
  for (const row of below) {
    const size = code.keep(across(f64x2.abs, valuesOf(row[column]!)));
    const isLarger = code.keep(across(f64x2.greater, size, valuesOf(best)));
    for (const earlier of isBest) {
      code.set(earlier, andNot(valuesOf(earlier), isLarger));
    }
    const mask = code.variables();
    code.set(mask, isLarger);
    isBest.push(mask);
    code.set(best, select(size, valuesOf(best), isLarger));
  }
  const any = isBest.map(valuesOf).reduce((a, b) => or(a, b));
  code.body.if(anyTrue(any), () => swap(code, matrix, column, isBest));
}

function swap(
  code: RoutineCode,
  matrix: readonly (readonly Variables[])[],
  column: number,
  isBest: readonly Variables[],
): void {
  const top = matrix[column]!;
  for (let at = column; at < top.length; at++) {
    const was = code.keep(valuesOf(top[at]!));
    for (const [below, mask] of isBest.entries()) {
      const other = matrix[column + 1 + below]![at]!;
      code.set(top[at]!, select(valuesOf(other), valuesOf(top[at]!), valuesOf(mask)));
      code.set(other, select(was, valuesOf(other), valuesOf(mask)));
    }
  }
}

/** Takes a row off those below it. A factor of 0 leaves a row as it is, signs of zeros and all. */
function reduce(
  code: RoutineCode,
  matrix: readonly (readonly Variables[])[],
  column: number,
): void {
  const top = matrix[column]!;
  for (const row of matrix.slice(column + 1)) {
    const factor = code.keep(across(f64x2.divide, valuesOf(row[column]!), valuesOf(top[column]!)));
    const isNone = code.keep(across((x) => f64x2.equal(x, code.body.number(0)), factor));
    for (let at = column + 1; at < top.length; at++) {
      const less = (was: Vector, by: Vector, times: Vector) =>
        f64x2.subtract(was, f64x2.multiply(times, by));
      const reduced = across(less, valuesOf(row[at]!), valuesOf(top[at]!), factor);
      code.set(row[at]!, select(valuesOf(row[at]!), reduced, isNone));
    }
  }
}

/** Writes `eliminate` of arithmetic/eliminate.ts for a small matrix: what comes out stands in the last column. */
export function writeElimination(
  code: RoutineCode,
  matrix: readonly (readonly Variables[])[],
): void {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    if (column < size - 1) pivot(code, matrix, column);
    reduce(code, matrix, column);
  }
  for (let row = size - 1; row >= 0; row--) {
    const result = matrix[row]![size]!;
    for (let at = row + 1; at < size; at++) {
      const less = (was: Vector, factor: Vector, known: Vector) =>
        f64x2.subtract(was, f64x2.multiply(factor, known));
      const [factor, known] = [matrix[row]![at]!, matrix[at]![size]!].map(valuesOf);
      code.set(result, across(less, valuesOf(result), factor!, known!));
    }
    code.set(result, across(f64x2.divide, valuesOf(result), valuesOf(matrix[row]![row]!)));
  }
}
