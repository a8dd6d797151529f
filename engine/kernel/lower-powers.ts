import { apply, number, type Term } from '../formula/term.ts';

/**
 * Writes powers and logistic functions as what they are computed by in arithmetic/power.ts and logistic.ts, so that
 * exps and logs can be shared and taken out of loops like everything else. No operation changes, so no bit does.
 */
export function lowerPowers(term: Term): Term {
  if (term.kind !== 'apply') return term;
  const operands = term.operands.map(lowerPowers);
  const [x, y] = operands;
  if (term.operation === 'power') return apply('exp', apply('multiply', y!, apply('log', x!)));
  if (term.operation === 'logistic') {
    return apply('divide', number(1), apply('add', number(1), apply('exp', apply('negate', x!))));
  }
  return { ...term, operands };
}
