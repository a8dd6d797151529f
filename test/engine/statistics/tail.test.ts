import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replicateError } from '../../../engine/statistics/replicate.ts';
import { tailMean, tailsOf } from '../../../engine/statistics/tail.ts';

const all = (count: number) => Uint32Array.from({ length: count }, (_, k) => k);

describe('the tails of a column', () => {
  test('are its lowest and its highest fifth', () => {
    const values = Float64Array.from([5, 1, 9, 3, 7, 2, 8, 4, 6, 10]);
    const { lowest, highest } = tailsOf(values, all(10));
    expect([...lowest.places].map((k) => values[k])).toEqual([1, 2]);
    expect([...highest.places].map((k) => values[k])).toEqual([9, 10]);
  });

  test('take an extreme value whole where it is more than a fifth', () => {
    const values = Float64Array.from([0, 1, 0, 1, 0, 1, 0, 1]);
    const { lowest, highest } = tailsOf(values, all(8));
    expect([...lowest.places]).toEqual([0, 2, 4, 6]);
    expect([...highest.places]).toEqual([1, 3, 5, 7]);
  });

  test('are each other mirrored', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (numbers) => {
        const values = Float64Array.from(numbers);
        const one = tailsOf(values, all(values.length));
        const other = tailsOf(
          values.map((value) => -value),
          all(values.length),
        );
        expect(one.lowest).toEqual(other.highest);
        expect(one.lowest.places.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the mean over a tail', () => {
  test('reads the column at its places, and has an error where every replicate is in it', () => {
    const column = Float64Array.from(all(200), (k) => Math.floor(k / 2));
    const { lowest } = tailsOf(column, all(200));
    expect(tailMean(column, lowest)).toEqual({ value: 9.5, error: expect.any(Number) });
    expect(tailMean(column, tailsOf(column.subarray(0, 20), all(20)).lowest).error).toBeNull();
  });

  test('has the error of the means that the replicates have in it', () => {
    const column = Float64Array.from(all(400), (k) => k * k);
    const { highest } = tailsOf(column, all(400));
    const means = Array.from({ length: 20 }, (_, r) => {
      const inside = [...all(400)].filter((k) => k >= 320 && k % 20 === r);
      return inside.reduce((sum, k) => sum + k * k, 0) / inside.length;
    });
    expect(tailMean(column, highest).error).toBeCloseTo(replicateError(means)!, 9);
  });

  test('has no error where a replicate has one draw in it', () => {
    const column = Float64Array.from(all(100));
    expect(tailMean(column, tailsOf(column, all(100)).highest)).toEqual({
      value: 89.5,
      error: null,
    });
  });
});
