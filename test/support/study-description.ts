import type {
  AssumptionDescription,
  LeverDescription,
  MeasureDescription,
  ScenarioDescription,
  StudyDescription,
} from '../../engine/index.ts';

/** How large the described study is; the default is small enough for golden texts. */
export interface StudySize {
  readonly scenarios?: number;
  readonly measures?: number;
  readonly trajectories?: number;
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
    title: 'South Korea and the United States, April 2025',
    question:
      'What can Seoul offer for a deferral of the 25% tariff, and what is each offer worth?',
    about:
      'On 9 April 2025 the country rate of 25% came into force. This study sets offers on LNG, ships and defence against what a deferral or a deal is worth.\n\nOne author writes 한국어.',
    asOf: '2025-04-09 18:00 Asia/Seoul',
    steps: stepsOf(size.steps ?? 6),
    stepName: 'month',
    modules: MODULES,
    scenarios: scenarios.map(scenarioOf),
    measures: MEASURES.slice(0, size.measures ?? 3),
    conditions: CONDITIONS,
    trajectories: TRAJECTORIES.slice(0, size.trajectories ?? 2),
    levers: copies.flatMap((copy) => leversOf(copy, scenarios.length)),
    assumptions: copies.flatMap(assumptionsOf),
    shocks: [
      {
        ...{ module: 'negotiation', name: 'die', element: '', about: 'Decides whether talks end' },
        distribution: 'uniform from 0 to 1',
      },
    ],
    equations: copies.flatMap(equationsOf),
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
  return { name, title, unit, better, target, about: '', formula: `average(economy.${name})` };
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

const TRAJECTORIES = [
  { name: 'exports', title: 'Exports to the United States', unit: 'bn USD/year' },
  { name: 'gdp', title: 'GDP against the world before', unit: '%' },
  { name: 'jobs', title: 'Jobs in manufacturing', unit: 'people' },
  { name: 'rate', title: 'Exchange rate', unit: 'KRW/USD' },
  { name: 'duty', title: 'Duties paid', unit: 'bn USD/year' },
  { name: 'cars', title: 'Cars made in Korea', unit: 'vehicles/month' },
];

function leversOf(copy: number, scenarios: number): LeverDescription[] {
  const ending = copy === 0 ? '' : `_${copy}`;
  const same = Array.from({ length: scenarios }, () => '25% from 2025-04-03');
  const differs = same.map((_, index) => index === 2 || index === 3);
  const volumes = differs.map((differ) => (differ ? '7 Mt/year' : '0 Mt/year'));
  const dated = differs.map((differ) =>
    differ
      ? '10% from 2025-04-05, 25% from 2025-04-09; asked: deferral from 2025-05-01 for 120 days at 10% (in force)'
      : '10% from 2025-04-05, 25% from 2025-04-09',
  );
  const none = differs.map(() => false);
  return [
    {
      module: 'lng',
      name: `volume${ending}`,
      element: '',
      unit: 'Mt/year',
      values: volumes,
      differs,
      about: 'Additional long-term offtake offered',
    },
    {
      module: 'tariffs',
      name: `country_rate${ending}`,
      element: '[korea]',
      unit: '%',
      values: dated,
      differs,
      about: 'Announced reciprocal rate',
    },
    {
      module: 'tariffs',
      name: `section_232_rate${ending}`,
      element: '[cars]',
      unit: '%',
      values: same,
      differs: none,
      about: 'Duty under Section 232',
    },
  ];
}

function assumptionsOf(copy: number): AssumptionDescription[] {
  const ending = copy === 0 ? '' : `_${copy}`;
  const certain = { element: '', distribution: '', p5: null, p95: null, why: '', overrides: [] };
  return [
    {
      ...certain,
      module: 'lng',
      name: `henry_hub${ending}`,
      about: 'Price of gas at Henry Hub',
      unit: 'USD/MMBtu',
      central: 4.062,
      distribution: 'lognormal, 5% at 3 and 95% at 5.5',
      p5: 3,
      p95: 5.5,
      source: 'eia-steo-2025-03',
      overrides: [{ scenario: 'package', text: '3 to 7 USD/MMBtu' }],
    },
    {
      ...certain,
      module: 'lng',
      name: `energy_content${ending}`,
      about: '',
      unit: 'MMBtu/t',
      central: 51.9,
      source: 'reuters-2024',
    },
    {
      ...certain,
      module: 'trade',
      name: `elasticity${ending}`,
      element: '[cars]',
      about: 'Long-run response of exports to the tariff',
      unit: '1',
      central: 5.6,
      distribution: 'triangular from 3 over 5.6 to 8',
      p5: 3.81,
      p95: 7.23,
      source: 'gtap-9',
    },
    {
      ...certain,
      module: 'negotiation',
      name: `ceiling${ending}`,
      about: 'Hazard of a deal, at most',
      unit: '1/month',
      central: 0.25,
      distribution: 'lognormal, 5% at 0.1 and 95% at 0.5',
      p5: 0.1,
      p95: 0.5,
      source: 'judgement',
      why: 'No country had a deal on that day; the floor of the order and the announced rate bound what talks could yield.',
    },
    {
      ...certain,
      module: 'negotiation',
      name: `constant_in_baseline${ending}`,
      about: '',
      unit: '1',
      central: 1,
      distribution: 'uniform from 0.5 to 2',
      p5: 0.575,
      p95: 1.925,
      source: 'judgement',
      why: 'Wide on purpose.',
    },
    {
      ...certain,
      module: 'defence',
      name: `agreed_2026${ending}`,
      about: '12th Special Measures Agreement',
      unit: 'bn KRW/year',
      central: 1519.2,
      source: 'sma-12',
    },
  ];
}

function equationsOf(copy: number) {
  const ending = copy === 0 ? '' : `_${copy}`;
  const plain = { over: '', starts: '', about: '' };
  return [
    {
      ...plain,
      module: 'lng',
      name: `delivered${ending}`,
      unit: 'Mt/year',
      formula: 'volume * ramp(first_cargo, 24 months)',
    },
    {
      ...plain,
      module: 'lng',
      name: `contracted${ending}`,
      unit: 'Mt',
      starts: '0 Mt',
      formula: 'previous(contracted) + delivered * step',
      about: 'All cargoes so far',
    },
    {
      ...plain,
      module: 'tariffs',
      name: `applied${ending}`,
      over: 'sector, supplier',
      unit: '%',
      formula:
        'if(supplier == korea,\n   section_232[sector] + covered[sector] * korea_country_rate,\n   announced[sector, supplier])\n',
      about:
        'What customs collects, given what the talks have yielded; only Korea\u2019s talks are modelled',
    },
  ];
}

const SOURCES = [
  {
    id: 'eia-steo-2025-03',
    title: 'Short-Term Energy Outlook, March 2025',
    publisher: 'US Energy Information Administration',
    date: '2025-03-06',
    address: 'https://www.eia.gov/outlooks/steo/',
    note: '',
    uses: 1,
  },
  {
    id: 'reuters-2024',
    title: 'LNG conversion factors',
    publisher: 'Reuters',
    date: '2024',
    address: '',
    note: 'Average of the year.',
    uses: 1,
  },
  {
    id: 'gtap-9',
    title: 'GTAP 9 Data Base documentation',
    publisher: 'Purdue University',
    date: '2016-05',
    address: 'https://example.org/gtap?a=1&b=2',
    note: '',
    uses: 1,
  },
  {
    id: 'sma-12',
    title: '제12차 방위비분담특별협정',
    publisher: '외교부',
    date: '2024-11-04',
    address: 'http://example.org/sma',
    note: '',
    uses: 1,
  },
];
