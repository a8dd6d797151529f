import fc from 'fast-check';
import { type Sampling, uncertaintyUniforms } from '../../../engine/draw/sample.ts';

/** Draws a bell-shaped column with mean 0 and deviation 1: the sum of twelve uniforms less six. */
export function bellShaped(sampling: Sampling, name: string): Float64Array {
  const parts = Array.from({ length: 12 }, (_, i) => uncertaintyUniforms(sampling, `${name}${i}`));
  return parts[0]!.map((_, draw) => parts.reduce((sum, part) => sum + part[draw]!, -6));
}

/** Columns as runs make them: any size of number, and often the same one again. */
export function columns(minLength: number, maxLength = 90): fc.Arbitrary<Float64Array> {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  );
  return fc.array(value, { minLength, maxLength }).map((values) => Float64Array.from(values));
}

/** Numbers in a random order of draws. */
export function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let state = seed >>> 0;
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
