import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AggregateKind, aggregate, type Grid } from '../../../engine/model/aggregate.ts';

const YEARLY = 12;

function of(kind: AggregateKind, values: readonly number[], argument = 0, stepMonths = 1): number {
  const grid: Grid = { steps: values.length, stepMonths };
  return aggregate(kind, (step) => values[step]!, grid, argument);
}

describe('aggregate', () => {
  it.each<[AggregateKind, readonly number[], number]>([
    ['total', [1, 2, 3], 6],
    ['count', [1, 2, 3], 6],
    ['average', [1, 2, 6], 3],
    ['final', [1, 2, 3], 3],
    ['minimum', [2, -1, 3], -1],
    ['maximum', [2, -1, 3], 3],
    ['minimum', [4], 4],
    ['maximum', [4], 4],
    ['average', [4], 4],
    ['final', [4], 4],
  ])('%s of %j is %d', (kind, values, expected) => {
    expect(of(kind, values)).toBe(expected);
  });

  it('multiplies a total, but no count, by the length of the step', () => {
    expect(of('total', [1, 2, 3], 0, 3)).toBe(18);
    expect(of('count', [1, 2, 3], 0, 3)).toBe(6);
    expect(of('average', [1, 2, 3], 0, 3)).toBe(2);
  });

  it('reads one step for `at`', () => {
    expect(of('at', [5, 6, 7], 0)).toBe(5);
    expect(of('at', [5, 6, 7], 2)).toBe(7);
  });

  it.each<AggregateKind>(['total', 'count', 'average', 'minimum', 'maximum', 'discounted', 'irr'])(
    'lets no NaN pass unseen in %s',
    (kind) => {
      expect(of(kind, [-1, Number.NaN, 3], 0.05)).toBeNaN();
    },
  );

  it('keeps the smallest, the mean and the largest in order', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (series) => {
        const average = of('average', series);
        expect(of('minimum', series)).toBeLessThanOrEqual(average + 1e-6);
        expect(of('maximum', series)).toBeGreaterThanOrEqual(average - 1e-6);
      }),
      { seed: 1 },
    );
  });
});

describe('discounted', () => {
  it.each([
    [0.05, 60, 1],
    [0.03, 40, 3],
    [0.1, 20, 12],
    [-0.02, 120, 1],
  ])('is the geometric sum at %d over %i steps of %i months', (rate, steps, stepMonths) => {
    const ratio = (1 + rate) ** (-stepMonths / 12);
    const closed = (stepMonths * ratio ** 0.5 * (1 - ratio ** steps)) / (1 - ratio);
    const sum = of('discounted', Array<number>(steps).fill(1), rate, stepMonths);
    expect(Math.abs(sum / closed - 1)).toBeLessThan(1e-12);
  });

  it('is the total where the rate is zero', () => {
    expect(of('discounted', [1, 2, 4], 0, 3)).toBe(of('total', [1, 2, 4], 0, 3));
  });

  it('takes a flow at the middle of its step', () => {
    expect(of('discounted', [1], 0.21, YEARLY)).toBeCloseTo(12 / 1.1, 13);
    expect(of('discounted', [0, 1], 0.21, YEARLY)).toBeCloseTo(12 / 1.1 / 1.21, 13);
  });

  it('falls as the rate rises where all flows are positive', () => {
    const rates = fc.double({ min: -0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(rates, rates, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const flows = [1, 2, 3, 4];
        expect(of('discounted', flows, low)).toBeGreaterThanOrEqual(of('discounted', flows, high));
      }),
      { seed: 1 },
    );
  });
});

describe('irr', () => {
  const project = [-1, -1, -1, 0.2, 0.5, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9];

  it('of a project, whatever the size of its flows', () => {
    expect(Math.abs(of('irr', project, 0, YEARLY) - 0.141256)).toBeLessThan(1e-6);
    const large = project.map((flow) => flow * 1e9);
    expect(Math.abs(of('irr', large, 0, YEARLY) - 0.141256)).toBeLessThan(1e-6);
  });

  it.each([-0.5, -0.1, 0, 0.07, 0.2, 1, 5])('of two flows a year apart is %d', (rate) => {
    expect(of('irr', [-1, 1 + rate], 0, YEARLY)).toBeCloseTo(rate, 12);
  });

  it('is a yearly rate in months too', () => {
    const flows = [-1, ...Array<number>(11).fill(0), 1.1];
    expect(of('irr', flows)).toBeCloseTo(0.1, 12);
  });

  it('of borrowing is found as well', () => {
    expect(of('irr', [1, -1.1], 0, YEARLY)).toBeCloseTo(0.1, 12);
  });

  it('makes the discounted sum zero', () => {
    const flows = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(flows, (gains) => {
        const series = [-5, ...gains];
        const rate = of('irr', series, 0, YEARLY);
        if (Number.isNaN(rate)) return;
        expect(Math.abs(of('discounted', series, rate, YEARLY))).toBeLessThan(1e-9 * 12 * 100);
      }),
      { seed: 1 },
    );
  });

  it.each([
    [[1, 2, 3]],
    [[-1, -2, -3]],
    [[0, 0, 0]],
    [[1]],
    [[-1]],
    [[0]],
    [[-1, 2.3, -1.32]],
    [[Number.POSITIVE_INFINITY, -1]],
  ])('of %j is NaN, as no rate or more than one makes it zero', (flows) => {
    expect(of('irr', flows, 0, YEARLY)).toBeNaN();
  });
});
