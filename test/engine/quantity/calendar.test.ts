import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysIn,
  firstDayOf,
  isDateElsewhere,
  looksLikeDate,
  monthsOf,
  readDay,
  showDay,
} from '../../../engine/quantity/calendar.ts';
import { isRefusal } from '../../../engine/quantity/refusal.ts';

const days = fc
  .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: daysIn(year, month) }).map((day) => ({ year, month, day })),
  );

function timestamp(day: { year: number; month: number; day: number }): number {
  const date = new Date(0);
  date.setUTCFullYear(day.year, day.month - 1, day.day);
  return date.getTime();
}

describe('daysIn', () => {
  it.each([
    [2024, 29],
    [2025, 28],
    [2000, 29],
    [1900, 28],
    [2100, 28],
    [2400, 29],
  ])('February %i has %i days', (year, count) => {
    expect(daysIn(year, 2)).toBe(count);
  });

  it('knows the other months', () => {
    const months = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(months.map((month) => daysIn(2025, month))).toEqual([
      31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
  });
});

describe('readDay', () => {
  it.each([
    ['2025-04-09', { year: 2025, month: 4, day: 9 }],
    ['2025-04', { year: 2025, month: 4, day: 1 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['0000-01-01', { year: 0, month: 1, day: 1 }],
    ['9999-12-31', { year: 9999, month: 12, day: 31 }],
  ])('reads %s', (text, day) => {
    expect(readDay(text)).toEqual(day);
  });

  it.each([
    ['2025-13', 'there is no month 13', 5, 2],
    ['2025-00-01', 'there is no month 0', 5, 2],
    ['2025-02-29', '2025-02 has no day 29', 8, 2],
    ['2025-04-31', '2025-04 has no day 31', 8, 2],
    ['2025-04-00', '2025-04 has no day 0', 8, 2],
    ['1900-02-29', '1900-02 has no day 29', 8, 2],
  ])('refuses %s and points at the wrong part', (text, message, offset, length) => {
    expect(readDay(text)).toEqual({ refused: 'bad-date', message, offset, length });
  });

  it.each(['', '2025', '2025-4', '25-04-09', '2025-04-09T00:00', ' 2025-04', 'never'])(
    'refuses "%s" as a whole',
    (text) => {
      expect(readDay(text)).toEqual({
        refused: 'bad-date',
        message: `"${text}" is not a date`,
        offset: 0,
        length: text.length,
        hint: 'dates are written 2025-04-09 or 2025-04',
      });
    },
  );

  it.each([
    ['2025-4-9', 'write 2025-04-09'],
    ['2025/04/09', 'write 2025-04-09'],
    ['2025.4.9', 'write 2025-04-09'],
    ['01.07.2025', 'write 2025-07-01'],
    ['1.7.2025', 'write 2025-07-01'],
    ['7/1/2025', 'write 2025-07-01 or 2025-01-07: year, month, day'],
    ['7/31/2025', 'write 2025-07-31'],
    ['31/7/2025', 'write 2025-07-31'],
    ['7-7-2025', 'write 2025-07-07'],
    ['7/2025', 'write 2025-07'],
    ['2025/7', 'write 2025-07'],
    ['31.02.2025', 'dates are written 2025-04-09 or 2025-04'],
    ['13/13/2025', 'dates are written 2025-04-09 or 2025-04'],
  ])('says how to write %s', (text, hint) => {
    expect(readDay(text)).toMatchObject({ refused: 'bad-date', hint });
    expect(isDateElsewhere(text)).toBe(true);
    expect(isDateElsewhere('2025-04-09')).toBe(false);
  });

  it('reads back what showDay prints', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readDay(showDay(day))).toEqual(day);
      }),
      { seed: 1 },
    );
  });
});

describe('looksLikeDate', () => {
  it.each(['2025', '2025-4', '2025-04', '2025-04-09', '2025-13', '2025-99-99'])(
    '%s does',
    (text) => {
      expect(looksLikeDate(text)).toBe(true);
    },
  );
  it.each(['', 'korea', '2025x', 'y2025', '2025-04-09-01', '20250', '2025-', '-2025'])(
    '"%s" does not',
    (text) => {
      expect(looksLikeDate(text)).toBe(false);
    },
  );
});

describe('monthsOf', () => {
  it('counts whole months from the year 0', () => {
    expect(monthsOf({ year: 0, month: 1, day: 1 })).toBe(0);
    expect(monthsOf({ year: 2025, month: 4, day: 1 })).toBe(2025 * 12 + 3);
  });

  it('makes a day its share of its month', () => {
    expect(monthsOf({ year: 2025, month: 4, day: 16 })).toBe(24303.5);
    expect(
      monthsOf({ year: 2024, month: 2, day: 30 }) - monthsOf({ year: 2024, month: 2, day: 1 }),
    ).toBe(1);
  });

  it('keeps the order of days', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(monthsOf(a) - monthsOf(b))).toBe(Math.sign(timestamp(a) - timestamp(b)));
      }),
      { seed: 1 },
    );
  });
});

describe('firstDayOf', () => {
  it('is undone by monthsOf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000 }), (months) => {
        expect(monthsOf(firstDayOf(months))).toBe(months);
        expect(isRefusal(readDay(showDay({ ...firstDayOf(months), year: 2025 })))).toBe(false);
      }),
      { seed: 1 },
    );
  });

  it('gives January and December their year', () => {
    expect(firstDayOf(24300)).toEqual({ year: 2025, month: 1, day: 1 });
    expect(firstDayOf(24311)).toEqual({ year: 2025, month: 12, day: 1 });
  });
});

describe('addDays', () => {
  it.each([
    ['2025-05-01', 120, '2025-08-29'],
    ['2025-04-09', 90, '2025-07-08'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-04-09', 0, '2025-04-09'],
    ['2000-01-01', 146_097, '2400-01-01'],
    ['2000-01-01', 146_096, '2399-12-31'],
  ])('%s and %i days are %s', (from, count, to) => {
    const day = readDay(from);
    if (isRefusal(day)) throw new Error(day.message);
    expect(showDay(addDays(day, count))).toBe(to);
  });

  it('agrees with the host calendar', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 200_000 }), (day, count) => {
        expect(timestamp(addDays(day, count))).toBe(timestamp(day) + count * 86_400_000);
      }),
      { seed: 1 },
    );
  });
});
