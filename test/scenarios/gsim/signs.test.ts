import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { each, oneMarket, taxed, taxedPair } from '../../support/change-economy.ts';
import { type Economy, economyOf } from '../../support/economy.ts';
import { holdLaw } from '../../support/law.ts';
import { economies } from '../../support/random-economy.ts';

const RUNS = 40;

const FORMS = ['linear', 'exact'] as const;

/** What rounding and the solver's tolerance may move. */
const SLACK = 1e-10;

/** A tariff of the first region; the second, "Korea" to it, sells there in any case. */
interface Case {
  readonly economy: Economy;
  readonly factor: number;
}

function cases(taxedBefore: boolean): fc.Arbitrary<Case> {
  const sources = economies({ regions: [3, 5], taxed: taxedBefore, substitutes: true });
  return fc.record({
    economy: sources.map((economy) => ({
      ...economy,
      trade: economy.trade.map((row, i) => (i === 1 ? row.with(0, row[0]! + 5) : row)),
    })),
    factor: fc.integer({ min: 1, max: 50 }).map((points) => 1 + points / 100),
  });
}

function taxedAbroad({ economy, factor }: Case, isTaxed: (exporter: number) => boolean): Economy {
  return taxed(economy, (i, v) => (v === 0 && i !== 0 && isTaxed(i) ? factor : 1));
}

describe.each(FORMS)('in the %s form', (form) => {
  test('a tariff cuts what it is on and raises what every other source sells there', () => {
    holdLaw(cases(true), RUNS, ({ economy, factor }) => {
      const { quantity } = economyOf(taxedPair(economy, 1, 0, factor))[form];
      for (const [i, row] of quantity.entries()) {
        if (i === 1) expect(row[0]).toBeLessThan(1);
        else expect(row[0]).toBeGreaterThan(1 - SLACK);
      }
    });
  });

  test('where trade was free before, a tariff lowers the price of whom it is on', () => {
    holdLaw(cases(false), RUNS, ({ economy, factor }) => {
      const { price } = economyOf(taxedPair(economy, 1, 0, factor))[form];
      expect(price[1]).toBeLessThan(1 + SLACK);
    });
  });

  test('where one source paid far more before, a tariff may raise the price of whom it is on', () => {
    // The third region sells more to the first, so less to the second, whose own market it paid no duty in.
    const economy = {
      trade: [
        [0, 0, 20],
        [20, 100, 0],
        [20, 20, 0],
      ],
      before: [
        [1, 1, 1],
        [3, 1, 1],
        [1, 1, 1],
      ],
      after: [
        [1, 1, 1],
        [3.3, 1, 1],
        [1, 1, 1],
      ],
      demand: each(3, -0.5),
      supply: each(3, 0.5),
      substitution: each(3, 8),
    };
    expect(economyOf(economy)[form].price[1]).toBeCloseTo(
      form === 'exact' ? 1.0130425 : 1.01281407,
      7,
    );
  });

  test('taxed alone, an exporter sells less there than taxed with all others; exempt, it gains', () => {
    holdLaw(cases(true), RUNS, (one) => {
      const sales = (isTaxed: (exporter: number) => boolean) =>
        economyOf(taxedAbroad(one, isTaxed))[form].quantity[1]![0]!;
      expect(sales((i) => i === 1)).toBeLessThan(sales(() => true) + SLACK);
      expect(sales((i) => i !== 1)).toBeGreaterThan(1 - SLACK);
    });
  });

  test('where all goods go to that market, its price and its producers fare so too', () => {
    holdLaw(cases(true), RUNS, ({ economy, factor }) => {
      const one = { economy: oneMarket(economy), factor };
      const fare = (isTaxed: (exporter: number) => boolean) =>
        economyOf(taxedAbroad(one, isTaxed))[form];
      const [alone, all, exempt] = [fare((i) => i === 1), fare(() => true), fare((i) => i !== 1)];
      expect(alone.price[1]).toBeLessThan(all.price[1]!);
      expect(exempt.price[1]).toBeGreaterThan(1);
      expect(exempt.producers[1]).toBeGreaterThan(0);
      // Where the linear form takes output below nothing, its surplus turns round.
      if (form === 'exact') expect(alone.producers[1]).toBeLessThan(all.producers[1]!);
    });
  });

  test('the better substitutes there are, the more a tariff on one source costs it', () => {
    const stronger = fc.integer({ min: 2, max: 40 }).map((tenths) => 1 + tenths / 10);
    holdLaw(fc.tuple(cases(true), stronger, fc.boolean()), RUNS, ([one, times, everywhere]) => {
      const { economy, factor } = one;
      const substitution = economy.substitution.map((value, v) =>
        v === 0 || everywhere ? value * times : value,
      );
      const sales = (changed: Economy) =>
        economyOf(taxedPair(changed, 1, 0, factor))[form].quantity[1]![0]!;
      expect(sales({ ...economy, substitution })).toBeLessThan(sales(economy));
    });
  });
});
