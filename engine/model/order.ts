import { slotsRead } from '../formula/term.ts';
import { error, type Problem } from '../problem.ts';
import { labelOf, type ScalarEquation, type Variable } from './model.ts';

/**
 * Puts equations in an order in which each comes after those it reads in the same step; otherwise the order
 * they came in.
 *
 * Errors: a `cycle` for each loop found, with its path.
 */
export function order(
  equations: readonly ScalarEquation[],
  variables: readonly Variable[],
  problems: Problem[],
): readonly ScalarEquation[] {
  const bySlot = new Map(equations.map((equation) => [equation.slot, equation]));
  const done = new Set<number>();
  const trail: number[] = [];
  const ordered: ScalarEquation[] = [];
  const loops = new Set<string>();

  const place = (equation: ScalarEquation): void => {
    if (done.has(equation.slot)) return;
    const loop = trail.indexOf(equation.slot);
    if (loop >= 0) {
      const slots = [...trail.slice(loop), equation.slot];
      const keys = slots.map((slot) => variables[slot]!.key).join(' ');
      // One loop of equations over a set closes once for each element.
      if (!loops.has(keys)) problems.push(cycle(slots, variables));
      loops.add(keys);
      return;
    }
    trail.push(equation.slot);
    for (const slot of slotsRead(equation.term)) {
      const read = bySlot.get(slot);
      if (read !== undefined) place(read);
    }
    trail.pop();
    done.add(equation.slot);
    ordered.push(equation);
  };

  for (const equation of equations) place(equation);
  return ordered;
}

function cycle(slots: readonly number[], variables: readonly Variable[]): Problem {
  const path = slots.map((slot) => labelOf(variables[slot]!)).join(' -> ');
  const hint = 'let one of them read another through previous() or delay()';
  const message = `equations read each other in one step: ${path}`;
  return error('cycle', message, variables[slots[0]!]!.position, hint);
}
