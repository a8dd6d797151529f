import type {
  MeasureDescription,
  ScenarioDescription,
  StudyDescription,
  TrajectoryDescription,
} from '../../engine/index.ts';
import { assumptionsOf, equationsOf, leversOf, SOURCES, VALIDATIONS } from './study-inputs.ts';

/** How large the described study is; the default is small enough for golden texts. */
export interface StudySize {
  readonly scenarios?: number;
  readonly measures?: number;
  readonly trajectories?: number;
  readonly conditions?: number;
  readonly steps?: number;
  /** How many times the lists of levers, assumptions and equations are repeated. */
  readonly copies?: number;
}

/** Describes a study in the manner of the Korean one. */
export function aStudy(size: StudySize): StudyDescription {
  const scenarios = SCENARIOS.slice(0, size.scenarios ?? 4);
  const copies = Array.from({ length: size.copies ?? 1 }, (_, index) => index);
  return {
    name: 'korea-us-2025',
    language: 'en',
    translations: new Map(),
    title: 'South Korea and the United States, April 2025',
    question:
      'What can Seoul offer for a deferral of the 25% tariff, and what is each offer worth?',
    about:
      'On 9 April 2025 the country rate of 25% came into force. This study sets offers on LNG, ships and defence against what a deferral or a deal is worth.\n\nOne author writes 한국어.',
    limits: [
      'Chances of a deal rest on judgement.',
      'One supply elasticity holds for all suppliers of a sector.',
    ],
    asOf: '2025-04-09 18:00 Asia/Seoul',
    steps: stepsOf(size.steps ?? 6),
    stepName: 'month',
    modules: MODULES,
    labels: [],
    scenarios: scenarios.map(scenarioOf),
    validationScenarios: [VALIDATION_SCENARIO],
    validations: VALIDATIONS,
    measures: MEASURES.slice(0, size.measures ?? 3),
    conditions: CONDITIONS.slice(0, size.conditions ?? 3),
    headline: MEASURES.slice(0, Math.min(3, size.measures ?? 3)).map(({ name }) => name),
    trajectories: TRAJECTORIES.slice(0, size.trajectories ?? 2),
    levers: copies.flatMap((copy) => leversOf(copy, scenarios.length + 1)),
    assumptions: copies.flatMap(assumptionsOf),
    shocks: [
      {
        ...{ module: 'negotiation', name: 'die', element: '', about: 'Decides whether talks end' },
        distribution: { text: 'uniform from 0 to 1', values: {} },
      },
    ],
    correlations: [
      { one: 'lng.henry_hub', other: 'negotiation.ceiling', rank: -0.3 },
      { one: 'lng.henry_hub', other: 'trade.elasticity[cars]', rank: 0.5 },
    ],
    equations: copies.flatMap(equationsOf),
    checks: [
      { module: 'lng', name: 'ships_only_what_is_sold', formula: 'contracted >= 0' },
      { module: 'negotiation', name: 'chances', formula: 'chance >= 0 and chance <= 1' },
    ],
    tests: 7,
    sources: SOURCES,
    breakEven: { measure: 'gdp', success: 'deal', failure: 'no_deal' },
  };
}

function stepsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const month = 3 + index;
    const year = 2025 + Math.floor(month / 12);
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}

const SCENARIOS: readonly (readonly [string, string, string])[] = [
  ['before-tariffs', 'Before the tariffs', 'Rates of 11 March 2025, throughout.'],
  ['no-offer', 'No offer', 'Tariffs in force, talks go on, nothing new on the table.'],
  [
    'lng-offer',
    'LNG and a deferral',
    'Long-term US LNG on the table, and 120 days at the 10% floor.',
  ],
  ['package', 'The whole package', 'Everything that the single offers hold, together.'],
  ['no-deal', 'No deal', 'Talks fail.'],
  ['deferral', 'Deferral of the country rate', 'A deferral for Korea alone.'],
  ['auto-relief', 'Relief on Section 232 cars and parts', 'A duty-free quota.'],
  ['car-aid', 'Aid to car makers', 'Policy finance of 15 trillion won.'],
  ['shipbuilding-offer', 'Shipbuilding and naval repair', 'Investment in US yards.'],
  ['defence-cost-sharing', 'Defence cost sharing', 'A larger payment for 28,500 troops.'],
  ['retaliation', 'Retaliation alongside China', 'Counter-tariffs and the US answer.'],
];

function scenarioOf(row: readonly [string, string, string], index: number): ScenarioDescription {
  const [name, title, about] = row;
  const role = index === 0 ? 'reference' : index === 1 ? 'baseline' : 'scenario';
  return {
    ...{ name, title, about, role, author: 'Trade desk', file: `${name}.yaml` },
    notModelled: index === 2 ? 'Domestic gas price regulation.' : '',
    extends: index > 1 ? ['no-offer'] : [],
  };
}

const VALIDATION_SCENARIO: ScenarioDescription = {
  ...{ name: 'cars-25', title: '25% on cars alone', about: 'Nothing but Section 232 on cars.' },
  ...{ role: 'validation', author: 'Trade desk', file: 'cars-25.yaml', notModelled: '' },
  extends: ['before-tariffs'],
};

const MODULES = [
  { name: 'tariffs', title: 'US tariffs', about: 'Rates by sector and supplier.' },
  { name: 'lng', title: 'US LNG offers', about: 'What additional US LNG costs Korea.' },
  { name: 'negotiation', title: '', about: '' },
];

function measure(
  name: string,
  title: string,
  unit: string,
  better: MeasureDescription['better'],
  target = '',
): MeasureDescription {
  const formula = `average(economy.${name})`;
  const everywhere = { applies: '', appliesNot: [] };
  const bound = boundOf(target);
  return { name, title, unit, better, target, bound, about: '', formula, ...everywhere };
}

/** Reads a target that is written in the measure's own unit. */
function boundOf(target: string): MeasureDescription['bound'] {
  const [operator, value] = target.split(' ');
  if (value === undefined) return null;
  return { operator: operator as '<=' | '>=', value: Number.parseFloat(value) };
}

const MEASURES: readonly MeasureDescription[] = [
  measure(
    'gdp',
    'Korean GDP against the world before the tariffs, five-year average',
    '%',
    'higher',
    '>= -0.3%',
  ),
  measure('duty', 'Duties paid on Korean goods', 'bn USD', 'lower'),
  measure('rate', 'Exchange rate at the end', 'KRW/USD', 'neither'),
  measure('fiscal', 'Fiscal balance, total', 'trillion KRW', 'higher', '>= 0 trillion KRW'),
  measure('jobs', 'Jobs in manufacturing', 'thousand people', 'higher'),
  measure('exports', 'Exports to the United States', 'bn USD/year', 'higher'),
  measure('surplus_kr', 'Bilateral surplus, Korean basis', 'bn USD/year', 'neither'),
  measure(
    'surplus_us',
    'Bilateral surplus, US Census basis',
    'bn USD/year',
    'lower',
    '<= 50 bn USD/year',
  ),
  measure('cars', 'Cars made in Korea', 'thousand vehicles', 'higher'),
  measure('defence', 'Cost of the US presence', 'trillion KRW', 'lower'),
  measure('lng_cost', 'Cost of LNG over the life of the contract', 'bn USD', 'lower'),
  measure('scoreboard', 'US formula rate', '%', 'lower', '<= 10%'),
];

const CONDITIONS = [
  { name: 'deal', title: 'With a deal', kind: 'impose', text: 'negotiation.deal_on = 2025-07-01' },
  { name: 'no_deal', title: 'Without a deal', kind: 'impose', text: 'negotiation.deal_on = never' },
  { name: 'got_a_deal', title: '', kind: 'when', text: 'final(negotiation.deal) > 0' },
] as const;

const TRAJECTORIES: readonly TrajectoryDescription[] = [
  {
    name: 'exports',
    title: 'Exports to the United States',
    unit: 'bn USD/year',
    formula: 'economy.exports',
  },
  { name: 'gdp', title: 'GDP against the world before', unit: '%', formula: 'economy.gdp' },
  { name: 'jobs', title: 'Jobs in manufacturing', unit: 'people', formula: 'economy.jobs' },
  { name: 'rate', title: 'Exchange rate', unit: 'KRW/USD', formula: 'economy.rate' },
  { name: 'duty', title: 'Duties paid', unit: 'bn USD/year', formula: 'economy.duty' },
  { name: 'cars', title: 'Cars made in Korea', unit: 'vehicles/month', formula: 'economy.cars' },
];
