import { exp, log } from './elementary.ts';

/** The largest whole exponent that becomes multiplications. */
export const LARGEST_WHOLE_EXPONENT = 64;

/** Raises a positive x to any power; the host's own power differs between versions of Node. */
export function power(x: number, y: number): number {
  return exp(y * log(x));
}

/**
 * Raises x to a whole power by repeated squaring from the exponent's highest bit down, so that the
 * order of the multiplications depends on the exponent alone.
 */
export function integerPower(x: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > LARGEST_WHOLE_EXPONENT) {
    throw new RangeError(`${exponent} is no whole exponent up to ${LARGEST_WHOLE_EXPONENT}`);
  }
  if (exponent === 0) return 1;
  if (exponent < 0) return 1 / integerPower(x, -exponent);
  let result = x;
  for (let bit = 30 - Math.clz32(exponent); bit >= 0; bit--) {
    result *= result;
    if ((exponent >> bit) & 1) result *= x;
  }
  return result;
}
