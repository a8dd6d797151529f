import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { runStudy } from '../../engine/run.ts';
import { type CentralPath, centralPath } from '../support/central-path.ts';
import { filesFor, GSIM, type Market } from '../support/market.ts';
import { filesOf } from '../support/small-study.ts';

type Row = readonly number[];

/** What comes of a market, in either form. */
class Outcome {
  readonly #path: CentralPath;
  readonly #size: number;
  constructor(market: Market) {
    this.#path = centralPath(filesFor(market), 'changed');
    this.#size = market.trade.length;
  }

  list(key: string): Row {
    return Array.from({ length: this.#size }, (_, i) => this.#path(key, `r${i}`)[0]!);
  }

  matrix(key: string): readonly Row[] {
    return Array.from({ length: this.#size }, (_, i) =>
      Array.from({ length: this.#size }, (__, v) => this.#path(key, `r${i},r${v}`)[0]!),
    );
  }
}

const size = fc.integer({ min: 2, max: 4 });

function matrixOf(n: number, cell: fc.Arbitrary<number>): fc.Arbitrary<number[][]> {
  return fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
}

function listOf(n: number, item: fc.Arbitrary<number>): fc.Arbitrary<number[]> {
  return fc.array(item, { minLength: n, maxLength: n });
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const market: fc.Arbitrary<Market> = size.chain((n) =>
  fc.record({
    trade: matrixOf(n, between(1, 500)),
    before: matrixOf(n, between(1, 1.5)),
    after: matrixOf(n, between(1, 1.5)),
    demand: listOf(n, between(-2, -0.3)),
    supply: listOf(n, between(0.3, 5)),
    substitution: listOf(n, between(1.5, 8)),
  }),
);

/** Few, for each one reads, links and solves a study of its own. */
const FEW = { numRuns: 12 };

function laws(name: string, law: (one: Market) => void): void {
  it(name, () => fc.assert(fc.property(market, law), FEW));
}

function near(value: number, due: number, within: number): void {
  expect(Math.abs(value - due)).toBeLessThanOrEqual(within * Math.max(1, Math.abs(due)));
}

function allNear(values: Row, due: Row, within: number): void {
  for (const [i, value] of values.entries()) near(value, due[i]!, within);
}

describe('a market that is solved', () => {
  laws('moves not at all where no tariff does', (one) => {
    const { list, matrix } = bound(new Outcome({ ...one, after: one.before }));
    expect(new Set(list('exact.log_price').map(Math.abs))).toEqual(new Set([0]));
    expect(new Set(list('linear.price').map(Math.abs))).toEqual(new Set([0]));
    expect(new Set(matrix('exact.quantity').flat())).toEqual(new Set([1]));
    expect(new Set(list('exact.welfare').map(Math.abs))).toEqual(new Set([0]));
  });

  laws('has ratios that do not depend on the unit of trade, and welfare in proportion', (one) => {
    const scaled = { ...one, trade: one.trade.map((row) => row.map((x) => 1000 * x)) };
    const [small, large] = [new Outcome(one), new Outcome(scaled)];
    for (const key of ['exact.price', 'linear.price']) {
      allNear(large.list(key), small.list(key), 1e-12);
    }
    for (const key of ['exact.producer_surplus', 'linear.producer_surplus']) {
      const due = small.list(key).map((surplus) => 1000 * surplus);
      allNear(large.list(key), due, 1e-9);
    }
  });

  laws('is the same whatever the order of its regions', (one) => {
    const turn = <T>(list: readonly T[]) => [...list.slice(1), list[0]!];
    const both = (rows: readonly Row[]) => turn(rows.map(turn));
    const turned = {
      trade: both(one.trade),
      before: both(one.before),
      after: both(one.after),
      demand: turn(one.demand),
      supply: turn(one.supply),
      substitution: turn(one.substitution),
    };
    const due = turn(new Outcome(one).list('exact.price'));
    allNear(new Outcome(turned).list('exact.price'), due, 1e-10);
  });

  laws('goes back to where it was when a tariff does', (one) => {
    const there = bound(new Outcome(one));
    const prices = there.list('exact.price');
    // Trade after the change is the trade before the way back.
    const back = new Outcome({
      ...one,
      trade: there.matrix('exact.value'),
      before: one.after,
      after: one.before,
    });
    const due = prices.map((price) => 1 / price);
    allNear(back.list('exact.price'), due, 1e-9);
  });

  laws('is nearly linear for small changes: half the change, a quarter of the gap', (one) => {
    const gap = (part: number) => {
      const after = one.after.map((row, i) =>
        row.map((power, v) => {
          const before = one.before[i]![v]!;
          return before + part * (power - before);
        }),
      );
      const { list } = bound(new Outcome({ ...one, after }));
      const [exact, linear] = [list('exact.price'), list('linear.price')];
      return Math.max(...exact.map((x, i) => Math.abs(x - 1 - linear[i]!)));
    };
    const [whole, half] = [gap(0.02), gap(0.01)];
    fc.pre(whole > 1e-7);
    expect(whole / half).toBeGreaterThan(3.5);
    expect(whole / half).toBeLessThan(4.5);
  });

  laws('shields nobody: a tariff lowers the price and the sales of who pays it', (one) => {
    const after = one.before.map((row, i) =>
      row.map((power, v) => (i === 0 && v === 1 ? power + 0.3 : power)),
    );
    const substitution = one.substitution.map((x, v) => Math.max(x, 0.1 - one.demand[v]!));
    const { list, matrix } = bound(new Outcome({ ...one, after, substitution }));
    expect(list('exact.price')[0]).toBeLessThanOrEqual(1 + 1e-12);
    const quantities = matrix('exact.quantity');
    expect(quantities[0]![1]).toBeLessThan(1);
    for (const row of quantities.slice(1)) expect(row[1]).toBeGreaterThan(1 - 1e-12);
  });

  laws('passes a tariff on in full where supply is without limit', (one) => {
    const supply = one.supply.map(() => 1e9);
    const { list } = bound(new Outcome({ ...one, supply }));
    for (const price of list('exact.price')) near(price, 1, 1e-7);
    for (const price of list('linear.price')) near(price, 0, 1e-7);
  });

  laws('has no cross effects where substitution equals demand', (one) => {
    const substitution = one.demand.map((x) => -x);
    const { matrix, list } = bound(new Outcome({ ...one, substitution }));
    const prices = list('exact.price');
    const quantities = matrix('exact.quantity');
    for (const [i, row] of quantities.entries()) {
      for (const [v, quantity] of row.entries()) {
        const paid = (prices[i]! * one.after[i]![v]!) / one.before[i]![v]!;
        near(Math.log(quantity), one.demand[v]! * Math.log(paid), 1e-9);
      }
    }
  });

  laws('keeps spending shares where substitution is one', (one) => {
    const substitution = one.demand.map(() => 1);
    const { matrix } = bound(new Outcome({ ...one, substitution }));
    const [values, quantities] = [matrix('exact.delivered'), matrix('exact.quantity')];
    const paid = values.map((row, i) => row.map((x, v) => x * quantities[i]![v]!));
    for (const [v, first] of paid[0]!.entries()) {
      for (const row of paid) near(row[v]!, first, 1e-9);
    }
  });
});

/** Takes the methods of an outcome as functions. */
function bound(outcome: Outcome) {
  return {
    list: (key: string) => outcome.list(key),
    matrix: (key: string) => outcome.matrix(key),
  };
}

describe('another matrix of trade', () => {
  const trade = `exporter,importer,value,power_before
Korea,Korea,40,1
Korea,US,36,1
Korea,Rest,32.5,1.1
US,US,330,1
US,Korea,1.5,1
US,Rest,47,1.1
Rest,Rest,1800,1
Rest,US,170,1.025
`;
  const study = GSIM['study.yaml']!.replace(
    /scenarios: \[.*\]/,
    'scenarios: [benchmark, us-surcharge]',
  );
  const surcharge = `title: US surcharge
market: { added: { Korea: { US: 25% }, Rest: { US: 25% } } }
assumptions: { market.demand_elasticity: -1 }
`;
  const kept = Object.entries(GSIM).filter(
    ([file]) => file.includes('/') || ['sources.yaml', 'benchmark.yaml'].includes(file),
  );
  const files = {
    ...Object.fromEntries(kept),
    'study.yaml': study,
    'us-surcharge.yaml': surcharge,
    'model/trade.csv': trade,
  };

  it('is a model, with the measures of its own regions and the cases of others', async () => {
    const checked = checkStudy(filesOf(files));
    expect(checked.problems).toEqual([]);
    const results = await runStudy(checked, { name: 'cars', engineVersion: 'test', workers: 0 });
    const medianOf = (measure: string) =>
      results.comparisons.find((row) => row.scenario === 'us-surcharge' && row.measure === measure)!
        .againstReference!.median.value;
    expect(medianOf('price_exact_Korea')).toBeLessThan(0);
    expect(medianOf('output_exact_US')).toBeGreaterThan(0);
    expect(medianOf('overshoot_largest')).toBeGreaterThan(0);
  });

  it('may leave out pairs that do not trade, and is told of regions that it does not know', () => {
    const wrong = { ...files, 'us-surcharge.yaml': surcharge.replaceAll('Korea', 'Corea') };
    expect(checkStudy(filesOf(wrong)).problems).toMatchObject([
      { code: 'unknown-element', message: 'region has no element "Corea"' },
    ]);
  });
});
