import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnOf,
  each,
  oneMarket,
  pairs,
  ratiosIn,
  supplied,
  taxedPair,
} from '../../support/change-economy.ts';
import { type Economy, economyOf, type Vector } from '../../support/economy.ts';
import { gap, holdLaw, sum } from '../../support/law.ts';
import { changedEconomies, economies } from '../../support/random-economy.ts';

const RUNS = 40;

const FORMS = ['linear', 'exact'] as const;

function substituted(economy: Economy, elasticity: (demand: number) => number): Economy {
  return { ...economy, substitution: economy.demand.map(elasticity) };
}

/** Takes the CES mean of prices by their shares; an elasticity of 0 makes it the plain mean. */
function meanOf(prices: Vector, shares: Vector, elasticity: number): number {
  if (elasticity === 1)
    return Math.exp(sum(prices.map((price, i) => shares[i]! * Math.log(price))));
  const power = 1 - elasticity;
  return sum(prices.map((price, i) => shares[i]! * price ** power)) ** (1 / power);
}

/** What buyers in the first market pay for each source, as a ratio to before; linear to the first order. */
function delivered(economy: Economy, form: (typeof FORMS)[number]): readonly number[] {
  const { price } = economyOf(economy)[form];
  const ratios = ratiosIn(economy);
  return price.map((level, i) =>
    form === 'exact' ? level * ratios[i]![0]! : level + ratios[i]![0]! - 1,
  );
}

describe.each(FORMS)('in the %s form', (form) => {
  test('supply that follows any price leaves prices to sellers alone, and their surplus', () => {
    holdLaw(changedEconomies(), RUNS, (economy) => {
      const size = sum(economy.trade);
      const moved = (elasticity: number) => {
        const { price, producers } = economyOf(supplied(economy, elasticity))[form];
        return { price: gap(price, 1), producers: gap(producers, 0, size) };
      };
      const [large, larger] = [moved(1e6), moved(1e9)];
      expect(large.price).toBeLessThan(1e-4);
      expect(larger.price).toBeLessThan(1e-7);
      expect(larger.producers).toBeLessThan(1e-7);
    });
  });

  test('then buyers bear the tariffs whole, and their price level is the mean of tariffs that its form takes', () => {
    holdLaw(changedEconomies(), RUNS, (economy) => {
      const { [form]: outcome, spendingShare } = economyOf(supplied(economy, 1e9));
      const levels = economy.substitution.map((substitution, v) =>
        meanOf(
          columnOf(ratiosIn(economy), v),
          columnOf(spendingShare, v),
          form === 'linear' ? 0 : substitution,
        ),
      );
      expect(gap(outcome.composite, levels)).toBeLessThan(1e-7);
    });
  });

  test('fixed supply stays what it was, and in one market each price bears its own tariff whole', () => {
    holdLaw(changedEconomies(), RUNS, (economy) => {
      const fixed = supplied(economy, 0);
      for (const made of economyOf(fixed)[form].supply) expect(made).toBe(1);
      const alone = oneMarket(fixed);
      expect(gap(delivered(alone, form), 1)).toBeLessThan(1e-9);
    });
  });

  test('where Es = |Em| a tariff touches no other source', () => {
    holdLaw(changedEconomies({ regions: [3, 5] }), RUNS, (economy) => {
      const still = substituted({ ...economy, after: economy.before }, (demand) => -demand);
      const { price, quantity } = economyOf(taxedPair(still, 1, 0, 1.25))[form];
      for (const [i, level] of price.entries()) {
        if (i !== 1) expect(Math.abs(level - 1)).toBeLessThan(1e-12);
      }
      for (const [i, row] of quantity.entries()) {
        if (i !== 1) expect(gap(row, 1)).toBeLessThan(1e-11);
      }
    });
  });

  test('as sources become the same good, they come to one price to buyers', () => {
    holdLaw(changedEconomies({ regions: [2, 5] }).map(oneMarket), RUNS, (economy) => {
      const apart = (elasticity: number) => {
        const good = substituted(economy, () => elasticity);
        const prices = delivered(good, form);
        return Math.max(...prices) - Math.min(...prices);
      };
      const [first, second] = [apart(50), apart(100)];
      expect(second).toBeLessThan(0.1);
      expect(Math.abs(first / 2 - second)).toBeLessThan(0.15 * second + 1e-9);
    });
  });

  test('one source and one buyer: the closed form', () => {
    const cases = fc.record({
      demand: fc.integer({ min: -40, max: -1 }).map((tenths) => tenths / 10),
      supply: fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
      before: fc.integer({ min: 0, max: 50 }).map((points) => 1 + points / 100),
      after: fc.integer({ min: 0, max: 100 }).map((points) => 1 + points / 100),
      substitution: fc.integer({ min: 5, max: 80 }).map((tenths) => tenths / 10),
    });
    holdLaw(cases, RUNS, ({ demand, supply, before, after, substitution }) => {
      const { price, quantity, composite } = economyOf({
        trade: pairs(2, (i, v) => (i === 1 && v === 0 ? 100 : 0)),
        before: pairs(2, (i, v) => (i === 1 && v === 0 ? before : 1)),
        after: pairs(2, (i, v) => (i === 1 && v === 0 ? after : 1)),
        demand: each(2, demand),
        supply: [1, supply],
        substitution: each(2, substitution),
      })[form];
      if (form === 'linear') {
        const change = (demand * (after / before - 1)) / (supply - demand);
        expect(price[1]).toBeCloseTo(1 + change, 10);
        expect(quantity[1]![0]).toBeCloseTo(1 + supply * change, 10);
        return;
      }
      const duty = Math.log(after / before);
      expect(Math.log(price[1]!)).toBeCloseTo((demand * duty) / (supply - demand), 9);
      expect(Math.log(composite[0]!)).toBeCloseTo((supply * duty) / (supply - demand), 9);
      expect(quantity[1]![0]).toBeCloseTo(price[1]! ** supply, 9);
    });
  });
});

test('where Es = 1 spending shares stay what they were', () => {
  holdLaw(changedEconomies(), RUNS, (economy) => {
    const { exact, spendingShare } = economyOf(substituted(economy, () => 1));
    const spent = exact.value.map((row, i) => row.map((value, v) => value * economy.after[i]![v]!));
    for (const v of economy.demand.keys()) {
      const all = sum(columnOf(spent, v));
      const shares = columnOf(spent, v).map((value) => value / all);
      expect(gap(shares, columnOf(spendingShare, v))).toBeLessThan(1e-9);
    }
  });
});

test('a taxed source whose price cannot fall loses its market as sources become the same good', () => {
  holdLaw(economies({ regions: [2, 4] }).map(oneMarket), RUNS, (economy) => {
    const same = substituted(supplied(economy, 1e9), () => 200);
    const { value } = economyOf(taxedPair(same, 1, 0, 1.25)).exact;
    expect(value[1]![0]! / sum(value)).toBeLessThan(1e-15);
  });
});
