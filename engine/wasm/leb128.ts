/**
 * Encodes a whole number from 0 to 2^32 - 1 in groups of seven bits, the lowest first.
 *
 * Errors: throws on any other number, which would come out as one that is valid and wrong.
 */
export function unsigned(value: number): number[] {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
    throw new RangeError(`${value} is no unsigned integer of 32 bits`);
  }
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/**
 * Encodes a signed integer in groups of seven bits, the lowest first; the last one holds the sign.
 *
 * Errors: throws on an integer of more than 64 bits.
 */
export function signed(value: bigint): number[] {
  if (BigInt.asIntN(64, value) !== value) {
    throw new RangeError(`${value} is no signed integer of 64 bits`);
  }
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 63n || rest < -64n; rest >>= 7n) bytes.push(Number(rest & 127n) + 128);
  return [...bytes, Number(rest & 127n)];
}

/** Encodes a text as UTF-8 behind its length. */
export function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...unsigned(bytes.length), ...bytes];
}
