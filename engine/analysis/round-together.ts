/**
 * Rounds parts to whole numbers that sum to the rounded total: each down, and then up by one those that lost
 * most, as many as it takes. A part that is 0 stays 0.
 *
 * Shape: the whole numbers of `parts` times `scale`, in their order; then that of the total.
 * Source: the method of the largest remainder.
 */
export function roundTogether(
  total: number,
  parts: readonly number[],
  scale: number,
): { readonly total: number; readonly parts: readonly number[] } {
  const whole = Math.round(total * scale) + 0;
  const rounded = parts.map((part) => Math.floor(part * scale));
  const order = parts
    .map((part, at) => ({ at, part, lost: part * scale - rounded[at]! }))
    .filter(({ part }) => part !== 0)
    .sort((a, b) => b.lost - a.lost || a.at - b.at);
  let missing = whole - rounded.reduce((sum, part) => sum + part, 0);
  if (missing < 0) order.reverse();
  for (let turn = 0; missing !== 0 && order.length > 0; turn++) {
    const by = Math.sign(missing);
    rounded[order[turn % order.length]!.at]! += by;
    missing -= by;
  }
  return { total: whole, parts: rounded.map((part) => part + 0) };
}

/** 2^46: numbers below twice that can be added by the dozen without rounding. */
const ROOM = 70_368_744_177_664;

/**
 * Moves parts and their total to multiples of one power of two, by less than the last bits of the largest, so that
 * the parts sum to the total exactly, in whatever order they are added.
 */
export function sumExactly(
  total: number,
  parts: readonly number[],
): { readonly total: number; readonly parts: readonly number[] } {
  const largest = Math.max(Math.abs(total), ...parts.map(Math.abs));
  if (largest === 0 || !Number.isFinite(largest)) return { total, parts };
  let scale = 1;
  while (largest * scale >= 2 * ROOM) scale /= 2;
  while (largest * scale < ROOM && Number.isFinite(scale * 2)) scale *= 2;
  const rounded = roundTogether(total, parts, scale);
  return { total: rounded.total / scale, parts: rounded.parts.map((part) => part / scale) };
}
