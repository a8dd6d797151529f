import type { Economy, Matrix, Outcome, Vector } from './economy.ts';

/** Gives a number to each pair of exporter and importer. */
export function pairs(size: number, cell: (exporter: number, importer: number) => number): Matrix {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, v) => cell(i, v)),
  );
}

/** Gives one number to each region. */
export function each(size: number, value: number): Vector {
  return Array.from({ length: size }, () => value);
}

/** Lists what a table has for one importer, exporter by exporter. */
export function columnOf(table: Matrix, importer: number): Vector {
  return table.map((row) => row[importer]!);
}

/** Divides the tariffs after by those before. */
export function ratiosIn({ before, after }: Economy): Matrix {
  return before.map((row, i) => row.map((power, v) => after[i]![v]! / power));
}

/** Multiplies the tariffs after by a factor for each pair. */
export function taxed(economy: Economy, factor: (exporter: number, importer: number) => number) {
  const after = economy.after.map((row, i) => row.map((power, v) => power * factor(i, v)));
  return { ...economy, after };
}

/** Taxes what one region sells to another. */
export function taxedPair(economy: Economy, exporter: number, importer: number, factor: number) {
  return taxed(economy, (i, v) => (i === exporter && v === importer ? factor : 1));
}

/** Gives every region one elasticity of supply. */
export function supplied(economy: Economy, elasticity: number): Economy {
  return { ...economy, supply: each(economy.supply.length, elasticity) };
}

/** Leaves the market of the first region only: it alone buys, from whoever trades with anyone. */
export function oneMarket(economy: Economy): Economy {
  const trade = economy.trade.map((row) => row.map((_, v) => (v === 0 ? Math.max(...row) : 0)));
  return { ...economy, trade };
}

/** Takes the world as a change has left it for the world before the next one. */
export function settled({ after, ...rest }: Economy, { value }: Outcome): Economy {
  return { ...rest, trade: value, before: after, after };
}

/** Renames the regions: place k of the result is what stood at `order[k]`. */
export function relabelled(economy: Economy, order: Vector): Economy {
  return {
    trade: permuted(economy.trade, order),
    before: permuted(economy.before, order),
    after: permuted(economy.after, order),
    demand: picked(economy.demand, order),
    supply: picked(economy.supply, order),
    substitution: picked(economy.substitution, order),
  };
}

/** Renames the regions in a list of numbers. */
export function picked(values: Vector, order: Vector): Vector {
  return order.map((at) => values[at]!);
}

/** Renames the regions in a table of pairs. */
export function permuted(table: Matrix, order: Vector): Matrix {
  return order.map((i) => order.map((v) => table[i]![v]!));
}

/** Cuts the last region into two of the same kind, which also sell to each other; `part` is the first one's size. */
export function split(economy: Economy, part: number): Economy {
  const last = economy.trade.length - 1;
  const sizes = [...each(last, 1), part, 1 - part];
  const owner = (at: number) => Math.min(at, last);
  const spread = (table: Matrix) => pairs(last + 2, (i, v) => table[owner(i)]![owner(v)]!);
  const twice = (values: Vector) => sizes.map((_, at) => values[owner(at)]!);
  const whole = spread(economy.trade);
  return {
    trade: pairs(last + 2, (i, v) => whole[i]![v]! * sizes[i]! * sizes[v]!),
    before: spread(economy.before),
    after: spread(economy.after),
    demand: twice(economy.demand),
    supply: twice(economy.supply),
    substitution: twice(economy.substitution),
  };
}
