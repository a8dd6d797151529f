import type { Body } from './body.ts';
import type { Value } from './code.ts';
import { f64x2 } from './vectors.ts';

/**
 * Vectors that go through the same steps side by side: while one waits for the result of an instruction, the processor
 * works on the next. Four hide most of what a chain of operations waits for.
 */
export type Pack = readonly Value<'v128'>[];

/** The sign of a double among its bits, and all the others. */
export const SIGN = 0x8000000000000000n;
export const MAGNITUDE = 0x7fffffffffffffffn;

/** Computes a step for each vector of the packs, and keeps what comes out for any number of uses. */
export function each<const P extends readonly Pack[]>(
  body: Body,
  packs: P,
  step: (...vectors: { [I in keyof P]: Value<'v128'> }) => Value<'v128'>,
): Pack {
  const [first, ...others] = packs;
  if (others.some((pack) => pack.length !== first!.length)) {
    throw new RangeError('packs of different lengths go through one step');
  }
  return first!.map((_, at) => {
    const vectors = packs.map((pack) => pack[at]!) as { [I in keyof P]: Value<'v128'> };
    return body.let(step(...vectors));
  });
}

/** Computes packs here and once, for any number of uses. */
export function keep(body: Body, pack: Pack): Pack {
  return pack.map((vector) => body.let(vector));
}

/** Computes a polynomial by Horner's rule; the coefficient of the highest power comes first. */
export function polynomial(body: Body, xs: Pack, coefficients: readonly number[]): Pack {
  const [first, ...others] = coefficients.map((value) => body.number(value));
  let sum: Pack = xs.map(() => first!);
  for (const other of others) {
    sum = each(body, [xs, sum], (x, inner) => f64x2.add(other, f64x2.multiply(x, inner)));
  }
  return sum;
}
