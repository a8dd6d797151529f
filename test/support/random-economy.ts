import fc from 'fast-check';
import type { Economy, Matrix, Vector } from './economy.ts';

/** How far the random economies of a law may differ from each other. */
export interface Variety {
  readonly regions?: readonly [least: number, most: number];
  /** Whether tariffs stand before the change, or trade is free. */
  readonly taxed?: boolean;
  /** Whether sources are always better substitutes for each other than for other goods: Es > |Em|. */
  readonly substitutes?: boolean;
}

/** Draws a whole number of parts, so that a counterexample can be read aloud. */
function inParts(parts: number, from: number, to: number): fc.Arbitrary<number> {
  const most = Math.round(to * parts);
  return fc.integer({ min: Math.round(from * parts), max: most }).map((value) => value / parts);
}

function vector(size: number, cell: fc.Arbitrary<number>): fc.Arbitrary<Vector> {
  return fc.array(cell, { minLength: size, maxLength: size });
}

function matrix(size: number, cell: fc.Arbitrary<number>): fc.Arbitrary<Matrix> {
  return fc.array(vector(size, cell), { minLength: size, maxLength: size });
}

/** Draws trade in which some pairs do not trade, but every region sells and buys: at home, or else from all. */
function tradeAmong(size: number): fc.Arbitrary<Matrix> {
  const abroad = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 90 }) },
    fc.constant(0),
  );
  const withHome = fc
    .tuple(matrix(size, abroad), vector(size, fc.integer({ min: 1, max: 300 })))
    .map(([flows, home]) => flows.map((row, i) => row.with(i, home[i]!)));
  const withoutHome = matrix(size, fc.integer({ min: 1, max: 90 })).map((flows) =>
    flows.map((row, i) => row.with(i, 0)),
  );
  return fc.oneof({ weight: 3, arbitrary: withHome }, withoutHome);
}

/** Draws powers of tariffs; what is sold at home pays none. */
export function powers(size: number, highest = 1.6): fc.Arbitrary<Matrix> {
  const abroad = inParts(20, 1, highest);
  return matrix(size, abroad).map((rows) => rows.map((row, i) => row.with(i, 1)));
}

/** Draws an economy in which nothing changes. */
export function economies(variety: Variety = {}): fc.Arbitrary<Economy> {
  const { regions: [min, max] = [2, 6], taxed = true, substitutes = false } = variety;
  return fc.integer({ min, max }).chain((size) => {
    const demand = vector(size, inParts(10, -3, -0.2));
    const substitution = vector(size, inParts(10, substitutes ? 0.1 : 0.4, 8));
    return fc
      .record({
        trade: tradeAmong(size),
        before: taxed ? powers(size) : powers(size, 1),
        demand,
        supply: vector(size, inParts(10, 0.2, 10)),
        substitution,
      })
      .map((economy) => ({
        ...economy,
        after: economy.before,
        substitution: substitutes
          ? economy.substitution.map((value, v) => value - economy.demand[v]!)
          : economy.substitution,
      }));
  });
}

/** Draws an economy in which any tariff may change. */
export function changedEconomies(variety: Variety = {}): fc.Arbitrary<Economy> {
  return economies(variety).chain((economy) =>
    powers(economy.trade.length).map((after) => ({ ...economy, after })),
  );
}
