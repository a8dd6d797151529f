import { type OperationName, TRUTHS } from './operation.ts';
import { apply, number, type Term, visit } from './term.ts';

/** The derivative of a variable by the unknown in question; null where it does not depend on it. */
export type SlopeOf = (slot: number) => Term | null;

/** A derivative, or null where it is zero everywhere. */
type Slope = Term | null;

const TWO = number(2);

function isOne(term: Term): boolean {
  return term.kind === 'number' && term.value === 1;
}

function times(factor: Term, slope: Slope): Slope {
  if (slope === null || isOne(factor)) return slope;
  return isOne(slope) ? factor : apply('multiply', factor, slope);
}

function negated(slope: Term): Term {
  return apply('negate', slope);
}

/** Slopes that are numbers are added at once, so that what cancels is seen to. */
function folded(sum: number): Slope {
  return sum === 0 ? null : number(sum);
}

function plus(a: Slope, b: Slope): Slope {
  if (a === null || b === null) return a ?? b;
  const known = a.kind === 'number' && b.kind === 'number';
  return known ? folded(a.value + b.value) : apply('add', a, b);
}

function minus(a: Slope, b: Slope): Slope {
  if (b === null) return a;
  if (a === null) return b.kind === 'number' ? number(-b.value) : negated(b);
  const known = a.kind === 'number' && b.kind === 'number';
  return known ? folded(a.value - b.value) : apply('subtract', a, b);
}

function chosen(condition: Term, a: Slope, b: Slope): Slope {
  return apply('choose', condition, a ?? number(0), b ?? number(0));
}

function ofPower(term: Term, [x, y]: readonly Term[], [dx, dy]: readonly Slope[]): Slope {
  const byBase = times(apply('divide', apply('multiply', y!, term), x!), dx!);
  return plus(byBase, times(apply('multiply', term, apply('log', x!)), dy!));
}

function ofWholePower([x, n]: readonly Term[], dx: Slope): Slope {
  const exponent = (n as { readonly value: number }).value;
  if (exponent === 0) return null;
  const lower = exponent === 1 ? number(1) : apply('wholePower', x!, number(exponent - 1));
  return times(isOne(lower) ? n! : apply('multiply', n!, lower), dx);
}

type Derive = (term: Term, operands: readonly Term[], slopes: readonly Slope[]) => Slope;

/** One row per operation that has a derivative; an operand at least has a slope. */
const DERIVATIVES: Partial<Record<OperationName, Derive>> = {
  add: (_term, _operands, [a, b]) => plus(a!, b!),
  subtract: (_term, _operands, [a, b]) => minus(a!, b!),
  multiply: (_term, [x, y], [a, b]) => plus(times(y!, a!), times(x!, b!)),
  divide: (term, [, y], [a, b]) => apply('divide', minus(a!, times(term, b!))!, y!),
  negate: (_term, _operands, [a]) => negated(a!),
  power: ofPower,
  wholePower: (_term, operands, [a]) => ofWholePower(operands, a!),
  squareRoot: (term, _operands, [a]) => apply('divide', a!, apply('multiply', TWO, term)),
  exp: (term, _operands, [a]) => times(term, a!),
  log: (_term, [x], [a]) => apply('divide', a!, x!),
  logistic: (term, _operands, [a]) =>
    times(apply('multiply', term, apply('subtract', number(1), term)), a!),
  abs: (_term, [x], [a]) => chosen(apply('less', x!, number(0)), negated(a!), a!),
  smaller: (_term, [x, y], [a, b]) => chosen(apply('lessEqual', x!, y!), a!, b!),
  larger: (_term, [x, y], [a, b]) => chosen(apply('greaterEqual', x!, y!), a!, b!),
  choose: (_term, [condition], [, a, b]) => chosen(condition!, a!, b!),
};

/**
 * Derives a term by an unknown, exactly: the chain rule on each operation. Conditions count as fixed, and at a
 * kink the derivative is that of one side.
 */
export function derive(term: Term, slopeOf: SlopeOf): Term | null {
  if (term.kind === 'slot') return slopeOf(term.slot);
  if (term.kind !== 'apply' || TRUTHS.has(term.operation)) return null;
  const { operation, operands } = term;
  const slopes = operands.map((operand) => derive(operand, slopeOf));
  if (slopes.every((slope) => slope === null)) return null;
  const rule = DERIVATIVES[operation];
  if (rule === undefined) throw new Error(`${operation} is refused where an unknown reaches it`);
  return rule(term, operands, slopes);
}

/** Finds an operation without a derivative that a variable reaches; null where there is none. */
export function underivable(term: Term, reaches: (slot: number) => boolean): OperationName | null {
  let found: OperationName | null = null;
  visit(term, (part) => {
    if (part.kind !== 'apply' || TRUTHS.has(part.operation)) return;
    if (DERIVATIVES[part.operation] !== undefined) return;
    visit(part, (inner) => {
      if (inner.kind === 'slot' && reaches(inner.slot)) found = part.operation;
    });
  });
  return found;
}
