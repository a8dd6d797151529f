import { LARGEST_WHOLE_EXPONENT } from '../arithmetic/power.ts';
import type { Body } from './body.ts';
import { each, type Pack } from './pack.ts';
import { f64x2 } from './vectors.ts';

/** Squares from the exponent's highest bit down, and multiplies by x where a bit is set. */
function positivePower(body: Body, xs: Pack, exponent: number): Pack {
  let result = xs;
  for (let bit = 30 - Math.clz32(exponent); bit >= 0; bit--) {
    result = each(body, [result], (x) => f64x2.multiply(x, x));
    if ((exponent >> bit) & 1) result = each(body, [result, xs], f64x2.multiply);
  }
  return result;
}

/**
 * Raises to a whole power with the bits of `integerPower`.
 *
 * Errors: throws on the exponents on which that does.
 */
export function wholePower(body: Body, operand: Pack, exponent: number): Pack {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > LARGEST_WHOLE_EXPONENT) {
    throw new RangeError(`${exponent} is no whole exponent up to ${LARGEST_WHOLE_EXPONENT}`);
  }
  if (exponent === 0) return operand.map(() => body.number(1));
  return body.scope(() => {
    const xs = each(body, [operand], (x) => x);
    const power = positivePower(body, xs, Math.abs(exponent));
    if (exponent > 0) return power;
    return each(body, [power], (x) => f64x2.divide(body.number(1), x));
  });
}
