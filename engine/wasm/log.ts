/*
 * After e_log.c of fdlibm 5.3 (https://www.netlib.org/fdlibm/e_log.c), as `fdlibmLog` is. Notice of the original:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
import type { Body } from './body.ts';
import type { Value } from './code.ts';
import type { Guarded, Guess } from './guarded.ts';
import { each, MAGNITUDE, type Pack, polynomial } from './pack.ts';
import { i32 } from './scalar.ts';
import { f64x2, i64x2, v128 } from './vectors.ts';

const { add, subtract, multiply, divide } = f64x2;

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const EVEN = [0.15313837699209373, 0.22222198432149784, 0.3999999999940942] as const;
const ODD = [
  0.14798198605116586, 0.1818357216161805, 0.2857142874366239, 0.6666666666666735,
] as const;

/** Added to the bits, it carries into the exponent where the fraction exceeds the square root of 2. */
const CARRY = 0x95f64n << 32n;
const EXPONENT = 0xfffn << 52n;
const NEAR_ONE = 9.5367431640625e-7;

/** Where fdlibm leaves half of the square out: added to the bits above those of 1, it makes these the lowest integers. */
const WHOLE_TO_LOWEST = (1n << 63n) + (0x947aen << 32n);
const END_OF_WHOLE = WHOLE_TO_LOWEST + (0x6147an << 32n);

/** The whole number that the exponent's bits make in a double above 2^52, for x = 1. */
const WHOLE = 4503599627370496;
const BIAS = WHOLE + 1023;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TO_NORMAL = 18014398509481984;

/** Added to the bits, it makes those of positive normal numbers the lowest of all signed integers. */
const TO_LOWEST = 0x7ff0000000000000n;
const LAST_NORMAL = 0x7fdfffffffffffffn ^ 0x8000000000000000n;

/** Numbers as 2 to the power k times 1 + f, with 1 + f between sqrt(1/2) and sqrt(2). */
interface Split {
  readonly k: Pack;
  readonly f: Pack;
  /** The bits of 1 + f above those of 1. */
  readonly above: Pack;
}

/** Splits normal numbers; `bias` is what exponents have too much, which differs where a number was lifted. */
function split(body: Body, xs: Pack, bias: (at: number) => Value<'v128'>): Split {
  const carried = each(body, [xs], (x) => i64x2.add(x, body.bits(CARRY)));
  const above = each(body, [xs, carried], (x, sum) =>
    i64x2.subtract(x, v128.and(sum, body.bits(EXPONENT))),
  );
  const f = each(body, [above], (bits) =>
    subtract(i64x2.add(bits, body.number(1)), body.number(1)),
  );
  const k = carried.map((sum, at) => {
    const whole = v128.or(i64x2.shiftRight(sum, i32.constant(52)), body.number(WHOLE));
    return body.let(subtract(whole, bias(at)));
  });
  return { k, f, above };
}

function isWhole(body: Body, above: Value<'v128'>): Value<'v128'> {
  const ordered = i64x2.add(above, body.bits(WHOLE_TO_LOWEST));
  return i64x2.greater(body.bits(END_OF_WHOLE), ordered);
}

function isNearOne(body: Body, f: Value<'v128'>): Value<'v128'> {
  return f64x2.less(v128.and(f, body.bits(MAGNITUDE)), body.number(NEAR_ONE));
}

/** Leaves out 0 itself, whose bits less one are no number's: with f = 0 all terms but those of k are exactly 0. */
function isNextToOne(body: Body, f: Value<'v128'>): Value<'v128'> {
  const below = i64x2.subtract(v128.and(f, body.bits(MAGNITUDE)), body.bits(1n));
  return f64x2.less(below, body.number(NEAR_ONE));
}

/** Puts the result together. Where k is 0, what fdlibm leaves out is exactly 0 here. */
function logOfSplit(body: Body, { k, f, above }: Split, nearOne: boolean): Pack {
  const s = each(body, [f], (x) => divide(x, add(body.number(2), x)));
  const square = each(body, [f], (x) => multiply(x, x));
  const half = each(body, [square], (x) => multiply(body.number(0.5), x));
  const high = each(body, [k], (n) => multiply(n, body.number(LN2_HIGH)));
  const low = each(body, [k], (n) => multiply(n, body.number(LN2_LOW)));
  const z = each(body, [s], (x) => multiply(x, x));
  const w = each(body, [z], (x) => multiply(x, x));
  const t1 = each(body, [w, polynomial(body, w, EVEN)], multiply);
  const t2 = each(body, [z, polynomial(body, w, ODD)], multiply);
  const r = each(body, [t2, t1], add);
  const halved = each(body, [half, s, r, low], (h, x, y, l) =>
    subtract(h, add(multiply(x, add(h, y)), l)),
  );
  const plain = each(body, [s, f, r], (x, y, z1) => multiply(x, subtract(y, z1)));
  const third = (x: Value<'v128'>) => multiply(body.number(0.3333333333333333), x);
  const chosen = !nearOne
    ? plain
    : each(body, [plain, square, f], (usual, x, y) => {
        const near = multiply(x, subtract(body.number(0.5), third(y)));
        return v128.select(near, usual, isNearOne(body, y));
      });
  const unhalved = each(body, [chosen, low], subtract);
  const t = each(body, [halved, unhalved, above], (a, b, x) => v128.select(b, a, isWhole(body, x)));
  return each(body, [high, t, f], (h, x, y) => subtract(h, subtract(x, y)));
}

/** Computes the logarithm of anything: subnormal numbers are lifted, and 0, infinity, NaN and negative ones known. */
function logOfAny(body: Body, xs: Pack): Pack {
  const small = each(body, [xs], (x) => f64x2.less(x, body.number(SMALLEST_NORMAL)));
  const lifted = each(body, [xs, small], (x, isSmall) =>
    multiply(x, v128.select(body.number(TO_NORMAL), body.number(1), isSmall)),
  );
  const parts = split(body, lifted, (at) =>
    v128.select(body.number(BIAS + 54), body.number(BIAS), small[at]!),
  );
  const usual = logOfSplit(body, parts, true);
  return each(body, [usual, xs], (result, x) => {
    const zero = body.number(0);
    const isUsual = v128.and(f64x2.greater(x, zero), f64x2.less(x, body.number(Infinity)));
    // All bits set are a NaN, none are no change: infinity and NaN are their own logarithms.
    const self = v128.or(f64x2.less(x, zero), x);
    const ofZero = v128.and(f64x2.equal(x, zero), body.number(-Infinity));
    return v128.select(result, v128.or(self, ofZero), isUsual);
  });
}

/** Computes the logarithm of normal positive numbers whose fraction is not next to 1. */
function logOfUsual(body: Body, xs: Pack): Guess {
  const parts = split(body, xs, () => body.number(BIAS));
  const unusual = each(body, [xs, parts.f], (x, f) => {
    const ordered = i64x2.add(x, body.bits(TO_LOWEST));
    return v128.or(i64x2.greater(ordered, body.bits(LAST_NORMAL)), isNextToOne(body, f));
  });
  return { results: logOfSplit(body, parts, false), unusual };
}

/** Computes the natural logarithm with the bits of `fdlibmLog`, for every double. */
export const log: Guarded = { usual: logOfUsual, any: logOfAny };
