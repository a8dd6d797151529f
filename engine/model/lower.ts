import { LARGEST_WHOLE_EXPONENT } from '../arithmetic/power.ts';
import type { Expression, Operator } from '../formula/expression.ts';
import { COSTLY, functionOf, type OperationName } from '../formula/operation.ts';
import { apply, number, slot, type Term } from '../formula/term.ts';
import type { Extent } from '../study/model-text.ts';
import type { Call } from './call-site.ts';
import { foldIndex } from './check-fold.ts';
import { isElementComparison } from './check-operate.ts';
import { dateOf, lagOf } from './check-time.ts';
import { literalNumber } from './literal.ts';
import { TIME_SLOTS } from './model.ts';
import { elementOf, lookUp, type NameExpression, type Scope } from './scope.ts';

/** What lowering needs besides the scope: the element each index stands for, and where aggregates go. */
export interface Lowering {
  readonly scope: Scope;
  readonly elements: ReadonlyMap<string, string>;
  /** Registers a time aggregate and gives the slot that will hold it. */
  readonly aggregate: (call: Call, lowering: Lowering) => number;
}

const START = slot(TIME_SLOTS.start);
const END = slot(TIME_SLOTS.end);
const STEP = slot(TIME_SLOTS.step);
const ZERO = number(0);
const ONE = number(1);

const PLACES = new WeakMap<Extent, ReadonlyMap<string, number>>();

/** Looking for one of thousands of elements thousands of times takes its time. */
function placesOf(extent: Extent): ReadonlyMap<string, number> {
  const known = PLACES.get(extent);
  if (known !== undefined) return known;
  const places = new Map(extent.elements.map((element, at) => [element, at]));
  PLACES.set(extent, places);
  return places;
}

/** Finds the slot of a variable's element. */
export function slotOf({ scope, elements }: Lowering, expression: NameExpression): number {
  const symbol = lookUp(scope, expression)!;
  const element = expression.indices.map(({ name }) => elementOf(elements, name)).join(',');
  return symbol.firstSlot + placesOf(symbol.extent).get(element)!;
}

function lowerName(lowering: Lowering, expression: NameExpression): Term {
  const symbol = lookUp(lowering.scope, expression);
  if (symbol === undefined) return slot(TIME_SLOTS[expression.name as keyof typeof TIME_SLOTS]);
  const term = slot(slotOf(lowering, expression));
  return symbol.type === 'condition' ? apply('unequal', term, ZERO) : term;
}

/**
 * Lowers a power by what its exponent is, as the numeric contract has it: whole exponents written out become
 * products, one half a square root, the rest exp(y * log(x)).
 */
function lowerPower(lowering: Lowering, base: Expression, exponent: Expression): Term {
  const x = lower(lowering, base);
  const written = literalNumber(exponent);
  if (written === 0.5) return apply('squareRoot', x);
  if (
    written !== null &&
    Number.isInteger(written) &&
    Math.abs(written) <= LARGEST_WHOLE_EXPONENT
  ) {
    return apply('wholePower', x, number(written));
  }
  return apply('power', x, lower(lowering, exponent));
}

function compareElements(
  { elements }: Lowering,
  operator: Operator,
  operands: readonly Expression[],
): Term {
  const [a, b] = operands.map((operand) => elementOf(elements, (operand as NameExpression).name));
  return { kind: 'truth', value: (a === b) === (operator === 'equal') };
}

/** Joins conditions, dropping those known already, so that `if(s == korea, ...)` costs nothing in a run. */
function join(operation: OperationName, operands: readonly Term[]): Term {
  const [a, b] = operands;
  if (operation === 'not' && a?.kind === 'truth') return { kind: 'truth', value: !a.value };
  const known = operands.find((operand) => operand.kind === 'truth');
  if (known === undefined || (operation !== 'and' && operation !== 'or'))
    return apply(operation, ...operands);
  const other = (known === a ? b : a)!;
  return known.value === (operation === 'and') ? other : known;
}

function lowerOperate(
  lowering: Lowering,
  expression: Extract<Expression, { kind: 'operate' }>,
): Term {
  const { operator, operands } = expression;
  if (operator === 'power') return lowerPower(lowering, operands[0]!, operands[1]!);
  if (isElementComparison(lowering.scope, expression))
    return compareElements(lowering, operator, operands);
  return join(
    operator,
    operands.map((operand) => lower(lowering, operand)),
  );
}

const FOLDS: Readonly<Record<string, OperationName>> = {
  sum: 'add',
  product: 'multiply',
  min: 'smaller',
  max: 'larger',
};

function lowerFold(lowering: Lowering, call: Call): Term {
  const operation = FOLDS[call.callee]!;
  const fold = foldIndex(lowering.scope, call);
  const terms =
    fold === null
      ? call.operands.map((operand) => lower(lowering, operand))
      : lowering.scope.sets.get(fold.set)!.map((element) => {
          const indices = new Map([...lowering.scope.indices, [fold.index, fold.set] as const]);
          const elements = new Map([...lowering.elements, [fold.index, element] as const]);
          return lower(
            { ...lowering, scope: { ...lowering.scope, indices }, elements },
            call.operands[1]!,
          );
        });
  return terms.reduce((a, b) => apply(operation, a, b));
}

/** Computes a costly operation on numbers written out once and for all: log(2). */
function foldNumbers(term: Term): Term {
  if (term.kind !== 'apply' || !COSTLY.has(term.operation)) return term;
  const values = term.operands.flatMap((operand) =>
    operand.kind === 'number' ? [operand.value] : [],
  );
  if (values.length < term.operands.length) return term;
  return number(functionOf(term.operation)(...values) as number);
}

function clamp(x: Term, low: Term, high: Term): Term {
  return apply('smaller', apply('larger', x, low), high);
}

/** The share of the step on or after a date. */
function shareFrom(date: Term): Term {
  return clamp(apply('divide', apply('subtract', END, date), STEP), ZERO, ONE);
}

type LowerCall = (lowering: Lowering, call: Call, operands: () => readonly Term[]) => Term;

function direct(operation: OperationName): LowerCall {
  return (_lowering, _call, operands) => foldNumbers(apply(operation, ...operands()));
}

const past: LowerCall = (lowering, call) => ({
  kind: 'past',
  slot: slotOf(lowering, call.operands[0] as NameExpression),
  lag: lagOf(lowering.scope, call)!,
});

const CALLS: Readonly<Record<string, LowerCall>> = {
  abs: direct('abs'),
  floor: direct('floor'),
  ceil: direct('ceil'),
  round: direct('round'),
  exp: direct('exp'),
  log: direct('log'),
  sqrt: direct('squareRoot'),
  logistic: direct('logistic'),
  clamp: (_lowering, _call, operands) => clamp(...(operands() as [Term, Term, Term])),
  min: lowerFold,
  max: lowerFold,
  sum: lowerFold,
  product: lowerFold,
  if: (_lowering, _call, operands) => {
    const [condition, a, b] = operands() as [Term, Term, Term];
    if (condition.kind === 'truth') return condition.value ? a : b;
    return apply('choose', condition, a, b);
  },
  previous: past,
  delay: past,
  date: (_lowering, call) => number(dateOf(call)!),
  from: (_lowering, _call, operands) => shareFrom(operands()[0]!),
  until: (_lowering, _call, operands) => apply('subtract', ONE, shareFrom(operands()[0]!)),
  on: (_lowering, _call, operands) => {
    const date = operands()[0]!;
    return apply('and', apply('greaterEqual', date, START), apply('less', date, END));
  },
  ramp: (_lowering, _call, operands) => apply('ramp', START, END, ...operands()),
};

/** Turns a checked expression into a term for one tuple of elements. */
export function lower(lowering: Lowering, expression: Expression): Term {
  switch (expression.kind) {
    case 'number':
      return number(expression.value);
    case 'name':
      return lowerName(lowering, expression);
    case 'operate':
      return lowerOperate(lowering, expression);
    case 'call': {
      const lowerCall = CALLS[expression.callee];
      if (lowerCall === undefined) return slot(lowering.aggregate(expression, lowering));
      const operands = () => expression.operands.map((operand) => lower(lowering, operand));
      return lowerCall(lowering, expression, operands);
    }
    case 'within':
      throw new Error('`in` outside a fold is refused before lowering');
  }
}
