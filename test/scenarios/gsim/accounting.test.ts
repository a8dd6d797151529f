import { expect, test } from 'vitest';
import { columnOf, ratiosIn } from '../../support/change-economy.ts';
import { type Economy, economyOf, type Matrix, type Outcome } from '../../support/economy.ts';
import { gap, holdLaw, sum } from '../../support/law.ts';
import { changedEconomies } from '../../support/random-economy.ts';

const RUNS = 40;

/** Adds the flows to an importer, each times a weight. */
function bought(table: Matrix, weights: Matrix, v: number): number {
  return sum(columnOf(table, v).map((value, i) => value * weights[i]![v]!));
}

/** Integrates by Simpson's rule, which knows nothing of closed forms. */
function integral(height: (at: number) => number, from: number, to: number): number {
  const parts = 200;
  const width = (to - from) / parts;
  const terms = Array.from({ length: parts + 1 }, (_, k) => {
    const ends = k === 0 || k === parts;
    const inner = k % 2 === 1 ? 4 : 2;
    return (ends ? 1 : inner) * height(from + k * width);
  });
  return (sum(terms) * width) / 3;
}

test('spending shares and sales shares lie in [0, 1] and sum to 1', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { spendingShare, salesShare } = economyOf(economy);
    for (const share of [spendingShare, salesShare].flat(2)) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    for (const [at, sales] of salesShare.entries()) {
      expect(sum(sales)).toBeCloseTo(1, 12);
      expect(sum(columnOf(spendingShare, at))).toBeCloseTo(1, 12);
    }
  });
});

/** Compares what each region makes with what all importers take of it, from the data alone. */
function unsold({ trade, supply }: Economy, { price, quantity }: Outcome, isExact: boolean) {
  return trade.map((row, i) => {
    const taken = sum(row.map((value, v) => value * (quantity[i]![v]! - 1))) / sum(row);
    const made = isExact ? price[i]! ** supply[i]! - 1 : supply[i]! * (price[i]! - 1);
    return made - taken;
  });
}

test('markets clear in both forms', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { linear, exact } = economyOf(economy);
    expect(gap(unsold(economy, exact, true), 0)).toBeLessThan(1e-9);
    expect(gap(unsold(economy, linear, false), 0)).toBeLessThan(1e-9);
  });
});

test('what an exporter earns is its price times what it makes; what buyers spend is what demand says', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { trade, before, after, demand } = economy;
    const { value, price, supply, composite } = economyOf(economy).exact;
    for (const [at, row] of trade.entries()) {
      expect(sum(value[at]!) / (sum(row) * price[at]! * supply[at]!)).toBeCloseTo(1, 9);
      const spent = bought(trade, before, at) * composite[at]! ** (1 + demand[at]!);
      expect(bought(value, after, at) / spent).toBeCloseTo(1, 9);
    }
  });
});

test('value is trade times price times quantity, and neither it nor a duty is negative in the exact form', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { linear, exact } = economyOf(economy);
    for (const { value, price, quantity } of [linear, exact]) {
      const wanted = economy.trade.map((row, i) =>
        row.map((flow, v) => flow * price[i]! * quantity[i]![v]!),
      );
      expect(gap(value, wanted)).toBeLessThan(1e-9);
    }
    expect(Math.min(...exact.value.flat())).toBeGreaterThanOrEqual(0);
    for (const [v, change] of exact.revenue.entries()) {
      const { trade, before } = economy;
      const collected = bought(trade, before, v) - sum(columnOf(trade, v)) + change;
      expect(collected).toBeGreaterThan(-1e-9);
    }
  });
});

test('revenue is duties after minus duties before; welfare is the sum of its parts and the world of its regions', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { trade, before, after } = economy;
    const { linear, exact } = economyOf(economy);
    for (const { value, revenue, producers, consumers, welfare, world } of [linear, exact]) {
      for (const [v, change] of revenue.entries()) {
        const landed = bought(value, after, v) - sum(columnOf(value, v));
        const landedBefore = bought(trade, before, v) - sum(columnOf(trade, v));
        expect(change).toBeCloseTo(landed - landedBefore, 9);
        expect(welfare[v]).toBeCloseTo(producers[v]! + consumers[v]! + change, 9);
      }
      expect(world).toBeCloseTo(sum(welfare), 8);
    }
  });
});

test('surpluses of the exact form are the areas beside supply and below demand', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { trade, before, demand, supply } = economy;
    const { price, composite, producers, consumers } = economyOf(economy).exact;
    for (const [at, row] of trade.entries()) {
      const made = integral((p) => p ** supply[at]!, 1, price[at]!);
      expect(producers[at]! / sum(row)).toBeCloseTo(made, 8);
      const taken = integral((p) => p ** demand[at]!, 1, composite[at]!);
      expect(consumers[at]! / bought(trade, before, at)).toBeCloseTo(-taken, 8);
    }
  });
});

test('prices and surpluses of the linear form are as its authors write them', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { trade, before, demand, supply } = economy;
    const { linear, spendingShare } = economyOf(economy);
    const ratios = ratiosIn(economy);
    for (const [at, row] of trade.entries()) {
      const prices = columnOf(ratios, at).map((ratio, i) => linear.price[i]! * ratio);
      const level = sum(prices.map((price, i) => spendingShare[i]![at]! * price)) - 1;
      expect(linear.composite[at]).toBeCloseTo(1 + level, 12);
      const price = linear.price[at]! - 1;
      const made = price + (supply[at]! * price ** 2) / 2;
      expect(linear.producers[at]! / sum(row)).toBeCloseTo(made, 12);
      const taken = (demand[at]! * level ** 2 * Math.sign(level)) / 2 - level;
      expect(linear.consumers[at]! / bought(trade, before, at)).toBeCloseTo(taken, 12);
    }
  });
});

test('surpluses and prices pass smoothly through the elasticities that need a formula of their own', () => {
  holdLaw(changedEconomies({ regions: [2, 4] }), 20, (economy) => {
    const near = (demand: number, substitution: number) => {
      const demands = economy.demand.map(() => demand);
      const substitutions = economy.substitution.map(() => substitution);
      return economyOf({ ...economy, demand: demands, substitution: substitutions }).exact;
    };
    const at = near(-1, 1);
    const beside = near(-1 + 1e-6, 1 + 1e-6);
    const size = sum(economy.trade);
    expect(gap(at.price, beside.price)).toBeLessThan(1e-5);
    expect(gap(at.consumers, beside.consumers, size)).toBeLessThan(1e-5);
  });
});
