/*
 * After e_exp.c of fdlibm 5.3 (https://www.netlib.org/fdlibm/e_exp.c), with the one change of V8's
 * src/base/ieee754.cc: exp(1) is the double nearest to e. Notice of the original:
 *
 * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
import { highWord, withHighWord } from './words.ts';

const OVERFLOWS_ABOVE = 709.782712893384;
const UNDERFLOWS_BELOW = -745.1332191019411;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_OVER_LN2 = Math.LOG2E;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

// Magnitudes as high words: a comparison of integers, exactly where fdlibm draws its lines.
const HALF_LN2 = 0x3fd62e42;
const THREE_HALVES_LN2 = 0x3ff0a2b2;
const TINY = 0x3e300000;

const TWO_TO_1023 = withHighWord(0, 0x7fe00000);
const TWO_TO_MINUS_1000 = withHighWord(0, 0x01700000);

/**
 * Computes e to the power x, with the same bits on every machine, those of V8.
 *
 * Source: fdlibm; error below 1 ulp.
 */
export function fdlibmExp(x: number): number {
  if (Number.isNaN(x) || x > OVERFLOWS_ABOVE) return x + Infinity;
  if (x < UNDERFLOWS_BELOW) return 0;
  if (x === 1) return Math.E;
  const magnitude = highWord(x) & 0x7fffffff;
  if (magnitude < TINY) return 1 + x;
  if (magnitude <= HALF_LN2) return expNearZero(x);

  const k = powersOfTwo(x, magnitude);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const reduced = high - low;
  const c = remainder(reduced);
  return scale(1 - (low - (reduced * c) / (2 - c) - high), k);
}

function expNearZero(x: number): number {
  const c = remainder(x);
  return 1 - ((x * c) / (c - 2) - x);
}

/** Finds the whole k for which x - k ln 2 is at most about half of ln 2. */
function powersOfTwo(x: number, magnitude: number): number {
  const sign = x < 0 ? -1 : 1;
  return magnitude < THREE_HALVES_LN2 ? sign : Math.trunc(ONE_OVER_LN2 * x + sign * 0.5);
}

function remainder(x: number): number {
  const t = x * x;
  return x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
}

/** Multiplies by 2 to the power k without leaving the range of doubles on the way. */
function scale(y: number, k: number): number {
  if (k === 1024) return y * 2 * TWO_TO_1023;
  if (k >= -1021) return y * withHighWord(0, 0x3ff00000 + (k << 20));
  return y * withHighWord(0, 0x3ff00000 + ((k + 1000) << 20)) * TWO_TO_MINUS_1000;
}
