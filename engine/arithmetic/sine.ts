/*
 * After k_sin.c of fdlibm 5.3 (https://www.netlib.org/fdlibm/k_sin.c). Notice of the original:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */
const S1 = -0.16666666666666632;
const S2 = 0.00833333333332249;
const S3 = -0.0001984126982985795;
const S4 = 0.0000027557313707070068;
const S5 = -2.5050760253406863e-8;
const S6 = 1.58969099521155e-10;

/**
 * Computes the sine of a small angle, with the same bits on every machine.
 *
 * Units: radians, at most a quarter of pi from 0.
 * Errors: throws beyond that, where the polynomial no longer holds.
 * Source: fdlibm; error below 1 ulp.
 */
export function smallSine(x: number): number {
  if (!(Math.abs(x) <= Math.PI / 4)) throw new RangeError(`${x} is no small angle`);
  const z = x * x;
  return x + z * x * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))));
}
