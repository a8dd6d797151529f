import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/index.ts';
import { LIVE_STUDY, liveResults } from '../../support/live-study.ts';
import {
  assume,
  runExample,
  type Shown,
  type TryOut,
  tryOut,
} from '../../support/live-workbook.ts';

const SLOW = 600_000;
const DRAWS = 40;

/** Numbers agree within this share, or this share of the largest number of the measure: what rounding leaves of zero. */
const SHARE = 1e-9;
const FLOOR = 1e-12;

function unitOf({ study }: Results, assumption: string): string {
  const found = study.assumptions.find(
    ({ module, name, element }) => `${module}.${name}${element}` === assumption,
  );
  return found!.unit;
}

/** What the engine makes of a scenario on the central path (draw 0) or in a draw. */
function engineNumbers(results: Results, { scenario, condition, draw }: TryOut): readonly number[] {
  const isIt = (one: { readonly scenario: string; readonly condition: string | null }) =>
    one.scenario === scenario && one.condition === (condition ?? null);
  const run = results.live!.runs.findIndex(isIt);
  if (draw === 0) return results.live!.measures.map(({ central }) => central[run]!);
  return results.runs.find(isIt)!.outcomes.map((column) => column[draw - 1]!);
}

function differences(
  shown: Shown,
  wanted: readonly number[],
  { live }: Results,
): readonly string[] {
  return [...shown.measures].flatMap(([name, { value }], at) => {
    const largest = Math.max(...live!.measures[at]!.central.map(Math.abs));
    const allowed = Math.max(SHARE * Math.abs(wanted[at]!), FLOOR * largest);
    const isSame = typeof value === 'number' && Math.abs(value - wanted[at]!) <= allowed;
    return isSame ? [] : [`${name}: ${JSON.stringify(value)} and ${wanted[at]}`];
  });
}

/** Changes assumptions in the workbook of one run, and in the files of another, and sets both side by side. */
async function changed(name: string, what: TryOut) {
  const scenarios = [what.scenario];
  const before = await runExample(name, scenarios, DRAWS);
  const typed = what.typed.map((one) => ({ ...one, unit: unitOf(before, one.assumption) }));
  const after = await runExample(name, scenarios, DRAWS, (files) =>
    assume(files, what.scenario, typed),
  );
  return { before, after, shown: await tryOut(before, what) };
}

const CASES: readonly (readonly [study: string, what: TryOut])[] = [
  [
    'korea-us-2025',
    {
      scenario: 'no-offer',
      draw: 0,
      typed: [
        { assumption: 'market.substitution[cars]', value: 4.25 },
        { assumption: 'market.supply[chips]', value: 2.5 },
      ],
    },
  ],
  [
    'korea-us-2025',
    {
      scenario: 'lng-offer',
      draw: 7,
      typed: [
        { assumption: 'lng.henry_hub', value: 5.5 },
        { assumption: 'market.demand[steel]', value: 0.8 },
        { assumption: 'economy.discount_rate', value: 4 },
      ],
    },
  ],
  [
    'gsim',
    {
      scenario: 'us-surcharge',
      draw: 0,
      typed: [{ assumption: 'market.substitution[US]', value: 6.5 }],
    },
  ],
  [
    'armington-ge',
    {
      scenario: 'liberation-day',
      draw: 0,
      typed: [
        { assumption: 'economy.trade_elasticity', value: 5 },
        { assumption: 'economy.labour_elasticity', value: 0.25 },
      ],
    },
  ],
  [
    'ustr-formula',
    {
      scenario: 'trade-of-2024',
      draw: 3,
      typed: [{ assumption: 'tariff.pass_through', value: 0.5 }],
    },
  ],
  [
    'first-steps',
    { scenario: 'tariff', draw: 2, typed: [{ assumption: 'market.elasticity', value: 2.5 }] },
  ],
];

describe('an assumption changed in the live model', () => {
  test.each(CASES)(
    '%s: %j: comes to what a run with that value does',
    async (name, what) => {
      const { before, after, shown } = await changed(name, what);
      const wanted = engineNumbers(after, what);
      expect(differences(shown, wanted, after)).toEqual([]);
      const unchanged = engineNumbers(before, what);
      const moved = wanted.flatMap((value, at) => (value === unchanged[at] ? [] : [at]));
      expect(moved.length).toBeGreaterThan(0);
      const verdicts = [...shown.measures.values()].map(({ verdict }) => verdict);
      for (const [at, verdict] of verdicts.entries()) {
        expect(verdict).toBe(moved.includes(at) ? 'changed by you' : 'OK');
      }
    },
    SLOW,
  );
});

/** The files of the small study with assumptions set in a scenario. */
function assuming(scenario: string, lines: readonly string[]) {
  const file = `${scenario}.yaml`;
  const [before = '', after = ''] = LIVE_STUDY[file]!.split('assumptions:\n');
  return { [file]: `${before}assumptions:\n${after}${lines.join('\n')}\n` };
}

describe('the live model of a study that has everything', () => {
  test.each<TryOut>([
    { scenario: 'usual', draw: 40, typed: [] },
    { scenario: 'offer', draw: 0, typed: [] },
    { scenario: 'offer', draw: 17, typed: [] },
    { scenario: 'before', condition: 'shut', draw: 3, typed: [] },
    { scenario: 'offer', condition: 'shut', draw: 1, typed: [] },
  ])(
    'comes to what the engine computed: %j',
    async (what) => {
      const results = await liveResults();
      const shown = await tryOut(results, what);
      expect(differences(shown, engineNumbers(results, what), results)).toEqual([]);
      expect([...shown.measures.values()].every(({ verdict }) => verdict === 'OK')).toBe(true);
      expect([shown.solved, shown.holds]).toEqual(['OK', 'OK']);
    },
    SLOW,
  );

  test(
    'takes a value for one that a scenario changed, and leaves a schedule alone',
    async () => {
      const what = {
        ...{ scenario: 'offer', draw: 5 },
        typed: [
          { assumption: 'shop.demand[food]', value: 2.5 },
          { assumption: 'shop.cost', value: 3 },
          { assumption: 'shop.push', value: 9 },
        ],
      };
      const shown = await tryOut(await liveResults(), what);
      const lines = ['  shop.demand: { food: 2.5 bn USD/year }', '  shop.cost: 3 bn USD/year'];
      const after = await liveResults(assuming('offer', lines));
      expect(differences(shown, engineNumbers(after, what), after)).toEqual([]);
    },
    SLOW,
  );

  test(
    'takes a value for an uncertain lever',
    async () => {
      const what = {
        scenario: 'usual',
        draw: 2,
        typed: [{ assumption: 'shop.push', value: 1.25 }],
      };
      const shown = await tryOut(await liveResults(), what);
      const after = await liveResults({ 'usual.yaml': 'title: As usual\nshop: { push: 1.25 }\n' });
      expect(differences(shown, engineNumbers(after, what), after)).toEqual([]);
    },
    SLOW,
  );
});

/** Full Newton steps leave the numbers of which there is a logarithm. */
const FAR = {
  'model/market.yaml': LIVE_STUDY['model/market.yaml']!.replace(
    'price ^ slope - (1 + shop.duty) / (1 + 0.1 * other)',
    'slope * log(price) - log((1 + shop.duty) / (1 + 0.1 * other))',
  ).replace('guess: 1,', 'guess: 20,'),
};

describe('where the search cannot be written as rows', () => {
  test(
    "the engine's values of the central path stand there, and solve each scenario",
    async () => {
      const results = await liveResults(FAR);
      expect(results.live!.systems.map(({ steps }) => steps)).toEqual([null]);
      const what = { scenario: 'offer', draw: 0, typed: [] };
      const shown = await tryOut(results, what);
      expect(differences(shown, engineNumbers(results, what), results)).toEqual([]);
      expect(shown.solved).toBe('OK');
    },
    SLOW,
  );

  test(
    'a change is told to leave the equations unsolved',
    async () => {
      const results = await liveResults(FAR);
      const typed = [{ assumption: 'market.slope', value: 1.2 }];
      const shown = await tryOut(results, { scenario: 'usual', draw: 0, typed });
      expect(shown.solved).toBe('NOT SOLVED');
    },
    SLOW,
  );
});
