import type { Body } from './body.ts';
import { each, keep, MAGNITUDE, type Pack, SIGN } from './pack.ts';
import { f64x2, v128 } from './vectors.ts';

/** Rounds halves away from zero with the bits of `round`: what is added to a whole number is 0 or, with the sign, 1. */
export function round(body: Body, operand: Pack): Pack {
  return body.scope(() => {
    const xs = keep(body, operand);
    const wholes = each(body, [xs], f64x2.truncate);
    return each(body, [xs, wholes], (x, whole) => {
      const rest = v128.and(f64x2.subtract(x, whole), body.bits(MAGNITUDE));
      const one = v128.or(v128.and(x, body.bits(SIGN)), body.number(1));
      return f64x2.add(whole, v128.andNot(one, f64x2.less(rest, body.number(0.5))));
    });
  });
}
