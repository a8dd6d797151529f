import type { Expression } from '../formula/expression.ts';
import { type FunctionRow, functionNamed, type UnitRule } from '../formula/functions.ts';
import { monthsOf, readDay } from '../quantity/calendar.ts';
import { multiply, raise, TIME } from '../quantity/dimension.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { literalNumber } from './literal.ts';
import { complain, lookUp, type Scope } from './scope.ts';
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

/** A function call. */
export type Call = Extract<Expression, { kind: 'call' }>;

type Check = (scope: Scope, expression: Expression) => Type | null;

/** What a rule sees of a call. */
interface Site {
  readonly scope: Scope;
  readonly call: Call;
  readonly row: FunctionRow;
  readonly check: Check;
}

function wants({ scope, call }: Site, at: number, what: string, got: Type): null {
  const operand = call.operands[at]!;
  return complain(
    scope,
    'unit-mismatch',
    operand.span,
    `${call.callee} wants ${what} here, this is ${showType(got)}`,
  );
}

function eachType({ scope, call, check }: Site): readonly Type[] | null {
  const types = call.operands.map((operand) => check(scope, operand));
  return types.every((type) => type !== null) ? types : null;
}

function allSame(site: Site, types: readonly Type[], from: number): Type | null {
  let type = types[from]!;
  for (let at = from; at < types.length; at++) {
    if (types[at]!.kind === 'condition') return wants(site, at, 'a number', types[at]!);
    const both = unify(type, types[at]!);
    if (both === null) return wants(site, at, showType(type), types[at]!);
    type = both;
  }
  return type;
}

/** The index and set of `sum(sector, x)` or `sum(s in sector, x)`; null where the call folds over no set. */
export function foldIndex(scope: Scope, call: Call): { index: string; set: string } | null {
  const first = call.operands[0]!;
  if (first.kind === 'within') return { index: first.index, set: first.set };
  const isSet = first.kind === 'name' && first.module === null && scope.sets.has(first.name);
  return isSet && call.operands.length === 2 ? { index: first.name, set: first.name } : null;
}

function checkFold(site: Site): Type | null {
  const { scope, call, check } = site;
  const fold = foldIndex(scope, call);
  if (fold === null) {
    if (call.callee === 'sum' || call.callee === 'product') {
      return complain(
        scope,
        'unknown-set',
        call.operands[0]!.span,
        `${call.callee} runs over a set`,
        `write ${site.row.form}`,
      );
    }
    const types = eachType(site);
    return types === null ? null : allSame(site, types, 0);
  }
  if (!scope.sets.has(fold.set)) {
    return complain(scope, 'unknown-set', call.operands[0]!.span, `there is no set "${fold.set}"`);
  }
  const indices = new Map([...scope.indices, [fold.index, fold.set] as const]);
  const type = check({ ...scope, indices }, call.operands[1]!);
  if (type === null || type.kind === 'number') {
    const isBad = type !== null && call.callee === 'product' && !isPlain(type);
    return isBad ? wants(site, 1, 'a plain number', type) : type;
  }
  return wants(site, 1, 'a number', type);
}

/** Finds how many steps back `previous(x)` or `delay(x, span)` reads; null where the span is no whole number of steps. */
export function lagOf(scope: Scope, call: Call): number | null {
  if (call.callee === 'previous') return 1;
  const span = call.operands[1]!;
  if (span.kind !== 'number' || span.unit === null) return null;
  const steps = span.value / scope.clock.stepMonths;
  return Number.isInteger(steps) && steps >= 1 ? steps : null;
}

function checkPast(site: Site): Type | null {
  const { scope, call, check } = site;
  const read = call.operands[0]!;
  const symbol = read.kind === 'name' ? lookUp(scope, read) : undefined;
  const type = check(scope, read);
  if (type === null) return null;
  if (symbol?.kind !== 'equation') {
    return complain(
      scope,
      'formula-feature',
      read.span,
      `${call.callee} looks back at one equation`,
      `write ${site.row.form}`,
    );
  }
  if (lagOf(scope, call) === null) {
    const message = 'the span is a whole number of steps, written out';
    return complain(
      scope,
      'wrong-arguments',
      call.operands[1]!.span,
      message,
      'such as `24 months`',
    );
  }
  if (symbol.hasStarts) return type;
  const message = `${symbol.key} has no past: it declares no \`starts:\``;
  return complain(scope, 'missing-starts', read.span, message, `add \`starts:\` to ${symbol.key}`);
}

/** Reads `date(2027, 4)` as months since the year 0; null where its parts are no date. */
export function dateOf(call: Call): number | null {
  const parts = call.operands.map(literalNumber);
  if (!parts.every((part) => part !== null && Number.isInteger(part))) return null;
  const [year, ...rest] = parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'));
  const day = readDay([year, ...rest].join('-'));
  return isRefusal(day) ? null : monthsOf(day);
}

function checkDate({ scope, call }: Site): Type | null {
  if (dateOf(call) !== null) return DATE;
  return complain(
    scope,
    'bad-date',
    call.span,
    'this is no date',
    'write date(2027, 4) or date(2027, 4, 9)',
  );
}

function checkDated(site: Site, result: Type): Type | null {
  const types = eachType(site);
  if (types === null) return null;
  if (types[0]!.kind !== 'date') return wants(site, 0, 'a date', types[0]!);
  const span = types[1];
  if (span === undefined || unify(span, measuring(TIME)) !== null) return result;
  return wants(site, 1, 'a span', span);
}

function checkAggregate(site: Site): Type | null {
  const { scope, call, check } = site;
  if (scope.place !== 'outside') {
    const message = `${call.callee} is for measures and tests, and not inside one another`;
    return complain(scope, 'formula-feature', call.span, message);
  }
  const type = check({ ...scope, place: 'inside' }, call.operands[0]!);
  if (type === null) return null;
  const dimension = dimensionOf(type);
  if (dimension === null) return wants(site, 0, 'a number', type);
  const second = call.operands[1] === undefined ? null : check(scope, call.operands[1]);
  if (call.callee === 'at' && second?.kind !== 'date')
    return second && wants(site, 1, 'a date', second);
  if (call.callee === 'discounted' && (second === null || !isPlain(second))) {
    return second && wants(site, 1, 'a yearly rate', second);
  }
  if (call.callee === 'irr') return PLAIN;
  if (call.callee !== 'total' && call.callee !== 'discounted') return type;
  if ((dimension.get('time') ?? 0) < 0) return measuring(multiply(dimension, TIME));
  return wants(site, 0, 'a rate per time', type);
}

const RULES: Readonly<Record<UnitRule, (site: Site) => Type | null>> = {
  pure: (site) => {
    const type = eachType(site)?.[0];
    return type === undefined
      ? null
      : isPlain(type)
        ? PLAIN
        : wants(site, 0, 'a plain number', type);
  },
  same: (site) => {
    const types = eachType(site);
    return types === null ? null : allSame(site, types, 0);
  },
  root: (site) => {
    const type = eachType(site)?.[0];
    const dimension = type === undefined ? null : dimensionOf(type);
    if (type === undefined || dimension === null)
      return type === undefined ? null : wants(site, 0, 'a number', type);
    const root = raise(dimension, 0.5);
    return root === null ? wants(site, 0, 'a unit with a root', type) : measuring(root);
  },
  choice: (site) => {
    const types = eachType(site);
    if (types === null) return null;
    return types[0]!.kind === 'condition'
      ? allSame(site, types, 1)
      : wants(site, 0, 'a condition', types[0]!);
  },
  fold: checkFold,
  past: checkPast,
  date: checkDate,
  share: (site) => checkDated(site, PLAIN),
  switch: (site) => checkDated(site, CONDITION),
  ramp: (site) => checkDated(site, PLAIN),
  name: ({ scope, call }) =>
    complain(scope, 'unknown-function', call.span, `${call.callee} is a name`),
  aggregate: checkAggregate,
};

/** Checks a function call by the rule of its row in the table of functions. */
export function checkCall(scope: Scope, call: Call, check: Check): Type | null {
  const row = functionNamed(call.callee)!;
  return RULES[row.rule]({ scope, call, row, check });
}
