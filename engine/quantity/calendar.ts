import { isRefusal, type Refusal, refuse } from './refusal.ts';

/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** Counts the days of a month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Tells whether a text has the form of a date, right or wrong; such names are refused for elements. */
export function looksLikeDate(text: string): boolean {
  return /^\d{4}(-\d{1,2}){0,2}$/.test(text);
}

const WAYS = 'dates are written 2025-04-09 or 2025-04';

/** Days and months as they are written elsewhere: their parts, and the orders in which these may be meant. */
const ELSEWHERE: readonly (readonly [form: RegExp, orders: readonly string[]])[] = [
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ['dmy']],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, ['mdy', 'dmy']],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/, ['ymd']],
  [/^(\d{1,2})[/.](\d{4})$/, ['my']],
  [/^(\d{4})[/.](\d{1,2})$/, ['ym']],
];

/** Tells whether a text is a date as other places write it. */
export function isDateElsewhere(text: string): boolean {
  return ELSEWHERE.some(([form]) => form.test(text)) && !DATE.test(text);
}

/** Says how to write a date that is written as elsewhere, in either way where it may be two. */
export function dateHint(text: string): string {
  const days = ELSEWHERE.flatMap(([form, orders]) => {
    const parts = form.exec(text)?.slice(1) ?? [];
    return parts.length === 0 ? [] : orders.flatMap((order) => dayIn(parts, order) ?? []);
  });
  const [first, second] = [...new Set(days)];
  if (first === undefined) return WAYS;
  return second === undefined ? `write ${first}` : `write ${first} or ${second}: year, month, day`;
}

function dayIn(parts: readonly string[], order: string): string | null {
  const part = (letter: string) => parts[order.indexOf(letter)]?.padStart(2, '0');
  const text = [part('y'), part('m'), ...(order.includes('d') ? [part('d')] : [])].join('-');
  return isRefusal(readDay(text)) ? null : text;
}

/** Reads `2025-04-09`, or `2025-04` for its first day. */
export function readDay(text: string): Day | Refusal {
  const match = DATE.exec(text);
  if (match === null) {
    const message = `"${text}" is not a date`;
    return refuse('bad-date', message, 0, text.length, dateHint(text));
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  if (month < 1 || month > 12) return refuse('bad-date', `there is no month ${month}`, 5, 2);
  if (day >= 1 && day <= daysIn(year, month)) return { year, month, day };
  return refuse('bad-date', `${text.slice(0, 7)} has no day ${day}`, 8, 2);
}

/** Turns a day into months since the year 0; a day is its share of its month. */
export function monthsOf({ year, month, day }: Day): number {
  return year * 12 + (month - 1) + (day - 1) / daysIn(year, month);
}

/** Turns a whole number of months since the year 0 into the first day of that month. */
export function firstDayOf(months: number): Day {
  const year = Math.floor(months / 12);
  return { year, month: months - year * 12 + 1, day: 1 };
}

/** Prints a day as YYYY-MM-DD. */
export function showDay({ year, month, day }: Day): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The calendar repeats itself after so many years, which have so many days. */
const CYCLE = { years: 400, days: 146_097 } as const;

/** Adds calendar days to a day. */
export function addDays(day: Day, days: number): Day {
  const cycles = Math.floor(days / CYCLE.days);
  let [year, month] = [day.year + cycles * CYCLE.years, day.month];
  let rest = day.day + days - cycles * CYCLE.days;
  while (rest > daysIn(year, month)) {
    rest -= daysIn(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return { year, month, day: rest };
}
