const MOST_DECIMALS = 6;

/** Decimals that show so many significant digits of a number; negative for large ones. */
function decimalsOf(size: number, digits: number): number {
  return digits - 1 - Number(size.toExponential(digits - 1).split('e')[1]);
}

/** Chooses the decimals for numbers that stand together: three digits of the largest, two of the middle one. */
export function decimalsFor(values: readonly (number | null)[]): number {
  const sizes = values.map((value) => Math.abs(value ?? 0)).filter((size) => size > 0);
  const sorted = sizes.toSorted((a, b) => a - b);
  const largest = sorted.at(-1);
  if (largest === undefined) return 0;
  const fine = decimalsOf(largest, 3);
  const middle = decimalsOf(sorted[Math.floor(sorted.length / 2)]!, 2);
  return Math.min(MOST_DECIMALS, Math.max(0, fine, Math.min(middle, fine + 2)));
}

/** Writes a number with its thousands apart; a dash where there is none. */
export function showNumber(value: number | null, decimals: number): string {
  if (value === null) return '-';
  if (Math.abs(value) >= 1e15) return value.toExponential(2);
  const digits = Math.abs(value).toFixed(decimals);
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return value < 0 && Number(digits) !== 0 ? `-${grouped}` : grouped;
}

/** Writes a change: with its sign, whichever it is. */
export function showChange(value: number | null, decimals: number): string {
  const text = showNumber(value, decimals);
  return value !== null && value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
}

/** Counts things in words: "1 scenario", "10,000 draws". */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${showNumber(count, 0)} ${count === 1 ? noun : plural}`;
}
