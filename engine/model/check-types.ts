import type { Expression, Operator } from '../formula/expression.ts';
import { functionNamed } from '../formula/functions.ts';
import { divide, multiply, NONE, raise, TIME } from '../quantity/dimension.ts';
import { checkCall } from './check-call.ts';
import { literalNumber } from './literal.ts';
import {
  checkIndices,
  complain,
  lookUp,
  type NameExpression,
  type Scope,
  unknownName,
} from './scope.ts';
import {
  CONDITION,
  DATE,
  dimensionOf,
  isPlain,
  measuring,
  PLAIN,
  showType,
  type Type,
  unify,
} from './types.ts';

type Operate = Extract<Expression, { kind: 'operate' }>;

const WORDS: Readonly<Record<Operator, string>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  power: 'raise',
  negate: 'negate',
  less: 'compare',
  lessEqual: 'compare',
  greater: 'compare',
  greaterEqual: 'compare',
  equal: 'compare',
  unequal: 'compare',
  and: 'join',
  or: 'join',
  xor: 'join',
  not: 'deny',
};

function mismatch(scope: Scope, expression: Operate, a: Type, b: Type): null {
  const message = `cannot ${WORDS[expression.operator]} ${showType(a)} and ${showType(b)}`;
  return complain(scope, 'unit-mismatch', expression.span, message, hintFor(a, b));
}

function hintFor(a: Type, b: Type): string | undefined {
  const shown = [showType(a), showType(b)];
  const currencies = shown.map((text) => /\b[A-Z]{3}\b/.exec(text)?.[0]);
  if (
    currencies[0] !== undefined &&
    currencies[1] !== undefined &&
    currencies[0] !== currencies[1]
  ) {
    return `convert by an exchange rate in ${currencies[0]}/${currencies[1]}`;
  }
  if (shown.some((text) => text.endsWith('/time')))
    return 'a rate becomes an amount when multiplied by `step`';
  return undefined;
}

function checkSum(scope: Scope, expression: Operate, a: Type, b: Type): Type | null {
  const isSpan = (type: Type) => unify(type, measuring(TIME)) !== null;
  if (a.kind === 'date' && b.kind === 'number' && isSpan(b)) return DATE;
  if (a.kind === 'date' && b.kind === 'date' && expression.operator === 'subtract')
    return measuring(TIME);
  if (a.kind === 'number' && b.kind === 'number')
    return unify(a, b) ?? mismatch(scope, expression, a, b);
  return mismatch(scope, expression, a, b);
}

function checkPower(scope: Scope, expression: Operate, a: Type, b: Type): Type | null {
  const base = dimensionOf(a);
  if (base === null || !isPlain(b)) return mismatch(scope, expression, a, b);
  if (isPlain(a)) return PLAIN;
  const exponent = literalNumber(expression.operands[1]!);
  const raised = exponent === null ? null : raise(base, exponent);
  if (raised !== null) return measuring(raised);
  const message = `the exponent of ${showType(a)} must be a simple number written out`;
  return complain(scope, 'unit-mismatch', expression.operands[1]!.span, message);
}

function checkProduct(scope: Scope, expression: Operate, a: Type, b: Type): Type | null {
  const [x, y] = [dimensionOf(a), dimensionOf(b)];
  if (x === null || y === null) return mismatch(scope, expression, a, b);
  if (expression.operator === 'divide') return measuring(divide(x, y));
  const isZero = [a, b].some((type) => type.kind === 'number' && type.dimension === 'any');
  return isZero ? { kind: 'number', dimension: 'any' } : measuring(multiply(x, y));
}

function isIndexName(scope: Scope, expression: Expression): boolean {
  if (expression.kind !== 'name' || expression.module !== null || expression.indices.length > 0)
    return false;
  return scope.indices.has(expression.name);
}

/** Tells whether a comparison is between indices or elements, such as `i == korea`. */
export function isElementComparison(scope: Scope, { operator, operands }: Operate): boolean {
  if (operator !== 'equal' && operator !== 'unequal') return false;
  return operands.some((operand) => isIndexName(scope, operand));
}

function checkElements(scope: Scope, expression: Operate): Type | null {
  const index = expression.operands.find((operand) =>
    isIndexName(scope, operand),
  ) as NameExpression;
  const other = expression.operands.find((operand) => operand !== index)!;
  const set = scope.indices.get(index.name)!;
  const elements = scope.sets.get(set)!;
  if (isIndexName(scope, other)) return CONDITION;
  if (other.kind === 'name' && other.module === null && elements.includes(other.name))
    return CONDITION;
  const hint = `elements of ${set}: ${elements.join(', ')}`;
  return complain(scope, 'unknown-element', other.span, `${set} has no such element`, hint);
}

const COMPARISONS: readonly Operator[] = [
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'unequal',
];
const LOGIC: readonly Operator[] = ['and', 'or', 'xor'];

function checkUnary(scope: Scope, expression: Operate, a: Type): Type | null {
  const wanted = expression.operator === 'not' ? 'condition' : 'number';
  if (a.kind === wanted) return a;
  const message = `cannot ${WORDS[expression.operator]} ${showType(a)}`;
  return complain(scope, 'unit-mismatch', expression.span, message);
}

function checkOperate(scope: Scope, expression: Operate): Type | null {
  const { operator, operands } = expression;
  if (isElementComparison(scope, expression)) return checkElements(scope, expression);
  const types = operands.map((operand) => checkTypes(scope, operand));
  if (!types.every((type) => type !== null)) return null;
  const [a, b] = types as [Type, Type | undefined];
  if (b === undefined) return checkUnary(scope, expression, a);
  if (operator === 'add' || operator === 'subtract') return checkSum(scope, expression, a, b);
  if (operator === 'power') return checkPower(scope, expression, a, b);
  if (LOGIC.includes(operator)) {
    const fits = a.kind === 'condition' && b.kind === 'condition';
    return fits ? CONDITION : mismatch(scope, expression, a, b);
  }
  if (COMPARISONS.includes(operator)) {
    const fits = unify(a, b) !== null && a.kind !== 'condition';
    return fits ? CONDITION : mismatch(scope, expression, a, b);
  }
  return checkProduct(scope, expression, a, b);
}

function checkName(scope: Scope, expression: NameExpression): Type | null {
  const symbol = lookUp(scope, expression);
  if (symbol !== undefined) {
    if (!checkIndices(scope, expression, symbol)) return null;
    if ((scope.place === 'outside' || scope.place === 'starts') && symbol.kind !== 'assumption') {
      const message =
        scope.place === 'starts'
          ? '`starts:` reads assumptions only'
          : `${expression.name} has a value for every step`;
      const hint =
        scope.place === 'starts'
          ? undefined
          : 'say which: final(x), average(x), at(x, date(2027, 4))';
      return complain(scope, 'formula-feature', expression.span, message, hint);
    }
    return symbol.type === 'number' ? measuring(symbol.dimension) : { kind: symbol.type };
  }
  if (expression.module === null && functionNamed(expression.name)?.rule === 'name') {
    return expression.name === 'step' ? measuring(TIME) : measuring(NONE);
  }
  if (isIndexName(scope, expression)) {
    const message = `${expression.name} is an index; it can be compared with an element`;
    return complain(scope, 'wrong-indices', expression.span, message);
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
      return checkOperate(scope, expression);
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
