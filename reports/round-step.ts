/** Rounds a size up to 1, 2 or 5 times a power of ten; 0 where there is no room for any. */
export function roundStep(size: number): number {
  if (size < 1e-300) return 0;
  const power = Number(`1e${size.toExponential().split('e')[1]}`);
  const step = [1, 2, 5, 10].find((multiple) => multiple * power >= size) ?? 10;
  return step * power;
}
