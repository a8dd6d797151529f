import seedrandom from 'seedrandom';
import { type Key, philox } from './philox.ts';

/** What a uniform is for: each purpose has counters of its own under the same key. */
export const PURPOSE = { uncertainty: 0, shock: 1, permutation: 2 } as const;

const words = new Int32Array(4);

/**
 * Makes the key of the stream that belongs to a name: an uncertainty, a shock, one element of one.
 *
 * seedrandom looks at the low byte of each character only, so text goes in as UTF-8.
 */
export function streamKey(seed: string, name: string): Key {
  const bytes = new TextEncoder().encode(`${seed}\u0000${name}`);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const generator = seedrandom(text);
  return [generator.int32(), generator.int32()];
}

/**
 * Computes the uniform of one draw, step and purpose, whatever was computed before.
 *
 * 52 bits and a half, so that neither 0 nor 1 comes up; with 53 the greatest would round to 1.
 */
export function uniformAt(key: Key, draw: number, step: number, purpose: number): number {
  philox(words, key, draw, draw / 4294967296, step, purpose);
  return ((words[0]! >>> 6) * 67108864 + (words[1]! >>> 6) + 0.5) * Number.EPSILON;
}
