import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { select } from '../../../engine/statistics/select.ts';
import { columns, shuffled } from './samples.ts';

describe('select', () => {
  test('puts each rank where sorting would', () => {
    const asked = columns(1, 300).chain((values) =>
      fc.tuple(
        fc.constant(values),
        fc.uniqueArray(fc.nat(values.length - 1)).map((ranks) => ranks.sort((a, b) => a - b)),
      ),
    );
    fc.assert(
      fc.property(asked, ([values, ranks]) => {
        const sorted = values.slice().sort();
        const selected = values.slice();
        select(selected, ranks);
        for (const rank of ranks) expect(selected[rank]! + 0).toBe(sorted[rank]! + 0);
        expect(selected.sort()).toEqual(sorted);
      }),
      { numRuns: 500 },
    );
  });

  test('puts any single rank in place', () => {
    for (let count = 1; count <= 60; count++) {
      for (let rank = 0; rank < count; rank++) {
        const values = Float64Array.from(shuffled(count, 100 * count + rank));
        select(values, [rank]);
        expect(values[rank]).toBe(rank);
      }
    }
  });

  test.each([
    ['ascending', (i: number) => i],
    ['descending', (i: number) => -i],
    ['equal', () => 4],
    ['two-valued', (i: number) => i % 2],
    ['organ-pipe', (i: number) => Math.min(i, 2000 - i)],
  ])('copes with %s values', (_, rule) => {
    const values = Float64Array.from({ length: 2000 }, (_, i) => rule(i));
    const sorted = values.slice().sort();
    const ranks = [0, 1, 700, 1000, 1001, 1999];
    select(values, ranks);
    expect(ranks.map((rank) => values[rank])).toEqual(ranks.map((rank) => sorted[rank]));
  });
});
