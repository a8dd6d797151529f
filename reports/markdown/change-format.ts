import type { Figure } from '../../engine/index.ts';
import { isNothing, shownNumber } from '../format.ts';
import { decimalsOf } from '../spoken-measure.ts';
import type { Format } from '../style.ts';

/** No change needs more digits, however small its error. */
const MOST_DIGITS = 4;
const MOST_DECIMALS = 6;

/**
 * Chooses the decimals of a change and of its error, which are the same: those that show the first digit of the error,
 * or two where that is a 1. What would round to nothing has a decimal more.
 *
 * Shape: null where such a number has no decimals, or the error says nothing of them.
 */
export function changeDecimals({ value, error }: Figure, usual: Format): number | null {
  if (usual === 'scientific' || value === null || error === null || error === 0) return null;
  const enough = Math.max(
    decimalsOf(usual),
    value === 0 ? 0 : -exponentOf(value) + MOST_DIGITS - 1,
  );
  const wanted = Math.min(errorDecimals(error), enough, MOST_DECIMALS);
  const decimals = Math.max(0, wanted);
  const isTiny = value !== 0 && isNothing(shownNumber(value, `plain-${decimals}`));
  return isTiny ? Math.min(decimals + 1, MOST_DECIMALS) : decimals;
}

function errorDecimals(error: number): number {
  const [digit] = error.toExponential(0);
  return -exponentOf(error) + (digit === '1' ? 1 : 0);
}

function exponentOf(size: number): number {
  return Number(size.toExponential(0).split('e')[1]);
}
