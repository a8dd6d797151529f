import type { Language } from '../../engine/index.ts';

/** Columns of equal width, so that two, three or four charts stand side by side. Units: characters. */
export const COLUMNS = 24;
export const WIDTH = 7;

/** Which row of charts a chart stands in, from 0, and its first and last column. */
export interface Spot {
  readonly line: number;
  readonly left: number;
  readonly right: number;
}

/** Puts charts in two rows, the first with no more of them than the second; few make one row. */
export function arrange(count: number): Spot[] {
  const first = count > 3 ? Math.floor(count / 2) : count;
  return [first, count - first].flatMap((charts, line) =>
    Array.from({ length: charts }, (_, at): Spot => {
      const span = COLUMNS / charts;
      return { line, left: 1 + at * span, right: (at + 1) * span };
    }),
  );
}

/** How wide a character of a title is. Units: digits of the body font. */
const CHARACTER: Readonly<Record<Language, number>> = { en: 0.8, ko: 1.3 };

/** What is left between two titles. Units: digits. */
const GAP = 2;

/** Says how many characters of a title go into a line above a chart. */
export function roomOf({ left, right }: Spot, language: Language): number {
  return Math.floor(((right - left + 1) * WIDTH - GAP) / CHARACTER[language]);
}
