import fc from 'fast-check';

/** Any double, by its bits: every exponent is as likely as any other. */
export const anyBits: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 0xffffffff }))
  .map(([high, low]) => new Float64Array(Uint32Array.of(low, high).buffer)[0]!);

/** Steps over an interval by an irregular stride, so that fractions take all kinds of bits. */
export function* sweep(from: number, to: number, count: number): Generator<number> {
  const stride = (to - from) / (count + Math.SQRT1_2);
  for (let i = 0; i < count; i++) yield from + (i + Math.SQRT1_2) * stride;
}
