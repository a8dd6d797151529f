import { LIMITS } from '../limits.ts';
import { monthsOf, readDay } from '../quantity/calendar.ts';
import { isSame, TIME } from '../quantity/dimension.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { type Call, eachType, type Site, wants } from './call-site.ts';
import { literalNumber } from './literal.ts';
import { complain, lookUp, refuseStepwise, type Scope } from './scope.ts';
import { DATE, measuring, type Type, unify } from './types.ts';

/** Finds how many steps back `previous(x)` or `delay(x, span)` reads; null where the span is no whole number of steps. */
export function lagOf(scope: Scope, call: Call): number | null {
  if (call.callee === 'previous') return 1;
  const span = call.operands[1]!;
  if (span.kind !== 'number' || span.unit === null || !isSame(span.unit.dimension, TIME))
    return null;
  const steps = span.value / scope.clock.stepMonths;
  return Number.isInteger(steps) && steps >= 1 ? steps : null;
}

/** Checks `previous(x)` and `delay(x, span)`. */
export function checkPast(site: Site): Type | null {
  const { scope, call, check } = site;
  if (scope.place === 'when' && refuseStepwise(scope, `${call.callee}(...)`, call.span))
    return null;
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
      symbol === undefined
        ? `write ${site.row.form}`
        : `make an equation that equals ${symbol.key} and declares \`starts:\``,
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
  if (lagOf(scope, call)! > LIMITS.steps) {
    const message = `a delay reaches back ${LIMITS.steps} steps at most`;
    return complain(scope, 'model-too-large', call.operands[1]!.span, message);
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

/** Checks `date(2027, 4)`. */
export function checkDate({ scope, call }: Site): Type | null {
  if (dateOf(call) !== null) return DATE;
  return complain(
    scope,
    'bad-date',
    call.span,
    'this is no date',
    'write date(2027, 4) or date(2027, 4, 9)',
  );
}

/** Checks the functions of the step and a date: `from`, `until`, `on`, `ramp`. */
export function checkDated(site: Site, result: Type): Type | null {
  const { scope, call } = site;
  if (refuseStepwise(scope, `${call.callee}(...)`, call.span)) return null;
  const types = eachType(site);
  if (types === null) return null;
  if (types[0]!.kind !== 'date') return wants(site, 0, 'a date', types[0]!);
  const span = types[1];
  if (span === undefined || unify(span, measuring(TIME)) !== null) return result;
  return wants(site, 1, 'a span', span);
}
