import type { Computation } from '../kernel/routine.ts';
import type { Body } from '../wasm/body.ts';
import type { Pack } from '../wasm/pack.ts';
import { f64x2 } from '../wasm/vectors.ts';

/**
 * Writes the larger or smaller of a number and one that is written in the code, in one instruction or two where the
 * general case takes eight; null where the signs of zeros would come out otherwise.
 */
export function bound(
  body: Body,
  operation: 'larger' | 'smaller',
  pack: Pack,
  value: number,
): Pack | null {
  if (Number.isNaN(value) || Object.is(value, -0)) return null;
  const limit = body.number(value);
  if (operation === 'smaller') return pack.map((x) => f64x2.secondIfLess(x, limit));
  const larger = pack.map((x) => f64x2.secondIfGreater(x, limit));
  return value === 0 ? larger.map((x) => f64x2.add(x, limit)) : larger;
}

/** Finds the operand that is written in the code, if one is, and the other. */
export function boundOf([a, b]: readonly Computation[]): readonly [Computation, number] | null {
  if (b?.kind === 'number') return [a!, b.value];
  return a?.kind === 'number' ? [b!, a.value] : null;
}
