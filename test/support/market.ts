import { readStudyFolder } from '../../cli/read-study.ts';
import type { Texts } from './small-study.ts';

/** A market of the gsim study: matrices by exporter and importer, elasticities by region. */
export interface Market {
  readonly trade: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly demand: readonly number[];
  readonly supply: readonly number[];
  readonly substitution: readonly number[];
}

const decoder = new TextDecoder();

/** The files of the gsim study as text. */
export const GSIM: Texts = Object.fromEntries(
  [...readStudyFolder('scenarios/gsim')].map(([file, bytes]) => [file, decoder.decode(bytes)]),
);

/** The files that are needed to run one market: its matrix as CSV, its elasticities in a scenario. */
export function filesFor(market: Market): Texts {
  const names = market.trade.map((_, index) => `r${index}`);
  const cells = market.trade.flatMap((row, i) =>
    row.map((value, v) => `${names[i]},${names[v]},${value},${market.before[i]![v]}`),
  );
  const list = (values: readonly unknown[]) => JSON.stringify(values);
  const kept = Object.entries(GSIM).filter(
    ([file]) => file.startsWith('model/') || file === 'sources.yaml',
  );
  return {
    ...Object.fromEntries(kept),
    'study.yaml': `title: T
question: Q
as_of: 2025-04-09
horizon: { from: 2025-04, years: 1 }
draws: 20
seed: s
sampling: random
reference: changed
baseline: changed
scenarios: [changed]
measures: { w: { title: W, unit: bn USD, formula: total(exact.world_welfare), better: higher } }
`,
    'model/trade.csv': ['exporter,importer,value,power_before', ...cells, ''].join('\n'),
    'changed.yaml': `title: Changed
market: { replaced: yes, power: ${list(market.after)} }
assumptions:
  market.demand_elasticity: ${list(market.demand)}
  market.supply_elasticity: ${list(market.supply)}
  market.substitution: ${list(market.substitution)}
`,
  };
}
