import { COMPARING } from '../formula/operators.ts';
import { apply, type Term } from '../formula/term.ts';

function either(a: Term | null, b: Term | null): Term | null {
  return a === null || b === null ? (a ?? b) : apply('or', a, b);
}

function both(a: Term, b: Term | null): Term | null {
  return b === null ? null : apply('and', a, b);
}

/** Variables are finite or the run fails; what is computed from them may not be a number, which differs from itself. */
function isNoNumber(side: Term): Term | null {
  return side.kind === 'apply' ? apply('unequal', side, side) : null;
}

/**
 * Makes the condition that another one rests on a comparison with what is not a number, 0 / 0, and would quietly be
 * false; null where it cannot. What `and` and `or` leave unread does not count.
 */
export function isUndefined(condition: Term): Term | null {
  if (condition.kind !== 'apply') return null;
  const { operation, operands } = condition;
  const [a, b] = operands as [Term, Term];
  if (COMPARING.includes(operation)) return either(isNoNumber(a), isNoNumber(b));
  if (operation === 'not') return isUndefined(a);
  if (operation === 'and') return either(isUndefined(a), both(a, isUndefined(b)));
  if (operation === 'or') return either(isUndefined(a), both(apply('not', a), isUndefined(b)));
  return operation === 'xor' ? either(isUndefined(a), isUndefined(b)) : null;
}
