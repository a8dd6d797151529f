import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Printed, printSetUp } from '../../reports/paper.ts';
import { blank, text } from '../../reports/sheet.ts';
import { PAGE } from '../../reports/style.ts';

const A4: Printed = {
  ...{
    rows: [],
    heights: [],
    widths: [20],
    header: 0,
    first: 1,
    columns: 0,
    starts: [],
    together: [],
  },
  ...{ until: null, isOnePage: false, isUpright: false },
};
const HEIGHT = (PAGE.height - PAGE.margins.top - PAGE.margins.bottom) * 72;
const WIDTH = (PAGE.width - PAGE.margins.left - PAGE.margins.right) * 72;

/** Rows of one height; those named are headings. */
function rowsOf(count: number, height: number, headings: readonly number[] = []) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    rows: numbers.map((row) => [headings.includes(row) ? text('Heading', 'section') : blank()]),
    heights: numbers.map(() => height),
  };
}

describe('pages side by side', () => {
  it('are one where that is large enough, else as many as that takes, with the first columns on each', () => {
    const wide = (count: number) =>
      printSetUp({ ...A4, widths: Array.from({ length: count }, () => 20), columns: 2 });
    expect(wide(6)).toMatchObject({ across: 1, repeatColumns: 0 });
    expect(wide(13)).toMatchObject({ across: 1, repeatColumns: 0 });
    expect(wide(14)).toMatchObject({ across: 2, repeatColumns: 2 });
    expect(wide(24)).toMatchObject({ across: 2, repeatColumns: 2 });
    expect(wide(25)).toMatchObject({ across: 3, repeatColumns: 2 });
    expect(wide(100).across).toBe(Math.ceil(98 / 11));
  });

  it('count only what prints, and are one where all has to go on one page', () => {
    const widths = Array.from({ length: 40 }, () => 20);
    expect(printSetUp({ ...A4, widths, until: [10, 6] }).across).toBe(1);
    expect(printSetUp({ ...A4, widths, isOnePage: true }).across).toBe(1);
  });

  it('are more of them where pages stand upright', () => {
    const widths = Array.from({ length: 12 }, () => 20);
    expect(printSetUp({ ...A4, widths }).across).toBe(1);
    expect(printSetUp({ ...A4, widths, isUpright: true }).across).toBe(2);
  });

  it('leave room for every column at the smallest size', () => {
    const some = fc.array(fc.double({ min: 4, max: 60, noNaN: true }), {
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 3 }), (widths, columns) => {
        const { across, repeatColumns } = printSetUp({ ...A4, widths, columns });
        const points = widths.map((width) => (7 * width + 5) * 0.75);
        const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
        const repeated = sum(points.slice(0, repeatColumns));
        expect(sum(points) + (across - 1) * repeated).toBeLessThanOrEqual((across * WIDTH) / 0.52);
      }),
    );
  });
});

describe('the ends of pages', () => {
  const room = Math.floor((HEIGHT * 0.97) / 20);

  it('are left to who prints where nothing could be torn apart', () => {
    expect(printSetUp({ ...A4, ...rowsOf(100, 20) }).breaks).toEqual([]);
  });

  it('come later where pages stand upright', () => {
    const long = { ...A4, ...rowsOf(100, 20), together: [[60, 61]] as const };
    const upright = Math.floor(((PAGE.width - 1.1) * 72 * 0.97) / 20);
    expect(printSetUp(long).breaks[0]).toBe(room);
    expect(printSetUp({ ...long, isUpright: true }).breaks[0]).toBe(upright);
  });

  it('leave no heading at the foot of a page', () => {
    const at = (row: number) => printSetUp({ ...A4, ...rowsOf(room + 5, 20, [row]) }).breaks;
    expect(at(room - 2)).toEqual([room]);
    expect(at(room - 1)).toEqual([room - 2]);
    expect(at(room)).toEqual([room - 1]);
    expect(at(room + 1)).toEqual([room]);
  });

  it('reckon with the rows that every page repeats', () => {
    const { breaks } = printSetUp({ ...A4, ...rowsOf(3 * room, 20, [2]), header: 1, first: 2 });
    expect(breaks).toEqual([room, 2 * room - 1, 3 * room - 2]);
  });

  it('lie where they are asked for', () => {
    expect(printSetUp({ ...A4, ...rowsOf(30, 10), starts: [11] }).breaks).toEqual([10]);
  });

  it('keep headings that follow each other, and what belongs to them, in one', () => {
    const { rows, heights } = rowsOf(room + 8, 20, [room - 4, room - 2]);
    const together = [[room - 1, room + 1]] as const;
    expect(printSetUp({ ...A4, rows, heights, together }).breaks).toEqual([room - 5]);
  });

  it('let begin a page what is longer than one, and keep together what is in it', () => {
    const { rows, heights } = rowsOf(2 * room, 20, [6]);
    const together = [
      [6, room + 15],
      [room + 2, room + 9],
    ] as const;
    expect(printSetUp({ ...A4, rows, heights, together }).breaks).toEqual([5, room + 1]);
    expect(printSetUp({ ...A4, rows, heights, together, first: 6 }).breaks).toEqual([room]);
  });

  it('never tear apart what fits a page, whatever the rows', () => {
    const heights = fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 30, maxLength: 120 });
    fc.assert(
      fc.property(heights, fc.nat(100), fc.integer({ min: 1, max: 8 }), (sizes, from, count) => {
        const first = Math.min(from + 1, sizes.length - count);
        const last = first + count - 1;
        const { rows } = rowsOf(sizes.length, 12);
        const printed = { ...A4, rows, heights: sizes, together: [[first, last]] as const };
        const { breaks } = printSetUp(printed);
        const height = sizes.slice(first - 1, last).reduce((sum, size) => sum + size, 0);
        const torn = breaks.filter((row) => row >= first && row < last);
        if (height <= HEIGHT * 0.97) expect(torn).toEqual([]);
        const ends = [0, ...breaks, sizes.length];
        ends.slice(1).forEach((end, at) => {
          const page = sizes.slice(ends[at], end).reduce((sum, size) => sum + size, 0);
          expect(page).toBeLessThanOrEqual(HEIGHT);
        });
      }),
    );
  });
});
