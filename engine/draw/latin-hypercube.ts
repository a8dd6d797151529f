import type { Key } from './philox.ts';
import { REPLICATES, replicateOf } from './replicate.ts';
import { PURPOSE, uniformAt } from './stream.ts';

/** Places within a stratum: few enough that a place in any stratum is an exact double. */
const PLACES = 4294967296;

/** Tells whether so many draws make whole replicates, as a Latin hypercube needs. */
export function fitsLatinHypercube(draws: number): boolean {
  return Number.isInteger(draws) && draws > 0 && draws % REPLICATES === 0;
}

/**
 * Spreads uniforms evenly: each replicate has exactly one in each of its equal strata, in an order
 * of its own, and its place within the stratum is the uniform that was there.
 *
 * Source: McKay, Beckman and Conover (1979); replicates after Owen (1992), for the standard error.
 */
export function latinHypercube(key: Key, uniforms: Float64Array): Float64Array {
  if (!fitsLatinHypercube(uniforms.length)) {
    throw new RangeError(`${uniforms.length} draws do not make ${REPLICATES} equal replicates`);
  }
  const strata = uniforms.length / REPLICATES;
  const orders = Array.from({ length: REPLICATES }, (_, replicate) =>
    permutation(key, strata, replicate),
  );
  return uniforms.map((uniform, draw) => {
    const stratum = orders[replicateOf(draw)]![Math.floor(draw / REPLICATES)]!;
    return (stratum + (Math.floor(uniform * PLACES) + 0.5) / PLACES) / strata;
  });
}

/** Shuffles 0 to length - 1: Fisher and Yates, as Durstenfeld (1964) programmed it. */
function permutation(key: Key, length: number, replicate: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const uniform = uniformAt(key, last, replicate, PURPOSE.permutation);
    const chosen = Math.floor(uniform * (last + 1));
    const value = order[last]!;
    order[last] = order[chosen]!;
    order[chosen] = value;
  }
  return order;
}
