/*
 * After e_exp.c of fdlibm 5.3 (https://www.netlib.org/fdlibm/e_exp.c), as `fdlibmExp` is. Notice of the original:
 *
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
import type { Body } from './body.ts';
import type { Guarded, Guess } from './guarded.ts';
import { each, MAGNITUDE, type Pack, polynomial, SIGN } from './pack.ts';
import { i32 } from './scalar.ts';
import { f64x2, i64x2, v128 } from './vectors.ts';

const { add, subtract, multiply, divide } = f64x2;

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const COEFFICIENTS = [
  4.1381367970572385e-8, -1.6533902205465252e-6, 6.613756321437934e-5, -0.0027777777777015593,
  0.16666666666666602,
] as const;

/** Beyond these the result is infinite or zero, and the power of two would leave what two factors can hold. */
const HIGHEST = 710;
const LOWEST = -746;

/** The smallest magnitude from which something is taken off: its high word is one above that of half of ln 2. */
const REDUCED_FROM = 0x3fd62e4300000000n;
const TINY = 3.725290298461914e-9;

/** Up to this magnitude exponents of results are in bounds. */
const USUAL = 700;

/** Adding this leaves a whole number in the low bits. */
const WHOLE_IN_LOW_BITS = 6755399441055744;
const BIAS = 1023;

/** Finds the whole k for which x - k ln 2 is at most about half of ln 2. */
function powersOfTwo(body: Body, xs: Pack, magnitudes: Pack): Pack {
  const rounded = each(body, [xs], (x) => {
    const half = v128.or(v128.and(x, body.bits(SIGN)), body.number(0.5));
    return f64x2.truncate(add(multiply(x, body.number(Math.LOG2E)), half));
  });
  return each(body, [rounded, magnitudes], (k, magnitude) =>
    v128.and(k, f64x2.greaterEqual(magnitude, body.bits(REDUCED_FROM))),
  );
}

function remainder(body: Body, reduced: Pack): Pack {
  const t = each(body, [reduced], (r) => multiply(r, r));
  const sum = polynomial(body, t, COEFFICIENTS);
  return each(body, [reduced, t, sum], (r, square, inner) => subtract(r, multiply(square, inner)));
}

/** Multiplies by 2 to the power k in two steps of about half: the first is exact, whatever the result. */
function scale(body: Body, ys: Pack, ks: Pack): Pack {
  const toExponent = i32.constant(52);
  const whole = each(body, [ks], (k) => add(k, body.number(WHOLE_IN_LOW_BITS + 2 * BIAS)));
  const half = each(body, [whole], (both) => i64x2.shiftRight(both, i32.constant(1)));
  const rest = each(body, [whole, half], (both, one) => i64x2.subtract(both, one));
  return each(body, [ys, half, rest], (y, one, other) =>
    multiply(multiply(y, i64x2.shiftLeft(one, toExponent)), i64x2.shiftLeft(other, toExponent)),
  );
}

/** What e to the power x is before it is multiplied by 2 to the power k. */
interface Fraction {
  readonly y: Pack;
  readonly k: Pack;
}

function magnitudesOf(body: Body, xs: Pack): Pack {
  return each(body, [xs], (x) => v128.and(x, body.bits(MAGNITUDE)));
}

function fractionOf(body: Body, xs: Pack, magnitudes: Pack): Fraction {
  const k = powersOfTwo(body, xs, magnitudes);
  const high = each(body, [xs, k], (x, n) => subtract(x, multiply(n, body.number(LN2_HIGH))));
  const low = each(body, [k], (n) => multiply(n, body.number(LN2_LOW)));
  const reduced = each(body, [high, low], subtract);
  const c = remainder(body, reduced);
  const quotient = each(body, [reduced, c], (r, s) =>
    divide(multiply(r, s), subtract(body.number(2), s)),
  );
  const correction = each(body, [quotient, magnitudes], (q, magnitude) =>
    v128.andNot(q, f64x2.less(magnitude, body.number(TINY))),
  );
  const y = each(body, [high, low, correction], (h, l, q) =>
    subtract(body.number(1), subtract(subtract(l, q), h)),
  );
  return { y, k };
}

/** Computes e to the power of anything: what is out of bounds, no number, or 1. */
function expOfAny(body: Body, xs: Pack): Pack {
  const held = each(body, [xs], (x) =>
    f64x2.secondIfGreater(f64x2.secondIfLess(x, body.number(HIGHEST)), body.number(LOWEST)),
  );
  const { y, k } = fractionOf(body, held, magnitudesOf(body, xs));
  const exact = each(body, [y, xs], (one, x) => i64x2.add(one, f64x2.equal(x, body.number(1))));
  return scale(body, exact, k);
}

/** Adds k to the exponents, which stay in bounds where x is; what is no number has no k, and stays none. */
function expOfUsual(body: Body, xs: Pack): Guess {
  const magnitudes = magnitudesOf(body, xs);
  const { y, k } = fractionOf(body, xs, magnitudes);
  const results = each(body, [y, k], (one, n) => {
    const whole = add(n, body.number(WHOLE_IN_LOW_BITS));
    return i64x2.add(one, i64x2.shiftLeft(whole, i32.constant(52)));
  });
  const unusual = each(body, [xs, magnitudes], (x, magnitude) =>
    v128.or(f64x2.greater(magnitude, body.number(USUAL)), f64x2.equal(x, body.number(1))),
  );
  return { results, unusual };
}

/**
 * Computes e to the power x with the bits of `fdlibmExp`, for every double.
 *
 * fdlibm's branches merge: where k is 0 nothing is taken off; where x is tiny the quotient counts as 0; at x = 1 the
 * result comes out one unit above e, so that the mask of the comparison, which is -1, is added to its bits.
 */
export const exp: Guarded = { usual: expOfUsual, any: expOfAny };
