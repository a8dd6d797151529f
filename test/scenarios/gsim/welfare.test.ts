import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { each, pairs, supplied, taxed, taxedPair } from '../../support/change-economy.ts';
import { type Economy, economyOf } from '../../support/economy.ts';
import { holdLaw } from '../../support/law.ts';
import { changedEconomies, economies } from '../../support/random-economy.ts';

const RUNS = 40;

/** Buyers who make nothing themselves, and one source that sells to nobody else. */
function buyerAndSeller(demand: number, supply: number): Economy {
  const free = pairs(2, () => 1);
  return {
    trade: pairs(2, (i, v) => (i === 1 && v === 0 ? 100 : 0)),
    before: free,
    after: free,
    demand: each(2, demand),
    supply: [1, supply],
    substitution: each(2, 4),
  };
}

/** Finds where a function of one hump is highest, by golden section. */
function highest(height: (at: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [from, to];
  while (right - left > 1e-7 * right) {
    const [low, high] = [right - golden * (right - left), left + golden * (right - left)];
    if (height(low) < height(high)) left = low;
    else right = high;
  }
  return (left + right) / 2;
}

const elasticities = fc.integer({ min: -40, max: -12 }).map((tenths) => tenths / 10);

test('revenue rises with the tariff, then falls', () => {
  const cases = economies({ regions: [2, 4], taxed: false }).map((economy) => ({
    ...economy,
    trade: economy.trade.map((row, i) => (i < 2 ? row.with(0, row[0]! + 5) : row)),
    substitution: economy.substitution.map((value) => value + 2),
    supply: economy.supply.map((value) => value + 2),
  }));
  holdLaw(cases, 12, (economy) => {
    const revenues = Array.from({ length: 26 }, (_, step) => {
      return economyOf(taxedPair(economy, 1, 0, 1.3 ** step)).exact.revenue[0]!;
    });
    const rises = revenues.slice(1).map((value, at) => value > revenues[at]!);
    expect(rises[0]).toBe(true);
    expect(rises.at(-1)).toBe(false);
    expect(rises.filter((up, at) => at > 0 && up !== rises[at - 1])).toHaveLength(1);
  });
});

test('the tariff of the highest revenue from one source at a given price is 1 / (|Em| - 1)', () => {
  holdLaw(elasticities, 8, (demand) => {
    const economy = buyerAndSeller(demand, 1e9);
    const revenue = (duty: number) =>
      economyOf(taxedPair(economy, 1, 0, 1 + duty)).exact.revenue[0]!;
    expect(highest(revenue, 0.01, 9)).toBeCloseTo(1 / (-demand - 1), 4);
  });
});

test('the best tariff of a buyer on its one source is the inverse of the elasticity of supply', () => {
  const supplies = fc.integer({ min: 2, max: 60 }).map((tenths) => tenths / 10);
  holdLaw(fc.tuple(elasticities, supplies), 8, ([demand, supply]) => {
    const economy = buyerAndSeller(demand, supply);
    const welfare = (duty: number) =>
      economyOf(taxedPair(economy, 1, 0, 1 + duty)).exact.welfare[0]!;
    expect(highest(welfare, 0.01, 20) * supply).toBeCloseTo(1, 4);
  });
});

describe.each(['linear', 'exact'] as const)('in the %s form', (form) => {
  test('what a small country loses by a small tariff is in proportion to its square', () => {
    const cases = economies({ taxed: false }).filter(({ trade }) => trade[1]![0]! > 0);
    holdLaw(cases, RUNS, (economy) => {
      const small = supplied(economy, 1e12);
      const loss = (duty: number) => economyOf(taxedPair(small, 1, 0, 1 + duty))[form].welfare[0]!;
      expect(loss(0.002)).toBeLessThan(0);
      expect(loss(0.004) / loss(0.002)).toBeGreaterThan(3.9);
      expect(loss(0.004) / loss(0.002)).toBeLessThan(4.1);
    });
  });
});

test('no tariffs leave the world better off than free trade does', () => {
  holdLaw(changedEconomies({ taxed: false }), RUNS, (economy) => {
    expect(economyOf(economy).exact.world).toBeLessThan(1e-9);
    const subsidised = taxed({ ...economy, after: economy.before }, (i, v) => (i === v ? 0.9 : 1));
    expect(economyOf(subsidised).exact.world).toBeLessThan(1e-9);
  });
});
