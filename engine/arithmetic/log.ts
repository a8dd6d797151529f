/*
 * After e_log.c of fdlibm 5.3 (https://www.netlib.org/fdlibm/e_log.c). Notice of the original:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
import { highWord, withHighWord } from './words.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO_TO_54 = 18014398509481984;
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

const SMALLEST_NORMAL = 0x00100000;
const FRACTION = 0x000fffff;

/**
 * Computes the natural logarithm of x, with the same bits on every machine, those of V8.
 *
 * Source: fdlibm; error below 1 ulp.
 */
export function fdlibmLog(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (Number.isNaN(x) || x === Infinity) return x;
  if (highWord(x) < SMALLEST_NORMAL) return logOfNormal(x * TWO_TO_54, -54);
  return logOfNormal(x, 0);
}

/** Splits x into 2 to the power k times 1 + f, with 1 + f between sqrt(1/2) and sqrt(2). */
function logOfNormal(x: number, exponent: number): number {
  const high = highWord(x);
  const fraction = high & FRACTION;
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = exponent + (high >> 20) - 1023 + (carry >> 20);
  const f = withHighWord(x, fraction | (carry ^ 0x3ff00000)) - 1;
  if ((FRACTION & (2 + fraction)) < 3) return logNearOne(f, k);
  return logOfParts(f, k, fraction);
}

function logNearOne(f: number, k: number): number {
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const r = f * f * (0.5 - 0.3333333333333333 * f);
  return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
}

function logOfParts(f: number, k: number, fraction: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (L2 + w * (L4 + w * L6));
  const t2 = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const r = t2 + t1;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}
