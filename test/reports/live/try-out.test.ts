import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/index.ts';
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
function engineNumbers(results: Results, { scenario, draw }: TryOut): readonly number[] {
  const isIt = (one: { readonly scenario: string; readonly condition: string | null }) =>
    one.scenario === scenario && one.condition === null;
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
