import type {
  AssumptionDescription,
  EquationDescription,
  LeverDescription,
  SourceDescription,
  ValidationDescription,
} from '../../engine/index.ts';

/** Describes levers: one that differs, one whose schedule differs, one that is the same everywhere. */
export function leversOf(copy: number, scenarios: number): LeverDescription[] {
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

/** Describes assumptions: certain and uncertain, sourced and judged, of one element and of none. */
export function assumptionsOf(copy: number): AssumptionDescription[] {
  const ending = copy === 0 ? '' : `_${copy}`;
  const certain = { element: '', distribution: null, p5: null, p95: null, why: '', overrides: [] };
  return [
    {
      ...certain,
      module: 'lng',
      name: `henry_hub${ending}`,
      about: 'Price of gas at Henry Hub',
      unit: 'USD/MMBtu',
      central: 4.062,
      distribution: { text: 'lognormal, 5% at 3 and 95% at 5.5', values: {} },
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
      distribution: { text: 'triangular from 3 over 5.6 to 8', values: {} },
      p5: 3.81,
      p95: 7.23,
      source: 'gtap-9',
    },
    {
      ...certain,
      module: 'trade',
      name: `elasticity${ending}`,
      element: '[steel]',
      about: 'Long-run response of exports to the tariff',
      unit: '1',
      central: 4,
      distribution: { text: 'lognormal, 5% at 2 and 95% at 7', values: {} },
      p5: 2,
      p95: 7,
      source: 'judgement',
      why: 'Nobody printed one; steel is more alike than cars.',
    },
    {
      ...certain,
      module: 'negotiation',
      name: `ceiling${ending}`,
      about: 'Hazard of a deal, at most',
      unit: '1/month',
      central: 0.25,
      distribution: { text: 'lognormal, 5% at 0.1 and 95% at 0.5', values: {} },
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
      distribution: { text: 'uniform from 0.5 to 2', values: {} },
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

/** Describes equations: plain, a stock, and one over sets on several lines. */
export function equationsOf(copy: number): EquationDescription[] {
  const ending = copy === 0 ? '' : `_${copy}`;
  const plain = { over: '', starts: '', guess: '', about: '' };
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

/** Sources with and without an address, in two scripts. */
export const SOURCES: readonly SourceDescription[] = [
  {
    id: 'eia-steo-2025-03',
    title: 'Short-Term Energy Outlook, March 2025',
    publisher: 'US Energy Information Administration',
    date: '2025-03-06',
    address: 'https://www.eia.gov/outlooks/steo/',
    note: '',
    whyLater: '',
    uses: 1,
    estimates: 0,
  },
  {
    id: 'reuters-2024',
    title: 'LNG conversion factors',
    publisher: 'Reuters',
    date: '2024',
    address: '',
    note: 'Average of the year.',
    whyLater: '',
    uses: 1,
    estimates: 0,
  },
  {
    id: 'gtap-9',
    title: 'GTAP 9 Data Base documentation',
    publisher: 'Purdue University',
    date: '2016-05',
    address: 'https://example.org/gtap?a=1&b=2',
    note: '',
    whyLater: '',
    uses: 1,
    estimates: 4,
  },
  {
    id: 'sma-12',
    title: '제12차 방위비분담특별협정',
    publisher: '외교부',
    date: '2024-11-04',
    address: 'http://example.org/sma',
    note: '',
    whyLater: '',
    uses: 1,
    estimates: 0,
  },
];

/** Published estimates: one number and a range, inside and outside, used in calibration, and not run. */
export const VALIDATIONS: readonly ValidationDescription[] = [
  {
    ...{ name: 'ibk_cars', title: '25% on cars, car exports to the US in the first year' },
    ...{ by: 'IBK, February 2025', source: 'gtap-9', scenario: 'cars-25', unit: '%' },
    ...{ against: 'before-tariffs', compare: 'relative', usedInCalibration: false },
    formula: 'average(trade.exports[cars] * until(date(2026, 4))) / average(until(date(2026, 4)))',
    published: { low: -18.6, high: -18.6 },
    why: 'The bank holds makers\u2019 prices; half of the draws let them give way.',
  },
  {
    ...{ name: 'kiep_gdp', title: '10% to 20% on all goods, output' },
    ...{ by: 'KIEP, October 2024', source: 'gtap-9', scenario: 'no-offer', unit: 'pp' },
    ...{ against: 'before-tariffs', compare: 'difference', usedInCalibration: false },
    formula: 'average(economy.gdp_gap)',
    published: { low: -0.67, high: -0.29 },
    why: 'Nothing here leaves the country for good.',
  },
  {
    ...{ name: 'ubs_rate', title: 'Effective rate on Korean goods' },
    ...{ by: 'UBS, 8 April 2025', source: 'gtap-9', scenario: 'no-offer', unit: '%' },
    ...{ against: '', compare: 'level', usedInCalibration: true },
    formula: 'at(tariffs.effective, date(2025, 5))',
    published: { low: 22.3, high: 22.3 },
    why: 'Set by the same schedule.',
  },
  {
    ...{ name: 'kita_all', title: '10% on all goods, exports to the US' },
    ...{ by: 'KITA, February 2025', source: 'gtap-9', scenario: 'all-10', unit: '%' },
    ...{ against: 'before-tariffs', compare: 'relative', usedInCalibration: false },
    formula: 'average(trade.exports_all)',
    published: { low: -7.9, high: -7.9 },
    why: 'Its scenario is left out here.',
  },
];
