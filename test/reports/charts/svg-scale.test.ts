import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundEnds } from '../../../reports/charts/round-ends.ts';
import { scaleOf } from '../../../reports/charts/svg-scale.ts';
import { shownNumber } from '../../../reports/format.ts';

const free = { min: null, max: null, every: null };
const sizes = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const values = fc.array(sizes, { minLength: 1, maxLength: 20 });

test('a scale holds all values between its ends, with marks that ascend', () => {
  fc.assert(
    fc.property(values, (numbers) => {
      const { at, ticks } = scaleOf({ ...free, values: numbers }, [100, 0], 5);
      for (const value of numbers) {
        expect(at(value)).toBeGreaterThanOrEqual(-1e-6);
        expect(at(value)).toBeLessThanOrEqual(100 + 1e-6);
      }
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
    }),
  );
});

test('a scale keeps the ends and steps that are given', () => {
  const { at, ticks } = scaleOf({ values: [0.2], min: 0, max: 1, every: 0.25 }, [0, 10], 5);
  expect(ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect([0, 0.5, 1].map(at)).toEqual([0, 5, 10]);
});

test('marks are written as they are read', () => {
  const { ticks } = scaleOf({ ...free, values: [0, 0.55] }, [0, 1], 6);
  expect(ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
});

test('round ends hold all values and lie apart', () => {
  fc.assert(
    fc.property(values, (numbers) => {
      const { min, max } = roundEnds(numbers);
      expect(min).toBeLessThan(max);
      const slack = 1e-9 * Math.max(...numbers.map(Math.abs), 1);
      expect(min).toBeLessThanOrEqual(Math.min(...numbers) + slack);
      expect(max).toBeGreaterThanOrEqual(Math.max(...numbers) - slack);
    }),
  );
  const ends = { min: -0.5, max: 0.2, every: 0.1, format: 'plain-1' };
  expect(roundEnds([-0.42, 0, 0.15])).toEqual(ends);
  expect(roundEnds([3e12, 9e12])).toMatchObject({ every: 1e12, format: 'scientific' });
});

test('labels between round ends are those of their steps, and no rest of rounding', () => {
  fc.assert(
    fc.property(values, (numbers) => {
      const { min, max, every, format } = roundEnds(numbers);
      const steps = Math.round((max - min) / every);
      expect(steps).toBeLessThanOrEqual(10);
      expect(min + steps * every).toBeCloseTo(max, 3);
      if (format === 'scientific') return;
      const labels = Array.from({ length: steps + 1 }, (_, at) => min + at * every);
      const read = labels.map((label) => Number(shownNumber(label, format).replaceAll(',', '')));
      read.forEach((label, at) => {
        expect(Math.abs(label - labels[at]!)).toBeLessThan(1e-6 * every);
      });
    }),
  );
});
