import { underivable } from '../formula/derive.ts';
import { type Definition, LOCAL, type Solved, type System, slotsRead } from '../formula/rule.ts';
import { apply, number, slot, type Term } from '../formula/term.ts';
import { error, type Problem } from '../problem.ts';
import { linearise } from './linearise.ts';
import { labelOf, type ScalarEquation, type ScalarUnknown, type Variable } from './model.ts';

/** Keeps a residual that adds up nothing from being divided by nothing. */
const SMALLEST_SIZE = number(1e-300);

/** A residual over the parts that it adds up. */
interface Parts {
  readonly parts: readonly Definition[];
  readonly residual: Term;
  readonly size: Term;
}

function sizeOf(parts: readonly Definition[]): Term {
  const size = parts
    .map((part) => apply('abs', slot(part.slot)))
    .reduce((a, b) => apply('add', a, b));
  return apply('larger', size, SMALLEST_SIZE);
}

const SUMS: ReadonlySet<string> = new Set(['add', 'subtract', 'negate']);

/** Cuts a residual where it adds and subtracts: what is left between are its parts. */
function partsOf({ residual }: ScalarUnknown, local: () => number): Parts {
  const parts: Definition[] = [];
  const cut = (term: Term): Term => {
    if (term.kind === 'apply' && SUMS.has(term.operation)) {
      return { ...term, operands: term.operands.map(cut) };
    }
    if (term.kind === 'number' && term.value === 0) return term;
    parts.push({ slot: local(), term });
    return slot(parts.at(-1)!.slot);
  };
  const whole = cut(residual);
  return { parts, residual: whole, size: sizeOf(parts) };
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
    const variable = variables[circular.slot]!;
    const message = `the guess of ${labelOf(variable)} reads what is being solved for`;
    const hint = 'write a quantity, or read assumptions only';
    return error('not-solvable', message, variable.position, hint);
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
function flawAfter(
  system: System,
  unknowns: readonly ScalarUnknown[],
  variables: readonly Variable[],
): Problem | null {
  const isZero = (entry: Term) => entry.kind === 'number' && entry.value === 0;
  const fixed = system.jacobian.findIndex((row) => row.every(isZero));
  if (fixed < 0) return null;
  const { slot: at, position } = unknowns[fixed]!;
  const message = `the residual of ${labelOf(variables[at]!)} does not depend on what is solved for`;
  return error('not-solvable', message, position, 'it must change with the unknowns');
}

function systemOf(unknowns: readonly ScalarUnknown[], between: readonly ScalarEquation[]): System {
  const local = localSlots();
  const cut = unknowns.map((unknown) => partsOf(unknown, local));
  const residuals = cut.map(({ residual }) => residual);
  const values: readonly Definition[] = [
    ...between.map((one) => ({ slot: one.slot, term: one.term as Term })),
    ...cut.flatMap(({ parts }) => parts),
  ];
  const slots = unknowns.map((one) => one.slot);
  return {
    unknowns: unknowns.map(({ slot: at, guess }) => ({ slot: at, guess })),
    values,
    residuals,
    sizes: cut.map(({ size }) => size),
    margins: unknowns.map(({ isPlain }) => (isPlain ? 1 : 0)),
    ...linearise(slots, values, residuals, local),
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
  const after = flawAfter(system, unknowns, variables);
  if (after !== null) problems.push(after);
  const solved = unknowns.map(({ slot: at, starts }, index): ScalarEquation => {
    const term: Solved = { kind: 'solved', system, index };
    return { slot: at, term, starts, lag: 0 };
  });
  return [...solved, ...between];
}
