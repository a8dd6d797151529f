import type { Value } from '../wasm/code.ts';
import type { Pack } from '../wasm/pack.ts';
import { v128 } from '../wasm/vectors.ts';

type Vector = Value<'v128'>;

/** Applies an instruction to each vector of packs; what comes out may be used once. */
export function across<const P extends readonly Pack[]>(
  instruction: (...vectors: { [I in keyof P]: Vector }) => Vector,
  ...packs: P
): Pack {
  return packs[0]!.map((_, at) =>
    instruction(...(packs.map((pack) => pack[at]!) as { [I in keyof P]: Vector })),
  );
}

/** Takes what is true in both. */
export function and(a: Pack, b: Pack): Pack {
  return across(v128.and, a, b);
}

/** Takes what is true in either. */
export function or(a: Pack, b: Pack): Pack {
  return across(v128.or, a, b);
}

/** Takes what is true in the first and not in the second. */
export function andNot(a: Pack, b: Pack): Pack {
  return across(v128.andNot, a, b);
}

/** Takes lanes of the first where a mask is true, of the second elsewhere. */
export function select(a: Pack, b: Pack, mask: Pack): Pack {
  return across(v128.select, a, b, mask);
}

/** Tells, at run time, whether any bit of a pack is set. */
export function anyTrue(pack: Pack): Value<'i32'> {
  return v128.anyTrue(pack.reduce((a, b) => v128.or(a, b)));
}
