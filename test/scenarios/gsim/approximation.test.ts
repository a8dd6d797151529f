import { expect, test } from 'vitest';
import { pairs, settled } from '../../support/change-economy.ts';
import { type Economy, economyOf, type Matrix, type Vector } from '../../support/economy.ts';
import { gap, holdLaw, sum } from '../../support/law.ts';
import { changedEconomies } from '../../support/random-economy.ts';

/** Goes a part of the way to the tariffs after, in equal proportions a step. */
function onTheWay({ before, after }: Economy, part: number): Matrix {
  return before.map((row, i) => row.map((power, v) => power * (after[i]![v]! / power) ** part));
}

/** Turns a change round: from where it led, back to the tariffs before. */
function back(economy: Economy, form: 'linear' | 'exact'): Economy {
  return { ...settled(economy, economyOf(economy)[form]), after: economy.before };
}

/** Leaves the tariffs alone except for a part of their change, to the first order. */
function smaller(economy: Economy, part: number): Economy {
  const after = economy.before.map((row, i) =>
    row.map((power, v) => power + part * (economy.after[i]![v]! - power)),
  );
  return { ...economy, after };
}

/** Economies in which the first region changes its tariff on the second by a quarter at least. */
const shaken = changedEconomies({ regions: [2, 4] }).map((economy): Economy => {
  const { before, trade } = economy;
  const flows = trade.map((row, i) => row.map((flow, v) => (i === 1 && v === 0 ? flow + 5 : flow)));
  const after = pairs(trade.length, (i, v) =>
    i === 1 && v === 0 ? before[i]![v]! * 1.25 : economy.after[i]![v]!,
  );
  return { ...economy, trade: flows, after };
});

test('the exact form comes back to where it started when tariffs do', () => {
  holdLaw(changedEconomies(), 40, (economy) => {
    const there = economyOf(economy).exact;
    const again = economyOf(back(economy, 'exact')).exact;
    const size = sum(economy.trade);
    const price = again.price.map((ratio, i) => ratio * there.price[i]!);
    const welfare = again.welfare.map((change, v) => change + there.welfare[v]!);
    expect(gap(price, 1)).toBeLessThan(1e-10);
    expect(gap(again.value, economy.trade, size)).toBeLessThan(1e-10);
    expect(gap(welfare, 0, size)).toBeLessThan(1e-10);
  });
});

/** Beyond a point the linear form makes flows negative, from which nothing starts again. */
function keepsFlows(economy: Economy): boolean {
  return Math.min(...economyOf(economy).linear.value.flat()) >= 0;
}

test('the linear form does not come back: a quarter on one tariff and off it again leaves a gap', () => {
  holdLaw(shaken.filter(keepsFlows), 40, (economy) => {
    const again = economyOf(back(economy, 'linear')).linear;
    expect(gap(again.value, economy.trade, sum(economy.trade))).toBeGreaterThan(1e-6);
  });
});

test('for small changes the forms agree: half the change has a quarter of the gap', () => {
  holdLaw(shaken, 40, (economy) => {
    const apart = (part: number) => {
      const { linear, exact } = economyOf(smaller(economy, part));
      return {
        price: gap(linear.price, exact.price),
        quantity: gap(linear.quantity, exact.quantity),
        welfare: gap(linear.welfare, exact.welfare, sum(economy.trade)),
      };
    };
    const [whole, half] = [apart(2e-3), apart(1e-3)];
    for (const what of ['price', 'quantity', 'welfare'] as const) {
      expect(whole[what] / half[what]).toBeGreaterThan(3.8);
      expect(whole[what] / half[what]).toBeLessThan(4.2);
    }
  });
});

/** Goes to the tariffs after in steps of the linear form, taking shares anew at each. */
function inSteps(economy: Economy, steps: number): Vector {
  let here: Economy = { ...economy, after: economy.before };
  let price = economy.supply.map(() => 1);
  for (let step = 1; step <= steps; step++) {
    const outcome = economyOf({ ...here, after: onTheWay(economy, step / steps) }).linear;
    price = price.map((level, i) => level * outcome.price[i]!);
    here = settled({ ...here, after: onTheWay(economy, step / steps) }, outcome);
  }
  return price;
}

test('the linear form in many steps, with shares taken anew at each, comes to the exact one as 1/N', () => {
  holdLaw(shaken, 6, (economy) => {
    const { price } = economyOf(economy).exact;
    const gaps = [10, 20, 40].map((steps) => gap(inSteps(economy, steps), price));
    expect(gaps[0]! / gaps[1]!).toBeGreaterThan(1.8);
    expect(gaps[0]! / gaps[1]!).toBeLessThan(2.2);
    expect(gaps[1]! / gaps[2]!).toBeGreaterThan(1.9);
    expect(gaps[1]! / gaps[2]!).toBeLessThan(2.1);
  });
});
