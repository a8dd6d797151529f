import { functionNamed, type UnitRule } from '../formula/functions.ts';
import { multiply, raise, TIME } from '../quantity/dimension.ts';
import { allSame, type Call, type Check, eachType, type Site, wants } from './call-site.ts';
import { checkFold } from './check-fold.ts';
import { checkDate, checkDated, checkPast } from './check-time.ts';
import { complain, type Scope } from './scope.ts';
import { CONDITION, dimensionOf, isPlain, measuring, PLAIN, type Type } from './types.ts';

/** Checks what `at` and `discounted` take besides the series. */
function checkArgument(site: Site): boolean {
  const { scope, call, check } = site;
  if (call.operands[1] === undefined) return true;
  const type = check(scope, call.operands[1]);
  if (type === null) return false;
  if (call.callee === 'at') return type.kind === 'date' || wants(site, 1, 'a date', type) !== null;
  const rate = 'a plain number, the rate per year,';
  return isPlain(type) || wants(site, 1, rate, type) !== null;
}

function checkAggregate(site: Site): Type | null {
  const { scope, call, check } = site;
  if (scope.place !== 'outside') {
    const message = `${call.callee} is for measures and tests, and not inside one another`;
    return complain(scope, 'formula-feature', call.span, message);
  }
  const type = check({ ...scope, place: 'inside' }, call.operands[0]!);
  const isFine = checkArgument(site);
  if (type === null) return null;
  const dimension = dimensionOf(type);
  if (dimension === null) return wants(site, 0, 'a number', type);
  if (!isFine) return null;
  if (call.callee === 'irr') return PLAIN;
  if (call.callee !== 'total' && call.callee !== 'discounted') return type;
  if ((dimension.get('time') ?? 0) < 0) return measuring(multiply(dimension, TIME));
  return wants(site, 0, 'a rate per time', type);
}

function checkPure(site: Site): Type | null {
  const type = eachType(site)?.[0];
  if (type === undefined) return null;
  return isPlain(type) ? PLAIN : wants(site, 0, 'a plain number', type);
}

function checkRoot(site: Site): Type | null {
  const type = eachType(site)?.[0];
  if (type === undefined) return null;
  const dimension = dimensionOf(type);
  if (dimension === null) return wants(site, 0, 'a number', type);
  const root = raise(dimension, 0.5);
  return root === null ? wants(site, 0, 'a unit with a root', type) : measuring(root);
}

function checkSame(site: Site): Type | null {
  const types = eachType(site);
  return types === null ? null : allSame(site, types, 0);
}

function checkChoice(site: Site): Type | null {
  const types = eachType(site);
  if (types === null) return null;
  const [condition] = types;
  if (condition!.kind !== 'condition') return wants(site, 0, 'a condition', condition!);
  return allSame(site, types, 1);
}

/** The rules of what can be called. */
type CallRule = Exclude<UnitRule, 'name'>;

const RULES: Readonly<Record<CallRule, (site: Site) => Type | null>> = {
  pure: checkPure,
  same: checkSame,
  root: checkRoot,
  choice: checkChoice,
  fold: checkFold,
  past: checkPast,
  date: checkDate,
  share: (site) => checkDated(site, PLAIN),
  switch: (site) => checkDated(site, CONDITION),
  ramp: (site) => checkDated(site, PLAIN),
  aggregate: checkAggregate,
};

/** Checks a function call by the rule of its row in the table of functions. */
export function checkCall(scope: Scope, call: Call, check: Check): Type | null {
  const row = functionNamed(call.callee)!;
  return RULES[row.rule as CallRule]({ scope, call, row, check });
}
