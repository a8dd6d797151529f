/** Measures how far a number is from another, as a share of the other. */
export function relativeError(x: number, expected: number): number {
  return Math.abs(x / expected - 1);
}
