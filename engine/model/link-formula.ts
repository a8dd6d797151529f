import type { Expression } from '../formula/expression.ts';
import { parseOnce } from '../formula/parse.ts';
import type { Term } from '../formula/term.ts';
import { error, type Problem } from '../problem.ts';
import { isSame, showDimension } from '../quantity/dimension.ts';
import { isRefusal } from '../quantity/refusal.ts';
import type { Unit } from '../quantity/unit.ts';
import { positionIn } from '../source/locate.ts';
import type { Extent, FormulaText } from '../study/model-text.ts';
import type { Call } from './call-site.ts';
import { checkTypes } from './check-types.ts';
import { type Lowering, lower } from './lower.ts';
import type { Scope } from './scope.ts';
import { hasRoom } from './size-of.ts';
import { showType, type Type } from './types.ts';

/** What a formula must yield. */
export type Wanted = { readonly unit: Unit } | 'condition' | 'number';

/** A formula that was parsed and checked. */
export interface Linked {
  readonly scope: Scope;
  readonly expression: Expression;
  readonly type: Type;
}

function refuseAggregate(call: Call): never {
  throw new Error(`${call.callee} is refused in equations`);
}

function fits(type: Type, wanted: Wanted): boolean {
  if (wanted === 'condition') return type.kind === 'condition';
  if (type.kind !== 'number') return false;
  return (
    wanted === 'number' || type.dimension === 'any' || isSame(type.dimension, wanted.unit.dimension)
  );
}

function misfit(wanted: Wanted, type: Type): string {
  if (wanted === 'condition') return `a condition is wanted here, this is ${showType(type)}`;
  if (wanted === 'number') return `a number is wanted here, this is ${showType(type)}`;
  const { text, dimension } = wanted.unit;
  const shown = showDimension(dimension);
  const declared = text === shown ? text : `${text}, ${shown}`;
  return `the formula yields ${showType(type)}; the unit says ${declared}`;
}

/** Parses a formula and checks its names and units; null where something is wrong, which is reported. */
export function linkFormula(scope: Scope, wanted: Wanted): Linked | null {
  const { formula, problems } = scope;
  const expression = parseOnce(formula.text.text);
  if (isRefusal(expression)) {
    const { refused, message, offset, length, hint } = expression;
    problems.push(error(refused, message, positionIn(formula.text, offset, length), hint));
    return null;
  }
  const type = checkTypes(scope, expression);
  if (type === null || !hasRoom(scope, expression)) return null;
  if (fits(type, wanted)) return { scope, expression, type };
  const trimmed = formula.text.text.trim();
  const lead = formula.text.text.indexOf(trimmed);
  const position = positionIn(formula.text, lead, trimmed.length);
  problems.push(error('unit-mismatch', misfit(wanted, type), position));
  return null;
}

/** Gives the element that each index stands for in a tuple such as "cars,korea". */
export function elementsAt(extent: Extent, element: string): ReadonlyMap<string, string> {
  const parts = element.split(',');
  return new Map(extent.over.map(({ name }, at) => [name, parts[at]!]));
}

/** Lowers a linked formula for one tuple of elements. */
export function lowerAt(
  { scope, expression }: Linked,
  elements: ReadonlyMap<string, string>,
  aggregate: Lowering['aggregate'] = refuseAggregate,
): Term {
  return lower({ scope, elements, aggregate }, expression);
}

/** Makes the scope of a formula over an extent. */
export function scopeOver(
  base: Omit<Scope, 'indices' | 'formula' | 'place' | 'module'>,
  module: string | null,
  place: Scope['place'],
  extent: Extent,
  formula: FormulaText,
): Scope {
  const indices = new Map(extent.over.map(({ name, set }) => [name, set]));
  return { ...base, module, place, indices, formula };
}

/** Where problems of a model's formulas go, and what its names mean. */
export type Base = Parameters<typeof scopeOver>[0];

/** Makes the base of the scopes of a model. */
export function baseOf(
  symbols: Scope['symbols'],
  sets: Scope['sets'],
  clock: Scope['clock'],
  problems: Problem[],
): Base {
  return { symbols, sets, clock, problems, size: { operations: 0 } };
}
