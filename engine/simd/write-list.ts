import type { Enlist, Memo } from '../kernel/routine.ts';
import type { Variable } from '../wasm/body.ts';
import type { Value } from '../wasm/code.ts';
import type { Pack } from '../wasm/pack.ts';
import { i32 } from '../wasm/scalar.ts';
import { f64x2, i64x2, v128 } from '../wasm/vectors.ts';
import { across, or } from './across.ts';
import { columnAt } from './draws.ts';
import { NUMBER } from './memory-map.ts';
import type { RoutineCode } from './routine-code.ts';

/** Writes where something differs from what is remembered: any bit set. Nothing is remembered where the first is NaN. */
function changes(code: RoutineCode, memos: readonly Memo[]): Pack {
  const { map } = code.surroundings;
  const first = code.keep(code.compute(memos[0]!.now));
  const unknown = across((now) => f64x2.unequal(now, now), first);
  return memos.reduce<Pack>((changed, { column, now }, at) => {
    const was = code.draws.load(columnAt(map, column));
    const differs = across(v128.xor, was, at === 0 ? first : code.compute(now));
    return or(changed, differs);
  }, unknown);
}

function renew(code: RoutineCode, memos: readonly Memo[]): void {
  const { map } = code.surroundings;
  for (const { column, now } of memos) {
    code.draws.store(code.body, columnAt(map, column), code.compute(now));
  }
}

/** A list of draws while it is written: each by the bytes of its number from the first draw's. */
export interface ListEnd {
  /** Bytes of the list so far, four for each draw. */
  readonly length: Variable<'i32'>;
  readonly at: Value<'i32'>;
}

/** Writes the draws for which something has changed into a list. */
export function writeEnlist(
  code: RoutineCode,
  { memos, list, copies }: Enlist,
  end: ListEnd,
): void {
  const { body, draws, surroundings } = code;
  const { map } = surroundings;
  const { length, at } = end;
  const changed = changes(code, memos).map((bits) => {
    const isSame = i64x2.equal(bits, body.bits(0n));
    return body.let(i64x2.bitmask(v128.not(isSame)));
  });
  body.if(
    changed.reduce((a, b) => i32.or(a, b)),
    () => {
      renew(code, memos);
      const address = map.columns[list]!;
      for (const [vector, lanes] of changed.entries()) {
        for (const lane of [0, 1]) {
          const draw = i32.add(at, i32.constant((2 * vector + lane) * NUMBER));
          body.do(i32.store(length.value, draw, address));
          const bit = i32.and(i32.shiftRight(lanes, i32.constant(lane)), i32.constant(1));
          body.set(length, i32.add(length.value, i32.shiftLeft(bit, i32.constant(2))));
        }
      }
    },
  );
  for (const { from, to } of copies) {
    draws.store(body, columnAt(map, to), draws.load(columnAt(map, from)));
  }
}
