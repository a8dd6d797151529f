import type { Body } from '../wasm/body.ts';
import type { Value } from '../wasm/code.ts';
import { VECTOR } from '../wasm/out-of-line.ts';
import type { Pack } from '../wasm/pack.ts';
import { i32 } from '../wasm/scalar.ts';
import { v128 } from '../wasm/vectors.ts';
import type { MemoryMap } from './memory-map.ts';

/** The draws that a routine handles at once: how it reads and writes their numbers in a column. */
export interface Draws {
  /** How many vectors they fill. */
  readonly width: number;
  readonly load: (address: Column) => Pack;
  readonly store: (body: Body, address: Column, pack: Pack) => void;
}

/** Where a column begins: at a fixed address, or, where it moves, at what stands at one. */
export interface Column {
  readonly address: number;
  readonly moves: boolean;
}

const ZERO = i32.constant(0);

function vectorsOf(width: number): readonly number[] {
  return Array.from({ length: width }, (_, at) => at);
}

/** Finds a column of the layout. */
export function columnAt(map: MemoryMap, column: number): Column {
  const moves = map.moving.has(column);
  return { address: moves ? map.places + 4 * column : map.columns[column]!, moves };
}

interface Address {
  readonly base: Value<'i32'>;
  readonly offset: number;
}

function addressOf({ address, moves }: Column, draw: Value<'i32'>): Address {
  if (!moves) return { base: draw, offset: address };
  return { base: i32.add(i32.load(ZERO, address), draw), offset: 0 };
}

/** Draws side by side, from the one on whose number is `at` bytes from the first. */
export function neighbours(at: Value<'i32'>, width: number): Draws {
  return {
    width,
    load: (column) => {
      const { base, offset } = addressOf(column, at);
      return vectorsOf(width).map((lane) => v128.load(base, offset + lane * VECTOR));
    },
    store: (body, column, pack) => {
      const { base, offset } = addressOf(column, at);
      for (const [lane, vector] of pack.entries()) {
        body.do(v128.store(base, vector, offset + lane * VECTOR));
      }
    },
  };
}

/** Draws anywhere in a block; `each` are bytes from the first draw's number, two for each vector. */
export function scattered(each: readonly Value<'i32'>[]): Draws {
  const width = each.length / 2;
  return {
    width,
    load: (column) =>
      vectorsOf(width).map((lane) => {
        const [one, other] = [0, 1].map((half) => addressOf(column, each[2 * lane + half]!));
        return v128.loadSecond(other!.base, v128.loadFirst(one!.base, one!.offset), other!.offset);
      }),
    store: (body, column, pack) => {
      for (const [lane, vector] of pack.entries()) {
        const kept = body.let(vector);
        const [one, other] = [0, 1].map((half) => addressOf(column, each[2 * lane + half]!));
        body.do(v128.storeFirst(one!.base, kept, one!.offset));
        body.do(v128.storeSecond(other!.base, kept, other!.offset));
      }
    },
  };
}

/** Reads a number of the run or step into all lanes. */
export function splat(body: Body, width: number, address: number, base = ZERO): Pack {
  const vector = body.let(v128.loadSplat(base, address));
  return vectorsOf(width).map(() => vector);
}
