import { describe, expect, test } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { scoreCorrelation } from '../../engine/distribution/gaussian-copula.ts';
import { showDraws } from '../../engine/inspect.ts';
import { runStudy, withSettings } from '../../engine/run.ts';
import { prepareStudy } from '../../engine/simulation/prepare-study.ts';
import { rankColumn, rankCorrelation } from '../../engine/statistics/rank-correlation.ts';
import { filesOf, SMALL_STUDY, type Texts, withTexts } from '../support/small-study.ts';

const OPTIONS = { name: 'small', engineVersion: '0', workers: 0 };

/** Worker threads run the built engine; `npm test` builds first. */
const BUILT = '../../dist/engine/index.js';

const ENTRIES = [
  '[shop.demand, shop.pull, 0.6]',
  '{ among: [shop.luck, shop.weather], rank: -0.4 }',
];

/** The small study with a second uncertainty and more shocks, which all move sales. */
function study(entries: readonly string[], sampling = 'random', draws = 2000): Texts {
  const list = entries.map((entry) => `  - ${entry}\n`).join('');
  return withTexts({
    'study.yaml':
      SMALL_STUDY['study.yaml']!.replace('sampling: random', `sampling: ${sampling}`).replace(
        'draws: 600',
        `draws: ${draws}`,
      ) + (entries.length === 0 ? '' : `correlations:\n${list}`),
    'model/model.yaml': 'sets: { coast: [east, west] }\n',
    'model/shop.yaml': SMALL_STUDY['model/shop.yaml']!.replace(
      '  fade:',
      '  pull: { uncertainty: { triangular: [0.5, 1, 3] }, source: judgement, why: a guess }\n  fade:',
    )
      .replace(
        'equations:',
        '  weather: { over: coast, distribution: { uniform: [0, 1] } }\nequations:',
      )
      .replace('demand * exp(luck)', 'demand * pull * exp(luck + weather[east] - weather[west])'),
  });
}

function prepared(texts: Texts, change: Parameters<typeof withSettings>[1] = {}) {
  const { ready, problems } = checkStudy(filesOf(texts));
  expect(problems).toEqual([]);
  return prepareStudy(withSettings(ready!.study, change), ready!.program);
}

/** The draws of each input of a scenario by name; of a shock, those of one step. */
function drawsOf(ready: ReturnType<typeof prepared>, scenario = 'usual', step = 0) {
  const { prepared: program, source, items, study: settings } = ready;
  const { variables } = program.program.model;
  const { inputs } = items.find(({ item }) => item.scenario === scenario)!;
  const { drawn, shocks } = source.inputsOf(inputs);
  const from = step * settings.draws;
  const label = (slot: number) => `${variables[slot]!.key} ${variables[slot]!.element}`.trim();
  return new Map([
    ...program.drawnSlots.map((slot, index) => [label(slot), drawn[index]!] as const),
    ...program.shockSlots.map(
      (slot, index) => [label(slot), shocks[index]!.subarray(from, from + settings.draws)] as const,
    ),
  ]);
}

function reached(draws: ReadonlyMap<string, Float64Array>, one: string, other: string): number {
  const [a, b] = [draws.get(one)!, draws.get(other)!];
  return rankCorrelation(rankColumn(a, null), rankColumn(b, null)).value!;
}

async function run(texts: Texts) {
  return runStudy(checkStudy(filesOf(texts)), OPTIONS);
}

// Five standard errors of a rank correlation over 2,000 draws, each at most about 1.1 / root n.
const CLOSE = 0.125;

describe.each(['random', 'latin-hypercube'])('with %s draws', (sampling) => {
  const draws = drawsOf(prepared(study(ENTRIES, sampling)));
  const alone = drawsOf(prepared(study([], sampling)));

  test('the values of the model are correlated as asked', () => {
    expect(Math.abs(reached(draws, 'shop.demand', 'shop.pull') - 0.6)).toBeLessThan(CLOSE);
    expect(Math.abs(reached(draws, 'shop.demand', 'shop.luck'))).toBeLessThan(CLOSE);
  });

  test('only what is named changes, and the first of each group does not', () => {
    const changed = [...draws.keys()].filter((name) =>
      draws.get(name)!.some((value, draw) => value !== alone.get(name)![draw]),
    );
    expect(changed).toEqual(['shop.pull', 'shop.weather east', 'shop.weather west']);
  });

  test('results say what was asked and what was reached', async () => {
    const { study: about, reachedCorrelations } = await run(study(ENTRIES, sampling));
    expect(about.correlations).toEqual([
      { one: 'shop.demand', other: 'shop.pull', rank: 0.6 },
      { one: 'shop.luck', other: 'shop.weather[east]', rank: -0.4 },
      { one: 'shop.luck', other: 'shop.weather[west]', rank: -0.4 },
      { one: 'shop.weather[east]', other: 'shop.weather[west]', rank: -0.4 },
    ]);
    for (const [index, { value, error }] of reachedCorrelations.entries()) {
      expect(Math.abs(value! - about.correlations[index]!.rank)).toBeLessThan(CLOSE);
      expect(error!).toBeGreaterThan(0);
      expect(error!).toBeLessThan(0.05);
    }
  });

  test('drivers see what is drawn: an input that moves nothing correlates with what its partner moves', async () => {
    const idle = '  idle: { uncertainty: 1 to 2, source: judgement, why: moves nothing }\n  pull:';
    const [together, apart] = await Promise.all(
      [['[shop.demand, shop.idle, 0.9]'], []].map((entries) => {
        const texts = study(entries, sampling);
        const model = texts['model/shop.yaml']!.replace('  pull:', idle);
        return run({ ...texts, 'model/shop.yaml': model });
      }),
    );
    const strength = ({ drivers }: Awaited<ReturnType<typeof run>>) =>
      drivers.find(
        (one) =>
          one.uncertainty === 'shop.idle' && one.scenario === 'usual' && one.measure === 'sales',
      )!.correlation.value!;
    expect(strength(together!)).toBeGreaterThan(0.4);
    expect(Math.abs(strength(apart!))).toBeLessThan(CLOSE);
  });
});

test('shocks are correlated alike at every step, and steps with each other not at all', () => {
  const ready = prepared(study(ENTRIES));
  const steps = [0, 5, 11].map((step) => drawsOf(ready, 'usual', step));
  for (const draws of steps) {
    expect(Math.abs(reached(draws, 'shop.luck', 'shop.weather east') + 0.4)).toBeLessThan(CLOSE);
  }
  const mixed = new Map([
    ['now', steps[0]!.get('shop.weather west')!],
    ['later', steps[1]!.get('shop.weather west')!],
    ['luck later', steps[1]!.get('shop.luck')!],
  ]);
  expect(Math.abs(reached(mixed, 'now', 'later'))).toBeLessThan(CLOSE);
  expect(Math.abs(reached(mixed, 'now', 'luck later'))).toBeLessThan(CLOSE);
});

test('a scenario with another distribution sees the same uniforms through it', () => {
  const texts = {
    ...study(ENTRIES),
    'offer.yaml':
      'title: Other\nextends: usual\nassumptions: { shop.pull: { normal: { mean: 9, sd: 2 } } }\n',
  };
  const ready = prepared(texts);
  const [usual, offer] = [drawsOf(ready, 'usual'), drawsOf(ready, 'offer')];
  const both = new Map([
    ['usual', usual.get('shop.pull')!],
    ['offer', offer.get('shop.pull')!],
  ]);
  expect(reached(both, 'usual', 'offer')).toBe(1);
  expect(offer.get('shop.demand')).toEqual(usual.get('shop.demand'));
  expect(reached(offer, 'shop.demand', 'shop.pull')).toBe(
    reached(usual, 'shop.demand', 'shop.pull'),
  );
});

test('what is uncertain in one scenario only is correlated there, and no other scenario changes', async () => {
  const offer = 'title: Other\nextends: usual\nassumptions: { shop.fade: 5 to 20% }\n';
  const entries = ['[shop.demand, shop.pull, 0.6]', '[shop.pull, shop.fade, 0.4]'];
  const texts = { ...study(entries), 'offer.yaml': offer };
  const draws = drawsOf(prepared(texts), 'offer');
  expect(Math.abs(reached(draws, 'shop.fade', 'shop.pull') - 0.4)).toBeLessThan(CLOSE);
  const narrowed = prepared(texts, { scenarios: ['usual'] });
  expect(narrowed.items.some(({ item }) => item.scenario === 'offer')).toBe(false);
  expect(drawsOf(narrowed).get('shop.pull')).toEqual(drawsOf(prepared(texts)).get('shop.pull'));
});

// A normal split at its median has with another a rank correlation of root 3 * 2 / pi * asin(r / root 2).
test('what is reached is that of the values, which tie in a choice', async () => {
  const texts = study(ENTRIES, 'latin-hypercube', 10_000);
  const coin =
    'pull: { uncertainty: { choice: [{ value: 1, weight: 1 }, { value: 2, weight: 1 }] }';
  const model = texts['model/shop.yaml']!.replace(/pull: \{ uncertainty: \{.*?\}/, coin);
  const { reachedCorrelations } = await run({ ...texts, 'model/shop.yaml': model });
  const due = ((2 * Math.sqrt(3)) / Math.PI) * Math.asin(scoreCorrelation(0.6) / Math.SQRT2);
  expect(due).toBeCloseTo(0.499, 3);
  expect(Math.abs(reachedCorrelations[0]!.value! - due)).toBeLessThan(0.05);
});

test('inspecting draws shows the correlated ones', () => {
  const { ready } = checkStudy(filesOf(study(ENTRIES)));
  const lines = showDraws(ready!, 'usual', 3).split('\n');
  const pull = lines.find((line) => line.startsWith('shop.pull'))!;
  const drawn = drawsOf(prepared(study(ENTRIES))).get('shop.pull')!;
  for (const [draw, shown] of pull.split(/ +/).slice(1, 4).entries()) {
    expect(Number(shown)).toBeCloseTo(drawn[draw]!, 4);
  }
});

test('random draws are a prefix of more random draws', () => {
  const [few, many] = [500, 2000].map((draws) =>
    drawsOf(prepared(study(ENTRIES, 'random', draws))),
  );
  for (const [name, column] of few!) expect(many!.get(name)!.slice(0, 500)).toEqual(column);
});

test.each(['random', 'latin-hypercube'])(
  '%s: no order of entries, names, keys or files changes a bit',
  async (sampling) => {
    const turned = study(
      ['{ among: [shop.weather, shop.luck], rank: -0.4 }', '[shop.pull, shop.demand, 0.6]'],
      sampling,
      400,
    );
    const [demand = ''] = /.*demand: .*\n/.exec(turned['model/shop.yaml']!) ?? [];
    const model = turned['model/shop.yaml']!.replace(demand, '').replace(
      '  fade:',
      `${demand}  fade:`,
    );
    const files = { ...turned, 'model/shop.yaml': model };
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    const [there, back] = [await run(study(ENTRIES, sampling, 400)), await run(backwards)];
    expect(back.provenance.digest).toBe(there.provenance.digest);
    expect(back.study.correlations).toEqual(there.study.correlations);
    expect(back.reachedCorrelations).toEqual(there.reachedCorrelations);
    expect(back.provenance.digest).not.toBe(
      (await run(study([], sampling, 400))).provenance.digest,
    );
  },
);

test('the digest is the same for any number of workers', async () => {
  const texts = filesOf(study(ENTRIES, 'latin-hypercube', 600));
  const here = await runStudy(checkStudy(texts), OPTIONS);
  const built = (await import(BUILT)) as typeof import('../../engine/index.ts');
  const there = await built.runStudy(built.checkStudy(texts), { ...OPTIONS, workers: 2 });
  expect(there.provenance.digest).toBe(here.provenance.digest);
});
