import { beforeAll, describe, expect, test } from 'vitest';
import type { LiveInput, LiveModel, LiveRow, Results } from '../../../engine/index.ts';
import { liveResults } from '../../support/live-study.ts';

let results: Results;
let live: LiveModel;
beforeAll(async () => {
  results = await liveResults();
  live = results.live!;
});

function slotOf(key: string, element = ''): number {
  return live.rows.findIndex((row) => row.key === key && row.element === element);
}

function rowOf(key: string, element = ''): LiveRow {
  return live.rows[slotOf(key, element)]!;
}

function inputOf(key: string): LiveInput {
  return live.inputs.find(({ slot }) => slot === slotOf(key))!;
}

describe('the live model of a study', () => {
  test('has every run that is compared, and shows the baseline as drawn', () => {
    expect(live.runs).toEqual(
      ['before', 'usual', 'offer'].flatMap((scenario) => [
        { scenario, condition: null },
        { scenario, condition: 'shut' },
      ]),
    );
    expect(live.runs[live.shown]).toEqual({ scenario: 'usual', condition: null });
  });

  test('comes to what the engine computes on the central path', () => {
    for (const { slot, central } of live.measures) {
      const { factor, values } = live.rows[slot]!;
      expect(values[0]! / factor).toBeCloseTo(central[live.shown]!, 11);
    }
    expect(live.rows[live.allSolved!]!.values[0]).toBe(1);
    expect(live.rows[live.allHold!]!.values[0]).toBe(1);
  });

  test('holds the first draws as the runs saw them', () => {
    const demand = live.settings.filter(({ slot }) => slot === slotOf('shop.demand', 'food'));
    expect(demand).toHaveLength(1);
    expect(demand[0]!.draws).toHaveLength(40);
    expect(live.shocks.map(({ slot, central }) => [slot, central])).toEqual([
      [slotOf('shop.luck'), 0],
    ]);
    expect(live.shocks[0]!.draws).toHaveLength(40 * 8);
    expect(new Set(live.shocks[0]!.draws).size).toBe(40 * 8);
  });

  test('holds what scenarios set differently once each', () => {
    const kinds = (key: string) =>
      inputOf(key).choices.map(({ kind, index }) => `${kind} ${index}`);
    expect(new Set(kinds('shop.closes')).size).toBe(2);
    expect(new Set(kinds('shop.cost')).size).toBe(1);
    expect(new Set(kinds('market.slope')).size).toBe(2);
    expect(kinds('shop.push').map((kind) => kind.split(' ')[0])).toEqual([
      'setting',
      'setting',
      'setting',
      'setting',
      'path',
      'path',
    ]);
  });

  test('writes a date that never comes as a number', () => {
    const { index } = inputOf('shop.closes').choices[live.shown]!;
    expect([...live.paths[index]!.values]).toEqual(Array.from({ length: 8 }, () => 1e15));
  });

  test('knows what was before the first step, by a term or by a table', () => {
    expect(live.history).toBe(3);
    expect(rowOf('shop.stock').past).toMatchObject({ lag: 1, starts: { kind: 'term' } });
    expect([...rowOf('shop.remembered').past!.values]).toEqual([0.3e9, 0.3e9, 0.2e9]);
  });

  test('gives one number to what never changes', () => {
    expect(rowOf('shop.cost').varies).toBe(false);
    expect(rowOf('shop.all_sales').varies).toBe(true);
  });

  test('makes two Newton steps more than any central path needed', () => {
    expect(live.systems).toHaveLength(1);
    const [{ unknowns, steps }] = live.systems as [LiveModel['systems'][number]];
    expect(unknowns.map((slot) => live.rows[slot]!.key)).toEqual(['market.other', 'market.price']);
    const rounds = live.rows.flatMap(({ role, round }) => (role === 'solved' ? [round] : []));
    expect(rounds).toEqual([...Array.from({ length: steps! }, (_, round) => round), -1]);
  });

  test('changes no digest', async () => {
    const { live: _, ...others } = results;
    expect(others.provenance.digest).toBe((await liveResults()).provenance.digest);
  });
});

test('holds as many draws as there are, and a hundred at most', async () => {
  const study = {
    'study.yaml': (await import('../../support/live-study.ts')).LIVE_STUDY['study.yaml']!.replace(
      'draws: 40',
      'draws: 120',
    ),
  };
  const many = (await liveResults(study)).live!;
  expect(many.draws).toBe(100);
  expect(live.draws).toBe(40);
});

describe('there is no live model', () => {
  test('of a central path that cannot be computed, though every draw can', async () => {
    const model = {
      'model/extra.yaml': `title: E
assumptions:
  part: { value: 0, uncertainty: { uniform: [0.5, 1] }, unit: "1", source: judgement, why: a guess }
equations:
  share: { unit: "1", formula: 1 / part }
`,
    };
    expect((await liveResults(model)).live).toBeNull();
  });
});
