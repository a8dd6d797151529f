import type { Computation } from '../kernel/routine.ts';
import type { Body } from '../wasm/body.ts';
import type { Pack } from '../wasm/pack.ts';
import { f64x2 } from '../wasm/vectors.ts';

/**
 * Writes the larger or smaller of a number and one that is written in the code, in one instruction or two where the
 * general case takes three or five.
 */
export function bound(
  body: Body,
  operation: 'larger' | 'smaller',
  pack: Pack,
  value: number,
): Pack {
  const limit = body.number(value);
  if (operation === 'smaller') return pack.map((x) => f64x2.secondIfLess(x, limit));
  const larger = pack.map((x) => f64x2.secondIfGreater(x, limit));
  return value === 0 ? larger.map((x) => f64x2.add(x, limit)) : larger;
}

type NumberComputation = Extract<Computation, { readonly kind: 'number' }>;

/** With minus zero the sign of zeros would come out otherwise, and what is no number bounds nothing. */
function isBound(computation: Computation | undefined): computation is NumberComputation {
  if (computation?.kind !== 'number') return false;
  return !Number.isNaN(computation.value) && !Object.is(computation.value, -0);
}

/** Finds the operand that is a bound written in the code, if one is, after the other. */
export function boundOf([a, b]: readonly Computation[]): readonly [Computation, number] | null {
  if (isBound(b)) return [a!, b.value];
  return isBound(a) ? [b!, a.value] : null;
}
