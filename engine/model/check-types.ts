import type { Expression } from '../formula/expression.ts';
import { functionNamed } from '../formula/functions.ts';
import { TIME } from '../quantity/dimension.ts';
import { checkCall } from './check-call.ts';
import { checkOperate, isIndexName } from './check-operate.ts';
import type { ModelSymbol } from './model.ts';
import {
  checkIndices,
  complain,
  lookUp,
  type NameExpression,
  refuseStepwise,
  type Scope,
  unknownName,
} from './scope.ts';
import { measuring, PLAIN, type Type } from './types.ts';

function checkTimeName(scope: Scope, expression: NameExpression): Type | null {
  const { name, indices, span } = expression;
  if (indices.length > 0) {
    return complain(scope, 'wrong-indices', span, `${name} has no indices`, `read it as ${name}`);
  }
  const isConstant = name === 'step' && ['starts', 'when'].includes(scope.place);
  if (!isConstant && refuseStepwise(scope, name, span)) return null;
  return name === 'step' ? measuring(TIME) : PLAIN;
}

/** In `when:` a name is about one step, the one before; shocks are chance and not the model's own past. */
function isReadable({ place }: Scope, { kind }: ModelSymbol): boolean {
  return kind === 'assumption' || (place === 'when' && kind !== 'shock');
}

function checkName(scope: Scope, expression: NameExpression): Type | null {
  const { module, name, span } = expression;
  const symbol = lookUp(scope, expression);
  if (symbol !== undefined) {
    if (!checkIndices(scope, expression, symbol)) return null;
    if (!isReadable(scope, symbol) && refuseStepwise(scope, name, span)) return null;
    return symbol.type === 'number' ? measuring(symbol.dimension) : { kind: symbol.type };
  }
  if (module === null && functionNamed(name)?.rule === 'name') {
    return checkTimeName(scope, expression);
  }
  if (isIndexName(scope, expression)) {
    const message = `${name} is an index; it can be compared with an element`;
    return complain(scope, 'wrong-indices', span, message);
  }
  return unknownName(scope, expression);
}

/**
 * Checks names, indices and units through a formula and finds what it yields; null where something is
 * wrong, which is reported once, at the innermost part.
 */
export function checkTypes(scope: Scope, expression: Expression): Type | null {
  switch (expression.kind) {
    case 'number':
      if (expression.unit !== null) return measuring(expression.unit.dimension);
      return expression.value === 0 ? { kind: 'number', dimension: 'any' } : PLAIN;
    case 'name':
      return checkName(scope, expression);
    case 'operate':
      return checkOperate(scope, expression, checkTypes);
    case 'call':
      return checkCall(scope, expression, checkTypes);
    case 'within':
      return complain(
        scope,
        'formula-feature',
        expression.span,
        '`in` stands only in sum, product, min and max',
      );
  }
}
