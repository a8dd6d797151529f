import type { Expression, Operator } from '../formula/expression.ts';
import { COMPARING } from '../formula/operators.ts';
import { divide, isSame, multiply, raise, TIME } from '../quantity/dimension.ts';
import { hintFor } from '../source/suggest.ts';
import type { Check } from './call-site.ts';
import { literalNumber } from './literal.ts';
import { complain, type NameExpression, type Scope } from './scope.ts';
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
  return complain(scope, 'unit-mismatch', expression.span, message, conversionHint(a, b));
}

function cannot(scope: Scope, expression: Operate, a: Type): null {
  const message = `cannot ${WORDS[expression.operator]} ${showType(a)}`;
  return complain(scope, 'unit-mismatch', expression.span, message);
}

/** Tells whether `a` is what `b` is per time. */
function isRateOf(a: Type, b: Type): boolean {
  const [rate, amount] = [dimensionOf(a), dimensionOf(b)];
  return rate !== null && amount !== null && isSame(multiply(rate, TIME), amount);
}

function conversionHint(a: Type, b: Type): string | undefined {
  const shown = [showType(a), showType(b)];
  const currencies = shown.map((text) => /\b[A-Z]{3}\b/.exec(text)?.[0]);
  if (
    currencies[0] !== undefined &&
    currencies[1] !== undefined &&
    currencies[0] !== currencies[1]
  ) {
    return `convert by an exchange rate in ${currencies[0]}/${currencies[1]}`;
  }
  if (isRateOf(a, b) || isRateOf(b, a)) return 'a rate becomes an amount when multiplied by `step`';
  return undefined;
}

function checkSum(scope: Scope, expression: Operate, a: Type, b: Type): Type | null {
  const isSpan = (type: Type) => unify(type, measuring(TIME)) !== null;
  const isAdded = expression.operator === 'add';
  if (a.kind === 'date' && isSpan(b)) return DATE;
  if (b.kind === 'date' && isSpan(a) && isAdded) return DATE;
  if (a.kind === 'date' && b.kind === 'date' && !isAdded) return measuring(TIME);
  if (a.kind === 'number' && b.kind === 'number')
    return unify(a, b) ?? mismatch(scope, expression, a, b);
  return mismatch(scope, expression, a, b);
}

function checkPower(scope: Scope, expression: Operate, a: Type, b: Type): Type | null {
  const base = dimensionOf(a);
  if (base === null) return cannot(scope, expression, a);
  if (!isPlain(b)) {
    const message = `an exponent is a plain number, this is ${showType(b)}`;
    return complain(scope, 'unit-mismatch', expression.operands[1]!.span, message);
  }
  if (isPlain(a)) return PLAIN;
  const exponent = literalNumber(expression.operands[1]!);
  const raised = exponent === null ? null : raise(base, exponent);
  if (raised !== null) return measuring(raised);
  const message = `the exponent of ${showType(a)} must be a simple number written out`;
  return complain(scope, 'unit-mismatch', expression.operands[1]!.span, message);
}

function isZero(type: Type): boolean {
  return type.kind === 'number' && type.dimension === 'any';
}

function checkProduct(scope: Scope, expression: Operate, a: Type, b: Type): Type | null {
  const [x, y] = [dimensionOf(a), dimensionOf(b)];
  if (x === null || y === null) return mismatch(scope, expression, a, b);
  if (isZero(a)) return a;
  if (expression.operator === 'divide') return measuring(divide(x, y));
  return isZero(b) ? b : measuring(multiply(x, y));
}

/** Tells whether an expression is the bare name of an index. */
export function isIndexName(scope: Scope, expression: Expression): boolean {
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
  if (isIndexName(scope, other)) {
    const through = scope.indices.get((other as NameExpression).name)!;
    if (scope.sets.get(through)!.some((element) => elements.includes(element))) return CONDITION;
    const message = `${set} and ${through} have no element in common`;
    return complain(scope, 'wrong-indices', expression.span, message);
  }
  const isWord = other.kind === 'name' && other.module === null && other.indices.length === 0;
  if (isWord && elements.includes(other.name)) return CONDITION;
  const message = isWord
    ? `${set} has no element "${other.name}"`
    : `${index.name} can be compared with an element of ${set} only`;
  const near = isWord ? hintFor(other.name, elements) : undefined;
  const hint = near ?? `elements of ${set}: ${elements.join(', ')}`;
  return complain(scope, 'unknown-element', other.span, message, hint);
}

const LOGIC: readonly Operator[] = ['and', 'or', 'xor'];

function checkUnary(scope: Scope, expression: Operate, a: Type): Type | null {
  const wanted = expression.operator === 'not' ? 'condition' : 'number';
  if (a.kind === wanted) return a;
  if (wanted === 'number') return cannot(scope, expression, a);
  const message = `\`not\` wants a condition, this is ${showType(a)}`;
  const hint = '`not` comes before comparisons: write not (a < b)';
  return complain(scope, 'unit-mismatch', expression.span, message, hint);
}

/** Checks the operands of an operator and finds what it yields. */
export function checkOperate(scope: Scope, expression: Operate, check: Check): Type | null {
  const { operator, operands } = expression;
  if (isElementComparison(scope, expression)) return checkElements(scope, expression);
  const types = operands.map((operand) => check(scope, operand));
  if (!types.every((type) => type !== null)) return null;
  const [a, b] = types as [Type, Type | undefined];
  if (b === undefined) return checkUnary(scope, expression, a);
  if (operator === 'add' || operator === 'subtract') return checkSum(scope, expression, a, b);
  if (operator === 'power') return checkPower(scope, expression, a, b);
  if (LOGIC.includes(operator)) {
    const fits = a.kind === 'condition' && b.kind === 'condition';
    return fits ? CONDITION : mismatch(scope, expression, a, b);
  }
  if (COMPARING.includes(operator)) {
    const fits = unify(a, b) !== null && a.kind !== 'condition';
    return fits ? CONDITION : mismatch(scope, expression, a, b);
  }
  return checkProduct(scope, expression, a, b);
}
