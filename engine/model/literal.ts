import type { Expression } from '../formula/expression.ts';

/** Reads a number written out, perhaps as a fraction or negative: 2, -0.5, 1/3; null for anything else. */
export function literalNumber(expression: Expression): number | null {
  if (expression.kind === 'number') return expression.unit === null ? expression.value : null;
  if (expression.kind !== 'operate') return null;
  const [a, b] = expression.operands.map(literalNumber);
  if (a == null) return null;
  if (expression.operator === 'negate') return -a;
  return expression.operator === 'divide' && b != null ? a / b : null;
}
