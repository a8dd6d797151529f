import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { midRanks } from '../../../engine/statistics/rank.ts';
import { columns } from './samples.ts';

describe('mid-ranks', () => {
  test('share the mean of the ranks of equal values', () => {
    expect([...midRanks(Float64Array.of(30, 10, 20, 10, 30, 30))]).toEqual([5, 1.5, 3, 1.5, 5, 5]);
    expect([...midRanks(Float64Array.of(0, -0, -1))]).toEqual([2.5, 2.5, 1]);
    expect(midRanks(new Float64Array(0)).length).toBe(0);
  });

  test('count the smaller values and half of the equal ones', () => {
    fc.assert(
      fc.property(columns(1), (values) => {
        const counted = values.map((value) => {
          const smaller = values.filter((other) => other < value).length;
          const equal = values.filter((other) => other === value).length;
          return smaller + (equal + 1) / 2;
        });
        expect(midRanks(values)).toEqual(counted);
      }),
    );
  });
});
