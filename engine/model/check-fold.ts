import { hintFor } from '../source/suggest.ts';
import { allSame, type Call, eachType, type Site, wants } from './call-site.ts';
import { complain, lookUp, type Scope } from './scope.ts';
import { isPlain, type Type } from './types.ts';

/** The index and set of `sum(sector, x)` or `sum(s in sector, x)`; null where the call folds over no set. */
export function foldIndex(scope: Scope, call: Call): { index: string; set: string } | null {
  const first = call.operands[0]!;
  if (first.kind === 'within') return { index: first.index, set: first.set };
  const isSet = first.kind === 'name' && first.module === null && scope.sets.has(first.name);
  return isSet && call.operands.length === 2 ? { index: first.name, set: first.name } : null;
}

/** Checks `min(x, y, ...)` and `max(x, y, ...)`; the other folds want a set. */
function checkList(site: Site): Type | null {
  const { scope, call, row } = site;
  if (call.callee === 'min' || call.callee === 'max') {
    const types = eachType(site);
    return types === null ? null : allSame(site, types, 0);
  }
  const message = `${call.callee} runs over a set`;
  return complain(scope, 'unknown-set', call.operands[0]!.span, message, `write ${row.form}`);
}

function checkBody(site: Site, type: Type): Type | null {
  const { callee } = site.call;
  if (type.kind === 'condition') return wants(site, 1, 'a number', type);
  if (type.kind === 'date' && callee !== 'min' && callee !== 'max') {
    return wants(site, 1, 'a number', type);
  }
  return callee === 'product' && !isPlain(type) ? wants(site, 1, 'a plain number', type) : type;
}

/** Tells whether an index made by a fold would hide a variable; those named as a set are refused elsewhere. */
function namesVariable(scope: Scope, { index }: { index: string }): boolean {
  return !scope.sets.has(index) && lookUp(scope, { module: null, name: index }) !== undefined;
}

/** Checks a fold over a set, or over the values it lists. */
export function checkFold(site: Site): Type | null {
  const { scope, call, row, check } = site;
  const fold = foldIndex(scope, call);
  if (fold === null) return checkList(site);
  const [first, , third] = call.operands;
  if (!scope.sets.has(fold.set)) {
    const hint = hintFor(fold.set, scope.sets.keys());
    return complain(scope, 'unknown-set', first!.span, `there is no set "${fold.set}"`, hint);
  }
  if (third !== undefined) {
    return complain(scope, 'wrong-arguments', third.span, `${call.callee} is written ${row.form}`);
  }
  if (namesVariable(scope, fold)) {
    const message = `the index "${fold.index}" names a variable too`;
    return complain(scope, 'duplicate-name', first!.span, message, 'give it another name');
  }
  const indices = new Map([...scope.indices, [fold.index, fold.set] as const]);
  const type = check({ ...scope, indices }, call.operands[1]!);
  return type === null ? null : checkBody(site, type);
}
