import { exp, log } from '../arithmetic/elementary.ts';

/** The value that a standard normal stays below 95 times in 100. */
export const Z95 = normalQuantile(0.95);

/**
 * Computes the value that a standard normal stays below with probability p.
 *
 * Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988); relative accuracy
 * about 1e-16.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? near(r - 1.6) : far(r - 5);
  return q < 0 ? -z : z;
}

function central(q: number): number {
  const r = 0.180625 - q * q;
  // biome-ignore format: one polynomial per call, its coefficients from the constant upwards
  return (q * horner(r, 3.3871328727963665, 133.14166789178438, 1971.5909503065513,
    13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
    2509.0809287301227)) /
    horner(r, 1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
    21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854);
}

function near(r: number): number {
  // biome-ignore format: as above
  return horner(r, 1.4234371107496835, 4.630337846156546, 5.769497221460691,
    3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 7.745450142783414e-4) /
    horner(r, 1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
    0.14810397642748008, 0.015198666563616457, 5.475938084995345e-4,
    1.0507500716444169e-9);
}

function far(r: number): number {
  // biome-ignore format: as above
  return horner(r, 6.657904643501103, 5.463784911164114, 1.7848265399172913,
    0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-5, 2.0103343992922881e-7) /
    horner(r, 1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
    7.868691311456133e-4, 1.8463183175100548e-5, 1.421511758316446e-7,
    2.0442631033899397e-15);
}

// biome-ignore format: eight coefficients
function horner(x: number, a: number, b: number, c: number, d: number, e: number, f: number,
  g: number, h: number): number {
  return ((((((h * x + g) * x + f) * x + e) * x + d) * x + c) * x + b) * x + a;
}

const ONE_OVER_SQRT_2PI = 0.3989422804014327;

/**
 * Computes the probability that a standard normal stays below z; accurate in the lower tail too.
 *
 * Source: G. Marsaglia, Evaluating the normal distribution, Journal of Statistical Software 11
 * (2004) for the series; Abramowitz and Stegun 26.2.14 for the continued fraction of the tails.
 */
export function normalProbability(z: number): number {
  const density = ONE_OVER_SQRT_2PI * exp(-0.5 * z * z);
  if (Math.abs(z) < 1.5) return 0.5 + density * series(z);
  const tail = density / tailFraction(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

function series(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; odd <= 61; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

function tailFraction(z: number): number {
  let fraction = z;
  for (let n = 200; n >= 1; n--) fraction = z + n / fraction;
  return fraction;
}
