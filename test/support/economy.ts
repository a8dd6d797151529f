import { join } from 'node:path';
import { readStudyFolder } from '../../cli/read-study.ts';
import { type GivenValues, type OpenModel, openModel, type ReadVariable } from './given-model.ts';
import { filesOf } from './small-study.ts';

/** A number for each region. */
export type Vector = readonly number[];

/** A number for each exporter and, within it, each importer. */
export type Matrix = readonly Vector[];

/** One industry among regions: trade in bn USD a year, powers of tariffs, elasticities by importer or exporter. */
export interface Economy {
  readonly trade: Matrix;
  readonly before: Matrix;
  readonly after: Matrix;
  readonly demand: Vector;
  readonly supply: Vector;
  readonly substitution: Vector;
}

/** What one form of the model says: prices and quantities as ratios to before, money in bn USD a year. */
export interface Outcome {
  readonly price: Vector;
  readonly quantity: Matrix;
  readonly value: Matrix;
  readonly supply: Vector;
  readonly composite: Vector;
  readonly producers: Vector;
  readonly consumers: Vector;
  readonly revenue: Vector;
  readonly welfare: Vector;
  readonly world: number;
}

/** What both forms say of one economy, and the shares that both start from. */
export interface Outcomes {
  readonly linear: Outcome;
  readonly exact: Outcome;
  readonly spendingShare: Matrix;
  readonly salesShare: Matrix;
}

const FOLDER = join(import.meta.dirname, '..', '..', 'scenarios', 'gsim');

/** The modules of the shipped study that speak of regions; its side models stand apart from them. */
const MODULES = ['market', 'linear', 'exact', 'forms'].map((name) => `model/${name}.yaml`);

const FRAME = `
title: An economy
question: Which laws hold?
as_of: 2025-04-09
horizon: { from: 2025-04, years: 1 }
draws: 20
seed: economy
sampling: random
reference: economy
baseline: economy
scenarios: [economy]
measures: { world: { title: World, unit: bn USD, formula: total(exact.world_welfare), better: higher } }
`;

const modelBySize = new Map<number, OpenModel>();

/** Reads the model of the shipped study on regions r1, r2 ... as a user has it who brings another trade.csv. */
function modelOf(size: number): OpenModel {
  const known = modelBySize.get(size);
  if (known !== undefined) return known;
  const shipped = readStudyFolder(FOLDER);
  const kept = [...MODULES, 'model/model.yaml', 'sources.yaml'];
  const rows = Array.from({ length: size }, (_, at) => `r${at + 1},r${at + 1},1,1\n`);
  const own = filesOf({
    'study.yaml': FRAME,
    'economy.yaml': 'title: An economy\n',
    'model/trade.csv': `exporter,importer,value,power_before\n${rows.join('')}`,
  });
  const model = openModel(
    new Map([...kept.map((file) => [file, shipped.get(file)!] as const), ...own]),
  );
  modelBySize.set(size, model);
  return model;
}

function givenBy(economy: Economy): GivenValues {
  return {
    'market.trade': economy.trade.flat(),
    'market.power_before': economy.before.flat(),
    'market.replaced': economy.after.flatMap((row) => row.map(() => 1)),
    'market.power': economy.after.flat(),
    'market.demand_elasticity': economy.demand,
    'market.supply_elasticity': economy.supply,
    'market.substitution': economy.substitution,
  };
}

function outcomeIn(form: 'linear' | 'exact', read: ReadVariable, size: number): Outcome {
  // The linear form speaks of proportional changes, the exact one of ratios.
  const ratios = (name: string) =>
    read(`${form}.${name}`).map((value) => (form === 'linear' ? 1 + value : value));
  return {
    price: ratios('price'),
    quantity: rowsOf(ratios('quantity'), size),
    value: rowsOf(read(`${form}.value`), size),
    supply: ratios('supply'),
    composite: ratios('composite_price'),
    producers: read(`${form}.producer_surplus`),
    consumers: read(`${form}.consumer_surplus`),
    revenue: read(`${form}.revenue`),
    welfare: read(`${form}.welfare`),
    world: read(`${form}.world_welfare`)[0]!,
  };
}

function rowsOf(flat: Vector, size: number): Matrix {
  return Array.from({ length: size }, (_, i) => flat.slice(i * size, (i + 1) * size));
}

/**
 * Runs the model of scenarios/gsim, as it stands on disk, on an economy of any number of regions.
 *
 * Errors: throws where a check of the model fails, a value is not finite or the market has no solution.
 */
export function economyOf(economy: Economy): Outcomes {
  const size = economy.trade.length;
  const read = modelOf(size).run(givenBy(economy));
  return {
    linear: outcomeIn('linear', read, size),
    exact: outcomeIn('exact', read, size),
    spendingShare: rowsOf(read('market.spending_share'), size),
    salesShare: rowsOf(read('market.sales_share'), size),
  };
}
