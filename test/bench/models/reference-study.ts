import type { StudyFiles } from '../../../engine/index.ts';
import { blockName, writeBlock } from './block.ts';
import { DRIVERS } from './drivers.ts';
import { writeMarket } from './market.ts';

/** A reference model: so many blocks, and a market solved, written out or absent. */
export interface ReferenceModel {
  readonly name: string;
  readonly blocks: number;
  readonly market: 'none' | 'solved' | 'rounds';
}

/** The reference models: without a search, with one, and with the same fixed point as ten rounds. */
export const PLAIN: ReferenceModel = { name: 'plain', blocks: 1, market: 'none' };
export const CES: ReferenceModel = { name: 'ces', blocks: 1, market: 'solved' };
export const CES_ROUNDS: ReferenceModel = { name: 'ces-rounds', blocks: 1, market: 'rounds' };

/** Gives the model without a search at another size: 15 equations and 84 for each block. */
export function sized(blocks: number): ReferenceModel {
  return { name: `plain-${15 + 84 * blocks}`, blocks, market: 'none' };
}

const SECTORS = ['cars', 'steel', 'chips', 'food', 'goods'];

/** Lists the eight outputs: of the last block, or of the market where there is one. */
function outputs({ blocks, market }: ReferenceModel): readonly string[] {
  const block = blockName(blocks);
  const ofMarket = ['cars', 'steel', 'chips'].map((sector) => `market.imports[${sector}]`);
  const ofBlock = ['cars', 'steel', 'chips'].map((sector) => `${block}.revenue[${sector}]`);
  return [
    ...['welfare', 'wage', 'competitiveness'].map((name) => `${block}.${name}`),
    ...(market === 'none' ? ofBlock : ofMarket),
    `${block}.capacity[food]`,
    `${block}.labour[goods]`,
  ];
}

function writeStudy(model: ReferenceModel, draws: number): string {
  const named = outputs(model).map((formula, at) => [`output_${at + 1}`, formula] as const);
  const measures = named.map(
    ([name, formula]) =>
      `  ${name}: { title: ${name}, unit: "1", formula: "average(${formula})", better: higher }`,
  );
  const paths = named.map(
    ([name, formula]) => `  ${name}: { title: ${name}, unit: "1", formula: "${formula}" }`,
  );
  return `title: Reference model ${model.name}
question: How fast is it?
as_of: 2025-04-09
horizon: { from: 2025-04, months: 60 }
draws: ${draws}
seed: reference
sampling: random
reference: free-trade
baseline: tariff
scenarios: [free-trade, tariff]
measures:
${measures.join('\n')}
trajectories:
${paths.join('\n')}
`;
}

const FREE_TRADE = 'title: Free trade\n';
const TARIFF = `title: Tariffs
drivers:
  tariff:
    cars: { 2025-07: 0.25, 2027-01: 0.15 }
    steel: { 2025-07: 0.5 }
    all: { 2025-07: 0.1, 2026-04: 0.15 }
  support: { 2026-01: 0.2 }
`;

/** Writes a reference model as the files of a study, the same for the same arguments. */
export function referenceStudy(model: ReferenceModel, draws: number): StudyFiles {
  const blocks = Array.from({ length: model.blocks }, (_, at) => at + 1);
  const texts: Record<string, string> = {
    'study.yaml': writeStudy(model, draws),
    'model/model.yaml': `title: Reference model\nsets:\n  sector: [${SECTORS.join(', ')}]\n  exporter: [korea, japan, eu, us]\n`,
    'model/drivers.yaml': DRIVERS,
    ...Object.fromEntries(
      blocks.map((copy) => [`model/${blockName(copy)}.yaml`, writeBlock(copy)]),
    ),
    ...(model.market === 'none' ? {} : { 'model/market.yaml': writeMarket(model.market) }),
    'free-trade.yaml': FREE_TRADE,
    'tariff.yaml': TARIFF,
  };
  const encoder = new TextEncoder();
  return new Map(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]));
}
