import { underivable } from '../formula/derive.ts';
import { type Definition, LOCAL, type Solved, type System, slotsRead } from '../formula/rule.ts';
import { apply, number, slot, type Term } from '../formula/term.ts';
import { error, type Problem } from '../problem.ts';
import { linearise } from './linearise.ts';
import { labelOf, type ScalarEquation, type ScalarUnknown, type Variable } from './model.ts';

/** Keeps a residual of no size from being divided by a size of zero. */
const SMALLEST_SIZE = number(1e-300);

/** A residual cut into the two sides that are held against each other. */
interface Sides {
  readonly left: Term;
  readonly right: Term;
}

function sidesOf({ residual }: ScalarUnknown): Sides {
  if (residual.kind === 'apply' && residual.operation === 'subtract') {
    return { left: residual.operands[0]!, right: residual.operands[1]! };
  }
  return { left: residual, right: number(0) };
}

/** Measures a residual against its sides, and against 1 where it is a plain number. */
function missOf(residual: Term, left: Term, right: Term, isPlain: boolean): Term {
  const size = apply('add', apply('abs', left), apply('abs', right));
  const scale = isPlain ? apply('add', size, number(1)) : apply('larger', size, SMALLEST_SIZE);
  return apply('divide', apply('abs', residual), scale);
}

/** Hands out the slots that belong to a system alone. */
function localSlots(): () => number {
  let next = LOCAL;
  return () => {
    next += 1;
    return next - 1;
  };
}

/** Finds guesses that read what is solved for, and operations in between that have no derivative. */
function flawBefore(
  unknowns: readonly ScalarUnknown[],
  between: readonly ScalarEquation[],
  variables: readonly Variable[],
): Problem | null {
  const own = new Set([...unknowns, ...between].map((one) => one.slot));
  const reaches = (at: number) => own.has(at);
  const circular = unknowns.find(({ guess }) => [...slotsRead(guess)].some(reaches));
  if (circular !== undefined) {
    const { position, ...variable } = variables[circular.slot]!;
    const message = `the guess of ${labelOf(variable)} reads what is being solved for`;
    return error('not-solvable', message, position, 'write a number, or read assumptions only');
  }
  const terms: readonly Definition[] = [
    ...between.map((one) => ({ slot: one.slot, term: one.term as Term })),
    ...unknowns.map(({ slot: at, residual }) => ({ slot: at, term: residual })),
  ];
  for (const { slot: at, term } of terms) {
    const operation = underivable(term, reaches);
    if (operation === null) continue;
    const { position, ...variable } = variables[at]!;
    const message = `an unknown reaches ${operation} in ${labelOf(variable)}; it has no derivative`;
    return error('not-solvable', message, position, 'keep it out of what is solved for');
  }
  return null;
}

/** Finds a residual that no unknown moves. */
function flawAfter(system: System, variables: readonly Variable[]): Problem | null {
  const isZero = (entry: Term) => entry.kind === 'number' && entry.value === 0;
  const fixed = system.jacobian.findIndex((row) => row.every(isZero));
  if (fixed < 0) return null;
  const { position, ...variable } = variables[system.unknowns[fixed]!.slot]!;
  const message = `the residual of ${labelOf(variable)} does not depend on what is solved for`;
  return error('not-solvable', message, position, 'it must change with the unknowns');
}

function systemOf(unknowns: readonly ScalarUnknown[], between: readonly ScalarEquation[]): System {
  const local = localSlots();
  const sides = unknowns.map((unknown) => {
    const { left, right } = sidesOf(unknown);
    return {
      ...unknown,
      left: { slot: local(), term: left },
      right: { slot: local(), term: right },
    };
  });
  const values: readonly Definition[] = [
    ...between.map((one) => ({ slot: one.slot, term: one.term as Term })),
    ...sides.flatMap(({ left, right }) => [left, right]),
  ];
  const residuals = sides.map(({ left, right }) =>
    apply('subtract', slot(left.slot), slot(right.slot)),
  );
  const misses = sides.map(({ left, right, isPlain }, index) =>
    missOf(residuals[index]!, slot(left.slot), slot(right.slot), isPlain),
  );
  return {
    unknowns: unknowns.map(({ slot: at, guess }) => ({ slot: at, guess })),
    values,
    residuals,
    misses,
    ...linearise(
      unknowns.map((one) => one.slot),
      values,
      residuals,
      local,
    ),
    tolerance: Math.min(...unknowns.map(({ tolerance }) => tolerance)),
    iterations: Math.max(...unknowns.map(({ iterations }) => iterations)),
  };
}

/**
 * Makes a system of unknowns and of the equations between them and their residuals, in the order in which they
 * are computed: the unknowns, then what follows from them.
 *
 * Errors: `not-solvable` where a residual has no derivative, or depends on no unknown.
 */
export function assembleSystem(
  unknowns: readonly ScalarUnknown[],
  between: readonly ScalarEquation[],
  variables: readonly Variable[],
  problems: Problem[],
): readonly ScalarEquation[] {
  const before = flawBefore(unknowns, between, variables);
  if (before !== null) problems.push(before);
  if (before !== null) return between;
  const system = systemOf(unknowns, between);
  const after = flawAfter(system, variables);
  if (after !== null) problems.push(after);
  const solved = unknowns.map(({ slot: at, starts }, index): ScalarEquation => {
    const term: Solved = { kind: 'solved', system, index };
    return { slot: at, term, starts, lag: 0 };
  });
  return [...solved, ...between];
}
