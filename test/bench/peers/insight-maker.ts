import type { Stocks } from './growth.ts';
import { loadPeer } from './install.ts';
import { peerRow, type Simulate } from './peer-row.ts';

interface Primitive {
  value: number | string;
}

interface Model {
  readonly Stock: (of: object) => Primitive;
  readonly Variable: (of: object) => Primitive;
  readonly Flow: (from: Primitive | null, to: Primitive | null, of: object) => Primitive;
  readonly Link: (from: Primitive, to: Primitive) => void;
  readonly simulate: () => { readonly series: (of: Primitive) => readonly number[] };
}

interface Package {
  readonly Model: new (of: object) => Model;
}

const STOCKS = { Population: 1, Capital: 2, Pollution: 0.5 };
const INPUTS = ['Birth Rate', 'Capital Share', 'Dirtiness', 'Saving'];
const VARIABLES = {
  Output: '[Population] * ([Capital] / [Population]) ^ [Capital Share]',
  Affluence: '[Output] / [Population]',
};
/** Each flow: its stock, whether it fills it, and its rate. */
const FLOWS = {
  Births: ['Population', true, '[Birth Rate] * [Population] / (1 + 0.1 * [Affluence])'],
  Deaths: ['Population', false, '0.02 * [Population] * (1 + 0.1 * [Pollution])'],
  Investment: ['Capital', true, '[Saving] * [Output] / (1 + 0.05 * [Pollution])'],
  Wear: ['Capital', false, '0.05 * [Capital]'],
  Emissions: ['Pollution', true, '[Dirtiness] * [Output]'],
  Decay: ['Pollution', false, '[Pollution] / 20'],
} as const;

/** Links every primitive to what its formula names in brackets. */
function linkAll(model: Model, parts: ReadonlyMap<string, Primitive>): void {
  const formulas = [
    ...Object.entries(VARIABLES),
    ...Object.entries(FLOWS).map(([name, [, , rate]]) => [name, rate] as const),
  ];
  for (const [name, formula] of formulas) {
    for (const [, read] of formula.matchAll(/\[([^\]]+)\]/g)) {
      model.Link(parts.get(read!)!, parts.get(name)!);
    }
  }
}

function build(model: Model): ReadonlyMap<string, Primitive> {
  const parts = new Map<string, Primitive>();
  for (const [name, initial] of Object.entries(STOCKS))
    parts.set(name, model.Stock({ name, initial }));
  for (const name of INPUTS) parts.set(name, model.Variable({ name, value: 0 }));
  for (const [name, value] of Object.entries(VARIABLES))
    parts.set(name, model.Variable({ name, value }));
  for (const [name, [stock, fills, rate]] of Object.entries(FLOWS)) {
    const [from, to] = fills ? [null, parts.get(stock)!] : [parts.get(stock)!, null];
    parts.set(name, model.Flow(from, to, { name, rate, nonNegative: false }));
  }
  linkAll(model, parts);
  return parts;
}

async function open(): Promise<Simulate> {
  const { Model } = await loadPeer<Package>('simulation/src/api/Model.js');
  const model = new Model({ timeLength: 60, timeStep: 1, algorithm: 'Euler' });
  const parts = build(model);
  const stocks = Object.keys(STOCKS).map((name) => parts.get(name)!);
  return (draws) =>
    draws.map((draw) => {
      for (const [at, name] of INPUTS.entries()) parts.get(name)!.value = draw[at]!;
      const results = model.simulate();
      return stocks.map((stock) => results.series(stock).at(-1)!) as readonly number[] as Stocks;
    });
}

/** Insight Maker's engine, the package `simulation`. */
export const INSIGHT_MAKER = peerRow('Insight Maker, `simulation` 9.0.0', 10, open);
