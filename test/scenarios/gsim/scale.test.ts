import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnOf,
  each,
  pairs,
  permuted,
  picked,
  relabelled,
  split,
  supplied,
  taxed,
} from '../../support/change-economy.ts';
import { economyOf, type Matrix } from '../../support/economy.ts';
import { gap, holdLaw, sum } from '../../support/law.ts';
import { changedEconomies, economies } from '../../support/random-economy.ts';

const RUNS = 40;

const FORMS = ['linear', 'exact'] as const;

test('where no tariff changes, nothing does, to the last bit', () => {
  holdLaw(economies(), RUNS, (economy) => {
    const size = economy.trade.length;
    const { linear, exact } = economyOf(economy);
    for (const outcome of [linear, exact]) {
      expect(outcome.price).toEqual(each(size, 1));
      expect(outcome.quantity).toEqual(pairs(size, () => 1));
      expect(outcome.composite).toEqual(each(size, 1));
      for (const part of ['producers', 'consumers', 'revenue', 'welfare'] as const) {
        expect(gap(outcome[part], 0)).toBe(0);
      }
      expect(Math.abs(outcome.world)).toBe(0);
    }
  });
});

describe.each(FORMS)('in the %s form', (form) => {
  test('a market of another size has the same ratios, and money in proportion', () => {
    const sizes = fc.integer({ min: 1, max: 5000 }).map((size) => size / 100);
    holdLaw(fc.tuple(changedEconomies(), sizes), RUNS, ([economy, times]) => {
      const trade = economy.trade.map((row) => row.map((value) => value * times));
      const one = economyOf(economy)[form];
      const other = economyOf({ ...economy, trade })[form];
      for (const ratio of ['price', 'quantity', 'composite'] as const) {
        expect(gap(other[ratio], one[ratio])).toBeLessThan(1e-9);
      }
      for (const part of ['value', 'producers', 'consumers', 'revenue', 'welfare'] as const) {
        const wanted = [one[part]].flat(2).map((value) => value * times);
        expect(gap([other[part]].flat(2), wanted, sum(trade))).toBeLessThan(1e-9);
      }
    });
  });

  test('only ratios of tariffs count for prices: half of every power, before and after, changes none', () => {
    holdLaw(changedEconomies(), RUNS, (economy) => {
      const half = economy.before.map((row) => row.map((power) => power / 2));
      const after = economy.after.map((row) => row.map((power) => power / 2));
      const one = economyOf(economy)[form];
      const other = economyOf({ ...economy, before: half, after })[form];
      expect(gap(other.price, one.price)).toBeLessThan(1e-9);
      expect(gap(other.quantity, one.quantity)).toBeLessThan(1e-9);
    });
  });

  test('a tariff on every source alike, its own too, moves the price level of an importer and no share', () => {
    const cases = fc.tuple(economies(), fc.integer({ min: 1, max: 60 }));
    holdLaw(cases, RUNS, ([economy, points]) => {
      const factor = 1 + points / 100;
      const change = taxed(supplied(economy, 1e12), (_, v) => (v === 0 ? factor : 1));
      const { composite, quantity } = economyOf(change)[form];
      expect(composite[0]).toBeCloseTo(factor, 9);
      expect(gap(columnOf(quantity, 0), quantity[0]![0]!)).toBeLessThan(1e-9);
      for (const row of quantity) expect(gap(row.slice(1), 1)).toBeLessThan(1e-9);
    });
  });

  test('other names for the regions give the same results under those names', () => {
    const cases = changedEconomies().chain((economy) => {
      const places = economy.trade.map((_, at) => at);
      return fc.tuple(
        fc.constant(economy),
        fc.shuffledSubarray(places, { minLength: places.length }),
      );
    });
    holdLaw(cases, RUNS, ([economy, order]) => {
      const one = economyOf(economy)[form];
      const other = economyOf(relabelled(economy, order))[form];
      const size = sum(economy.trade);
      expect(gap(other.price, picked(one.price, order))).toBeLessThan(1e-9);
      expect(gap(other.quantity, permuted(one.quantity, order))).toBeLessThan(1e-9);
      expect(gap(other.welfare, picked(one.welfare, order), size)).toBeLessThan(1e-9);
    });
  });

  test('two regions of the same kind are one region of their joint size', () => {
    const parts = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);
    const cases = fc.tuple(changedEconomies({ regions: [2, 5] }), parts);
    holdLaw(cases, RUNS, ([economy, part]) => {
      const last = economy.trade.length - 1;
      const whole = economyOf(economy)[form];
      const halves = economyOf(split(economy, part))[form];
      const joined = (table: Matrix) =>
        table.slice(0, last + 1).map((row) => row.slice(0, last + 1));
      expect(gap(halves.price, [...whole.price, whole.price[last]!])).toBeLessThan(1e-9);
      expect(gap(joined(halves.quantity), whole.quantity)).toBeLessThan(1e-9);
      const welfare = [
        ...halves.welfare.slice(0, last),
        halves.welfare[last]! + halves.welfare[last + 1]!,
      ];
      expect(gap(welfare, whole.welfare, sum(economy.trade))).toBeLessThan(1e-9);
    });
  });
});
