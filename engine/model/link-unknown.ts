import { number, type Term } from '../formula/term.ts';
import { error } from '../problem.ts';
import { isNone } from '../quantity/dimension.ts';
import type { FormulaText, Unknown } from '../study/model-text.ts';
import { startsOn } from './link-equations.ts';
import {
  type Base,
  elementsAt,
  type Linked,
  linkFormula,
  lowerAt,
  scopeOver,
} from './link-formula.ts';
import type { ModelSymbol, ScalarUnknown } from './model.ts';
import type { Scope } from './scope.ts';
import { dimensionOf } from './types.ts';

/** Tells whether a residual adds or subtracts, so that there is something to measure it against. */
function isSum({ expression }: Linked): boolean {
  if (expression.kind !== 'operate') return false;
  return ['add', 'subtract'].includes(expression.operator);
}

function refuseOneSided(base: Base, unknown: Unknown, linked: Linked): void {
  const message = `the residual of ${unknown.name} has a unit and only one side`;
  const hint = 'write it as a difference: what is wanted - what there is';
  base.problems.push(error('not-solvable', message, linked.scope.formula.position, hint));
}

/** Links where a search begins; null where something is wrong with it. */
function linkGuess(
  { guess, unit, extent }: Unknown,
  scoped: (formula: FormulaText) => Scope,
): ((element: string) => Term) | null {
  if (guess.kind === 'quantity') return () => number(guess.value);
  const linked = linkFormula(scoped(guess.formula), { unit });
  return linked === null ? null : (element) => lowerAt(linked, elementsAt(extent, element));
}

/** Links an unknown: one for each tuple of elements; none where something is wrong. */
export function linkUnknown(
  base: Base,
  unknown: Unknown,
  symbol: ModelSymbol,
): readonly ScalarUnknown[] {
  const { extent, module, tolerance, iterations } = unknown;
  const scoped = (formula: FormulaText) => scopeOver(base, module, 'step', extent, formula);
  const guess = linkGuess(unknown, scoped);
  const residual = linkFormula(scoped(unknown.residual), 'number');
  const startsAt = startsOn(base, unknown);
  if (guess === null || residual === null) return [];
  const dimension = dimensionOf(residual.type);
  const isPlain = dimension === null || isNone(dimension);
  if (!isPlain && !isSum(residual)) refuseOneSided(base, unknown, residual);
  return extent.elements.map((element, at) => ({
    slot: symbol.firstSlot + at,
    guess: guess(element),
    residual: lowerAt(residual, elementsAt(extent, element)),
    isPlain,
    position: unknown.residual.position,
    tolerance,
    iterations,
    starts: startsAt(element),
  }));
}
