import { functionOf, type OperationName, type Value } from '../formula/operation.ts';
import { number, type Term } from '../formula/term.ts';

type Rule = (operands: readonly Term[]) => Term | null;

function isNumber(term: Term, value: number): boolean {
  return term.kind === 'number' && Object.is(term.value, value);
}

function firstUnless(value: number): Rule {
  return ([x, y]) => (isNumber(y!, value) ? x! : null);
}

/** Takes the other operand where one is the truth that changes nothing, and the truth that decides alone. */
function logic(neutral: boolean): Rule {
  return ([x, y]) => {
    for (const [one, other] of [
      [x!, y!],
      [y!, x!],
    ] as const) {
      if (one.kind === 'truth') return one.value === neutral ? other : one;
    }
    return null;
  };
}

/** What an operation comes to where an operand is known; each gives the bits of the operation for every double. */
const RULES: Partial<Record<OperationName, Rule>> = {
  subtract: firstUnless(0),
  add: ([x, y]) => (isNumber(y!, -0) ? x! : isNumber(x!, -0) ? y! : null),
  multiply: ([x, y]) => (isNumber(y!, 1) ? x! : isNumber(x!, 1) ? y! : null),
  divide: firstUnless(1),
  negate: ([x]) => (x!.kind === 'apply' && x!.operation === 'negate' ? x!.operands[0]! : null),
  and: logic(true),
  or: logic(false),
  choose: ([condition, a, b]) =>
    condition!.kind === 'truth' ? (condition!.value ? a! : b!) : null,
};

function known(term: Term): Value | null {
  return term.kind === 'number' || term.kind === 'truth' ? term.value : null;
}

/**
 * Computes what is known before any draw, and drops what changes nothing: x - 0, 1 x, x / 1. Sums are not put in
 * another order, nor is 0 x taken for 0, so that every bit stays, the sign of zeros and what is no number too.
 */
export function foldConstants(term: Term): Term {
  if (term.kind !== 'apply') return term;
  const operands = term.operands.map(foldConstants);
  const values = operands.map(known).filter((value) => value !== null);
  if (values.length === operands.length) {
    const value = functionOf(term.operation)(...values);
    return typeof value === 'number' ? number(value) : { kind: 'truth', value };
  }
  return RULES[term.operation]?.(operands) ?? { ...term, operands };
}
