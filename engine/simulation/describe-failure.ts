import type { System } from '../formula/rule.ts';
import type { Solution } from '../formula/solve.ts';
import { labelOf, type Variable } from '../model/model.ts';
import type { Position } from '../problem.ts';

/** A search for a solution that failed, in words. */
export interface Failure {
  /** The unknown whose residual is farthest from zero. */
  readonly label: string;
  readonly position: Position;
  /** How far the search came. */
  readonly reached: string;
  readonly hint: string;
}

function reachedBy({ misses, rounds, singular }: Solution, worst: number): string {
  if (!misses.every(Number.isFinite)) return 'a residual is not finite at the guess';
  const steps = `${rounds} ${rounds === 1 ? 'step' : 'steps'} of Newton's method`;
  const left = `its residual is still ${Number(misses[worst]!.toPrecision(3))} of what it adds up`;
  return `after ${steps} ${left}${singular ? ', and no unknown moves it or two residuals say the same' : ''}`;
}

/** Says how far Newton's method came, which residual it could not bring down, and what may help. */
export function describeFailure(
  { unknowns }: System,
  solution: Solution,
  variables: readonly Variable[],
): Failure {
  const { misses, singular } = solution;
  const worst = misses.reduce((found, miss, at) => (miss > misses[found]! ? at : found), 0);
  const variable = variables[unknowns[worst]!.slot]!;
  return {
    label: labelOf(variable),
    position: variable.position,
    reached: reachedBy(solution, worst),
    hint: singular
      ? 'give each unknown a residual of its own that moves with it'
      : 'a nearer guess may help, or the logarithm of what must stay above 0',
  };
}
