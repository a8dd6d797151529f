import type { Format } from './family.ts';

/** The least, the likeliest and the greatest value. */
export interface ThreePoints {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** Takes the three values from a user's parameters, or says what is wrong with their order. */
export function readThreePoints(
  parameters: Readonly<Record<string, number>>,
  format: Format = String,
): ThreePoints | string {
  const { low, mode, high } = parameters as unknown as ThreePoints;
  if (low > high) return `the low end ${format(low)} is above the high end ${format(high)}`;
  if (mode >= low && mode <= high) return { low, mode, high };
  return `the mode ${format(mode)} lies outside ${format(low)} to ${format(high)}`;
}

/** Writes the three values. */
export function showThreePoints({ low, mode, high }: ThreePoints, format: Format) {
  return { low: format(low), mode: format(mode), high: format(high) };
}
