/**
 * Rounds to the nearest whole number, halves away from zero.
 *
 * Exact: taking the whole part off loses nothing, where adding one half first would round
 * 0.49999999999999994 up to 1. Never returns a negative zero.
 */
export function round(x: number): number {
  const whole = Math.trunc(x);
  if (Math.abs(x - whole) < 0.5 || whole === x) return whole + 0;
  return whole + Math.sign(x);
}
