import { dayNumber } from '../format.ts';
import { type Cell, number } from '../sheet.ts';
import type { Format } from '../style.ts';
import type { LiveReport } from './live-report.ts';

/** Counts months back from a day written as YYYY-MM-DD, which is the first of a month. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const text = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${text(Math.floor(count / 12), 4)}-${text((count % 12) + 1, 2)}-01`;
}

/** Heads columns with the steps of the path, and with so many before them. */
export function stepHeaders({ results, live }: LiveReport, history = 0): Cell[] {
  const { steps, stepName } = results.study;
  const format: Format = stepName === 'year' ? 'year' : 'month';
  const before = Array.from({ length: history }, (_, at) =>
    monthsBefore(steps[0]!, (history - at) * live.stepMonths),
  );
  return [
    ...before.map((day) => number(dayNumber(day), format, 'headerMuted')),
    ...steps.map((day) => number(dayNumber(day), format, 'headerNumber')),
  ];
}
