import type { System } from '../formula/rule.ts';
import type { Solution } from '../formula/solve.ts';
import { labelOf, type Variable } from '../model/model.ts';
import type { Position } from '../problem.ts';

/** A system without a solution, in words. */
export interface Failure {
  /** The unknown whose residual is farthest from zero. */
  readonly label: string;
  readonly position: Position;
  /** How far the search came. */
  readonly reached: string;
}

/** Says how far Newton's method came, and which residual it could not bring down. */
export function describeFailure(
  { unknowns }: System,
  { misses, rounds }: Solution,
  variables: readonly Variable[],
): Failure {
  const worst = misses.reduce((found, miss, at) => (miss > misses[found]! ? at : found), 0);
  const variable = variables[unknowns[worst]!.slot]!;
  const finite = misses.find((miss) => !Number.isFinite(miss)) === undefined;
  const size = Number(misses[worst]!.toPrecision(3));
  const steps = `${rounds} ${rounds === 1 ? 'step' : 'steps'} of Newton's method`;
  return {
    label: labelOf(variable),
    position: variable.position,
    reached: finite
      ? `after ${steps} its residual is ${size} of its sides`
      : `at its guess a residual is not finite`,
  };
}
