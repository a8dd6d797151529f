const scratch = new DataView(new ArrayBuffer(8));

/** Reads the sign, exponent and upper 20 fraction bits of a double, as a signed 32-bit integer. */
export function highWord(x: number): number {
  scratch.setFloat64(0, x);
  return scratch.getInt32(0);
}

/** Replaces the upper 32 bits of a double. */
export function withHighWord(x: number, high: number): number {
  scratch.setFloat64(0, x);
  scratch.setInt32(0, high);
  return scratch.getFloat64(0);
}
