import type { Computation } from '../kernel/routine.ts';
import type { Pack } from '../wasm/pack.ts';
import { NUMBER } from './memory-map.ts';
import { type RoutineCode, type Variables, valuesOf } from './routine-code.ts';
import { writeElimination } from './write-elimination.ts';

type Matrix = readonly (readonly Variables[])[];

/** Up to this many unknowns, elimination is written out. */
const WRITTEN_OUT = 6;

/** Solves a large matrix for one lane after the other. */
function solveOutside(code: RoutineCode, matrix: Matrix): readonly Pack[] {
  const { map, eliminate } = code.surroundings;
  const size = matrix.length;
  const bytes = size * (size + 1) * NUMBER;
  const solved = matrix.map((row) => row.at(-1)!);
  for (const vector of solved[0]!.keys()) {
    const numbers = matrix.flat().map((variables) => variables[vector]!.value);
    code.scatter(numbers, map.scratch, bytes);
    for (const lane of [0, 1]) eliminate(code.body, map.scratch + lane * bytes, size);
    for (const [row, variables] of solved.entries()) {
      const address = map.scratch + ((row + 1) * (size + 1) - 1) * NUMBER;
      code.body.set(variables[vector]!, code.gather(address, bytes));
    }
  }
  return solved.map(valuesOf);
}

/** Writes the step that a search takes in each unknown: the jacobian's system solved for the residuals r0, r1, ... */
export function solveLinear(
  code: RoutineCode,
  jacobian: readonly (readonly Computation[])[],
): readonly Pack[] {
  const matrix = jacobian.map((row, at) =>
    [...row.map((slope) => code.compute(slope)), code.read(`r${at}`)].map((pack) => {
      const variables = code.variables();
      code.set(variables, pack);
      return variables;
    }),
  );
  if (jacobian.length > WRITTEN_OUT) return solveOutside(code, matrix);
  writeElimination(code, matrix);
  return matrix.map((row) => valuesOf(row.at(-1)!));
}
