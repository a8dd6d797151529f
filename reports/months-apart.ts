import type { StudyDescription } from '../engine/index.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** About so many labels stand along an axis of time. */
const LABELS = 6;

/** Chooses how many months lie between the labels of an axis of time: whole years where there are many. */
export function monthsApart({
  steps,
  stepName,
}: Pick<StudyDescription, 'steps' | 'stepName'>): number {
  const step = MONTHS[stepName];
  const apart = Math.ceil((steps.length * step) / LABELS);
  return apart <= 6 ? Math.ceil(apart / step) * step : Math.ceil(apart / 12) * 12;
}
