import { join } from 'node:path';
import { readStudyFolder } from '../../cli/read-study.ts';
import { checkStudy } from '../../engine/check.ts';
import { labelOf } from '../../engine/model/model.ts';
import type { Program } from '../../engine/model/program.ts';
import { fromBase, toBase } from '../../engine/quantity/unit.ts';
import { centralInputs } from '../../engine/simulation/inputs.ts';
import { interpret, type Watcher } from '../../engine/simulation/interpret.ts';
import type { Study } from '../../engine/study/study.ts';
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
const MODULES = ['market', 'linear', 'exact', 'overshoot'].map((name) => `model/${name}.yaml`);

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

interface Ready {
  readonly study: Study;
  readonly program: Program;
}

const readyBySize = new Map<number, Ready>();

/** Reads the model of the shipped study on regions r1, r2 ... as a user has it who brings another trade.csv. */
function modelOf(size: number): Ready {
  const known = readyBySize.get(size);
  if (known !== undefined) return known;
  const shipped = readStudyFolder(FOLDER);
  const rows = Array.from({ length: size }, (_, at) => `r${at + 1},r${at + 1},1,1\n`);
  const files = new Map([
    ...[...MODULES, 'model/model.yaml', 'sources.yaml'].map(
      (file) => [file, shipped.get(file)!] as const,
    ),
    ...filesOf({
      'study.yaml': FRAME,
      'economy.yaml': 'title: An economy\n',
      'model/trade.csv': `exporter,importer,value,power_before\n${rows.join('')}`,
    }),
  ]);
  const { ready, problems } = checkStudy(files);
  if (ready === null) throw new Error(problems.map(({ message }) => message).join('; '));
  readyBySize.set(size, ready);
  return ready;
}

/** What each assumption and lever of the market is in an economy, by exporter and importer. */
function givenBy(economy: Economy): ReadonlyMap<string, Vector | Matrix> {
  return new Map<string, Vector | Matrix>([
    ['market.trade', economy.trade],
    ['market.power_before', economy.before],
    ['market.replaced', economy.after.map((row) => row.map(() => 1))],
    ['market.power', economy.after],
    ['market.demand_elasticity', economy.demand],
    ['market.supply_elasticity', economy.supply],
    ['market.substitution', economy.substitution],
  ]);
}

function valuesBySlot({ program: { model } }: Ready, economy: Economy): Map<number, number> {
  const bySlot = new Map<number, number>();
  for (const [key, numbers] of givenBy(economy)) {
    const { firstSlot, extent } = model.symbols.get(key)!;
    const flat = numbers.flat();
    if (flat.length !== extent.elements.length) throw new Error(`${key} is not over the regions`);
    for (const [at, value] of flat.entries()) {
      const { unit } = model.variables[firstSlot + at]!;
      bySlot.set(firstSlot + at, toBase(String(value), unit));
    }
  }
  return bySlot;
}

/** Ends a run at the first value that is not finite, check that fails or system without a solution. */
function strict({ model }: Program): Watcher {
  const refuse = (what: string): never => {
    throw new Error(what);
  };
  return {
    value: (slot, _, value) =>
      Number.isFinite(value) || refuse(`${labelOf(model.variables[slot]!)} is ${value}`),
    check: (index, _, holds) => holds || refuse(`the check ${labelOf(model.checks[index]!)} fails`),
    unsolved: (_, __, { misses }) => refuse(`no solution: ${misses.join(' ')}`),
  };
}

/** Reads a variable by its key, in its own unit: a flat list in the order of its elements. */
type Read = (key: string) => Vector;

function run(economy: Economy): Read {
  const ready = modelOf(economy.trade.length);
  const { program, study } = ready;
  const { model } = program;
  const { levers, assumptions } = study.scenarios[0]!;
  const inputs = centralInputs(model, study.model, { levers, assumptions });
  const given = valuesBySlot(ready, economy);
  const inputAt = (slot: number, step: number) =>
    given.get(slot) ?? inputs.stepped.get(slot)?.[step] ?? inputs.constants.get(slot)!;
  const { valueAt } = interpret(program, inputAt, strict(program));
  return (key) => {
    const { firstSlot, extent } = model.symbols.get(key)!;
    const { unit } = model.variables[firstSlot]!;
    return extent.elements.map((_, at) => fromBase(valueAt(firstSlot + at, 0), unit));
  };
}

function outcomeIn(form: 'linear' | 'exact', read: Read, size: number): Outcome {
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
  const read = run(economy);
  const size = economy.trade.length;
  return {
    linear: outcomeIn('linear', read, size),
    exact: outcomeIn('exact', read, size),
    spendingShare: rowsOf(read('market.spending_share'), size),
    salesShare: rowsOf(read('market.sales_share'), size),
  };
}
