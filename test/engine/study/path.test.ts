import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreeBefore,
  averageOver,
  bridge,
  constant,
  dated,
  limit,
  override,
  type Path,
  splice,
  valueAt,
} from '../../../engine/study/path.ts';

/** Times on a grid of 1/64 month, so that sums of lengths are exact. */
const time = fc.integer({ min: -64 * 20, max: 64 * 20 }).map((n) => n / 64);
const value = fc.integer({ min: -1000, max: 1000 });

const points = fc
  .uniqueArray(fc.record({ time, value }), { maxLength: 6, selector: (point) => point.time })
  .map((list) => list.sort((a, b) => a.time - b.time));

const always = { time: Number.NEGATIVE_INFINITY };

/** Paths that are defined for all times: steps, or straight lines between dates. */
const paths = fc
  .tuple(value, points, fc.boolean())
  .map(([first, rest, linear]) => dated([{ ...always, value: first }, ...rest], linear));
const stepPaths = fc
  .tuple(value, points)
  .map(([first, rest]) => dated([{ ...always, value: first }, ...rest], false));

const twoTimes = fc
  .uniqueArray(time, { minLength: 2, maxLength: 2 })
  .map((pair) => pair.sort((a, b) => a - b) as [number, number]);

/** Moments at which two paths are compared: off the grid, so that no jump is hit. */
const moments = Array.from({ length: 401 }, (_, i) => -20 + i / 10 + 1 / 1000);

function sameAt(one: Path, other: Path, when: (moment: number) => boolean): void {
  for (const moment of moments.filter(when)) {
    expect(valueAt(one, moment)).toBeCloseTo(valueAt(other, moment), 6);
  }
}

describe('valueAt', () => {
  it('holds each value until the next date', () => {
    const path = dated(
      [
        { ...always, value: 1 },
        { time: 3, value: 5 },
      ],
      false,
    );
    expect([2.999, 3, 1000].map((t) => valueAt(path, t))).toEqual([1, 5, 5]);
  });

  it('joins dated values by straight lines where they are linear, and holds the last', () => {
    const path = dated(
      [
        { ...always, value: 1 },
        { time: 2, value: 1 },
        { time: 4, value: 5 },
      ],
      true,
    );
    expect([0, 2, 3, 4, 9].map((t) => valueAt(path, t))).toEqual([1, 1, 3, 5, 5]);
  });
});

describe('averageOver', () => {
  it('gives a value that holds throughout without rounding', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        twoTimes,
        (x, [from, to]) => {
          expect(averageOver(constant(x), from, to)).toBe(x);
          const changing = override(constant(x), to, to + 5, 17);
          expect(averageOver(changing, from, to)).toBe(x);
          expect(averageOver(override(constant(17), from, to, x), from, to)).toBe(x);
        },
      ),
    );
  });

  it('keeps never, which no sum can hold', () => {
    expect(averageOver(constant(Number.POSITIVE_INFINITY), 0, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('weighs the values of a step path by how long each holds', () => {
    fc.assert(
      fc.property(stepPaths, twoTimes, (path, [from, to]) => {
        let sum = 0;
        for (let t = from; t < to; t += 1 / 64) sum += valueAt(path, t) / 64;
        expect(averageOver(path, from, to)).toBeCloseTo(sum / (to - from), 9);
      }),
    );
  });

  it('adds up over neighbouring stretches, for lines too', () => {
    fc.assert(
      fc.property(paths, twoTimes, time, (path, [from, to], by) => {
        const middle = to + Math.abs(by) + 1;
        const parts =
          averageOver(path, from, to) * (to - from) + averageOver(path, to, middle) * (middle - to);
        expect(averageOver(path, from, middle) * (middle - from)).toBeCloseTo(parts, 6);
      }),
    );
  });

  it('takes the middle of a straight line', () => {
    const path = bridge(splice(constant(2), 0, constant(10)), 0, 4);
    expect(
      [
        [0, 4],
        [0, 1],
        [-1, 0],
        [3, 5],
      ].map(([from, to]) => averageOver(path, from!, to!)),
    ).toEqual([6, 3, 2, 9.5]);
  });
});

describe('splice', () => {
  it('is the one path before a time and the other from then on', () => {
    fc.assert(
      fc.property(paths, paths, time, (one, other, at) => {
        const both = splice(one, at, other);
        sameAt(both, one, (moment) => moment < at);
        sameAt(both, other, (moment) => moment > at);
      }),
    );
  });

  it('changes nothing where both are the same, and is settled by the last one', () => {
    fc.assert(
      fc.property(paths, paths, time, (one, other, at) => {
        sameAt(splice(one, at, one), one, () => true);
        sameAt(splice(splice(one, at, other), at, one), one, () => true);
      }),
    );
  });
});

describe('agreeBefore', () => {
  it('looks at nothing from the time on', () => {
    fc.assert(
      fc.property(paths, paths, time, (one, other, at) => {
        expect(agreeBefore(one, splice(one, at, other), at)).toBe(true);
      }),
    );
  });

  it('tells paths that differ anywhere before it', () => {
    fc.assert(
      fc.property(paths, twoTimes, (path, [from, to]) => {
        const other = override(path, from, to, 2000);
        expect(agreeBefore(path, other, from)).toBe(true);
        expect(agreeBefore(path, other, from + 1 / 64)).toBe(false);
        expect(agreeBefore(other, path, to + 1)).toBe(false);
      }),
    );
  });

  it('overlooks the rounding of slopes that were cut at other places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.shuffledSubarray([1, 2, 3, 4, 5]),
        (n, cuts) => {
          const slope = bridge(splice(constant(n / 70), 0, constant(0.7)), 0, 7);
          const cutOften = cuts.reduce((path, at) => splice(path, at / 3, path), slope);
          expect(agreeBefore(slope, cutOften, 6)).toBe(true);
          expect(agreeBefore(bridge(constant(0.7), 0, 7), cutOften, 6)).toBe(n === 49);
        },
      ),
    );
  });
});

describe('override', () => {
  it('sets the value in between and leaves the rest', () => {
    fc.assert(
      fc.property(paths, twoTimes, value, (path, [from, to], x) => {
        const changed = override(path, from, to, x);
        const inside = (moment: number) => moment >= from && moment < to;
        sameAt(changed, constant(x), inside);
        sameAt(changed, path, (moment) => !inside(moment));
        expect(averageOver(changed, from, to)).toBe(x);
      }),
    );
  });
});

describe('bridge', () => {
  it('goes straight from what was said before to what is said at the end', () => {
    fc.assert(
      fc.property(stepPaths, twoTimes, (path, [from, to]) => {
        const bridged = bridge(path, from, to);
        const before = valueAt(path, from - 1 / 128);
        expect(valueAt(bridged, (from + to) / 2)).toBeCloseTo((before + valueAt(path, to)) / 2, 9);
        expect(valueAt(bridged, from)).toBe(before);
        sameAt(bridged, path, (moment) => moment < from || moment > to);
      }),
    );
  });

  it('leaves a constant as it is', () => {
    expect(averageOver(bridge(constant(7), 0, 3), -5, 5)).toBe(7);
  });
});

describe('limit', () => {
  it('is the smaller of path and cap at every moment from its date on', () => {
    fc.assert(
      fc.property(paths, time, value, (path, from, highest) => {
        const capped = limit(path, from, highest);
        for (const moment of moments) {
          const bare = valueAt(path, moment);
          const due = moment >= from ? Math.min(bare, highest) : bare;
          expect(valueAt(capped, moment)).toBeCloseTo(due, 6);
        }
      }),
    );
  });

  it('takes effect for all times where it has no date, and twice is once', () => {
    fc.assert(
      fc.property(paths, value, (path, highest) => {
        const once = limit(path, Number.NEGATIVE_INFINITY, highest);
        sameAt(limit(once, Number.NEGATIVE_INFINITY, highest), once, () => true);
        expect(Math.max(...moments.map((moment) => valueAt(once, moment)))).toBeLessThanOrEqual(
          highest,
        );
      }),
    );
  });

  it('bends a rising line where it meets the cap', () => {
    const ramp = bridge(splice(constant(0), 0, constant(10)), 0, 10);
    const capped = limit(ramp, Number.NEGATIVE_INFINITY, 4);
    expect([0, 2, 4, 6, 20].map((t) => valueAt(capped, t))).toEqual([0, 2, 4, 4, 4]);
    expect(averageOver(capped, 0, 10)).toBeCloseTo((8 + 24) / 10, 12);
  });
});
