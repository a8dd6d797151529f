import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTogether, sumExactly } from '../../../engine/analysis/round-together.ts';
import { shapley } from '../../../engine/analysis/shapley.ts';
import { holdLaw } from '../../support/law.ts';

/** Plays a game for one draw. */
function play(players: number, worth: (coalition: readonly number[]) => number): readonly number[] {
  const columns = Array.from({ length: 1 << players }, (_, mask) => {
    const members = Array.from({ length: players }, (__, at) => at).filter(
      (at) => (mask >> at) & 1,
    );
    return Float64Array.of(worth(members));
  });
  return shapley(columns).map(([share]) => share!);
}

function close(shares: readonly number[], wanted: readonly number[]): void {
  expect(shares).toHaveLength(wanted.length);
  for (const [at, share] of shares.entries()) expect(share).toBeCloseTo(wanted[at]!, 12);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

const game = fc.integer({ min: 1, max: 6 }).chain((players) =>
  fc.tuple(
    fc.constant(players),
    fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
      minLength: 1 << players,
      maxLength: 1 << players,
    }),
  ),
);

describe('shapley', () => {
  it('gives what is known in closed form', () => {
    const glove = (who: readonly number[]) => (who.includes(0) && who.length > 1 ? 1 : 0);
    close(play(3, glove), [2 / 3, 1 / 6, 1 / 6]);
    const costs = [1, 2, 4];
    const airport = (who: readonly number[]) => Math.max(0, ...who.map((at) => costs[at]!));
    close(play(3, airport), [1 / 3, 1 / 3 + 1 / 2, 1 / 3 + 1 / 2 + 2]);
    close(
      play(4, (who) => (who.length === 4 ? 1 : 0)),
      [1 / 4, 1 / 4, 1 / 4, 1 / 4],
    );
    close(
      play(5, (who) => who.length * who.length),
      [5, 5, 5, 5, 5],
    );
    close(
      play(10, (who) => total(who)),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
  });

  it('is efficient: shares sum to what all reach', () => {
    holdLaw(game, 300, ([, worth]) => {
      const shares = shapley(worth.map((one) => Float64Array.of(one))).map(([share]) => share!);
      expect(total(shares)).toBeCloseTo(worth.at(-1)! - worth[0]!, 8);
    });
  });

  it('gives nothing, to the bit, to who adds nothing', () => {
    holdLaw(game, 200, ([players, worth]) => {
      const without = (mask: number) => worth[mask & ~1]!;
      const columns = worth.map((_, mask) => Float64Array.of(without(mask)));
      expect(shapley(columns)[0]![0]).toBe(0);
      expect(shapley(columns)).toHaveLength(players);
    });
  });

  it('gives the same to players who add the same, and adds over games', () => {
    holdLaw(game, 200, ([players, worth]) => {
      if (players < 2) return;
      const swap = (mask: number) => (mask & ~3) | ((mask & 1) << 1) | ((mask >> 1) & 1);
      const even = worth.map((one, mask) => Float64Array.of(one + worth[swap(mask)]!));
      const [first, second] = shapley(even);
      expect(first![0]).toBeCloseTo(second![0]!, 8);
      const own = shapley(worth.map((one) => Float64Array.of(one)));
      const other = shapley(worth.map((_, mask) => Float64Array.of(worth[swap(mask)]!)));
      expect(first![0]).toBeCloseTo(own[0]![0]! + other[0]![0]!, 8);
    });
  });
});

const parts = fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(0)), {
  minLength: 1,
  maxLength: 12,
});

describe('roundTogether', () => {
  it('moves no part by more than one, and sums to the rounded total', () => {
    holdLaw(parts, 500, (list) => {
      const rounded = roundTogether(total(list), list, 100);
      expect(rounded.total).toBe(Math.round(total(list) * 100) + 0);
      if (list.every((part) => part === 0)) return;
      expect(total(rounded.parts)).toBe(rounded.total);
      for (const [at, part] of rounded.parts.entries()) {
        expect(Math.abs(part - list[at]! * 100)).toBeLessThanOrEqual(1.001);
        if (list[at] === 0) expect(part).toBe(0);
      }
    });
  });
});

describe('sumExactly', () => {
  it('sums to the total to the bit in any order, moving nothing that anybody could see', () => {
    const cases = fc.tuple(parts, fc.constantFrom(1e-300, 1e-9, 1, 1e9, 1e300));
    holdLaw(cases, 500, ([list, size]) => {
      const scaled = list.map((part) => part * size);
      const exact = sumExactly(total(scaled), scaled);
      expect(total(exact.parts)).toBe(exact.total);
      expect(total(exact.parts.toReversed())).toBe(exact.total);
      const largest = Math.max(...scaled.map(Math.abs));
      for (const [at, part] of exact.parts.entries()) {
        expect(Math.abs(part - scaled[at]!)).toBeLessThanOrEqual(largest * 2e-13 + 2e-308);
      }
    });
  });
});
