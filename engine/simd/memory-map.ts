import type { Sizes } from '../kernel/kernel.ts';
import { VECTOR } from '../wasm/out-of-line.ts';

/** Bytes of a number. */
export const NUMBER = 8;

/**
 * Vectors that a routine handles side by side: four where it is little but exp and log, which wait for themselves;
 * two elsewhere, or what is on its way would not fit the registers.
 */
export const WIDTHS = { narrow: 2, wide: 4 } as const;

/** Draws that a routine handles at once, at most. */
export const TOGETHER = 2 * WIDTHS.wide;

const PAGE = 65536;
const CACHE_LINE = 64;

/** Where everything stands in the memory of a kernel, in bytes. */
export interface MemoryMap {
  /** Where columns that move stand at present: four bytes per column. */
  readonly places: number;
  /** What is on its way from one function to another: what comes out of one, and behind it what it was given. */
  readonly scratch: number;
  readonly constants: number;
  readonly stepped: number;
  readonly flaws: number;
  readonly columns: readonly number[];
  /** Columns that move. */
  readonly moving: ReadonlySet<number>;
  readonly rings: readonly (readonly number[])[];
  readonly series: readonly number[];
  readonly aggregates: readonly number[];
  readonly answers: readonly number[];
  readonly pages: number;
}

/** Rounds a number of draws up to whole vectors side by side. */
export function padded(draws: number): number {
  return Math.ceil(draws / TOGETHER) * TOGETHER;
}

/** Hands out memory from the bottom up. */
class Ground {
  #next = VECTOR;

  /** Takes bytes from the start of a cache line on. */
  take(bytes: number): number {
    const start = Math.ceil(this.#next / CACHE_LINE) * CACHE_LINE;
    this.#next = start + bytes;
    return start;
  }

  get pages(): number {
    return Math.ceil(this.#next / PAGE);
  }
}

/** Decides where everything stands. Columns follow each other at an odd number of cache lines, or they would meet in the same few sets of the cache. */
export function mapMemory(sizes: Sizes, block: number): MemoryMap {
  const ground = new Ground();
  const lines = Math.ceil((padded(block) * NUMBER) / CACHE_LINE);
  const columnBytes = (lines % 2 === 0 ? lines + 1 : lines) * CACHE_LINE;
  const columns = (count: number) => Array.from({ length: count }, () => ground.take(columnBytes));
  const moving = sizes.rings.flatMap(({ column, past }) => [
    column,
    ...past.map((one) => one.column),
  ]);
  const matrices = 2 * NUMBER * sizes.largestSystem * (sizes.largestSystem + 1);
  return {
    places: ground.take(4 * sizes.columnCount),
    scratch: ground.take(Math.max(2 * WIDTHS.wide * VECTOR, matrices)),
    constants: ground.take(sizes.constantCount * NUMBER),
    stepped: ground.take(sizes.steps * sizes.steppedCount * NUMBER),
    flaws: ground.take(columnBytes),
    columns: columns(sizes.columnCount),
    moving: new Set(moving),
    rings: sizes.rings.map(({ depth }) => columns(depth)),
    series: sizes.series.map(() => ground.take(sizes.steps * block * NUMBER)),
    aggregates: columns(sizes.aggregates.length),
    answers: columns(sizes.answerCount),
    pages: ground.pages,
  };
}
