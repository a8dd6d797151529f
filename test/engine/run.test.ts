import { describe, expect, test } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { ProblemError } from '../../engine/problem.ts';
import { type RunOptions, runPlainly, runStudy, withSettings } from '../../engine/run.ts';
import {
  edited,
  filesOf,
  SMALL_STUDY,
  type Texts,
  VALIDATED_STUDY,
  withTexts,
} from '../support/small-study.ts';

/** Worker threads run the built engine; `npm test` builds first. */
const BUILT = '../../dist/engine/index.js';

const OPTIONS = { name: 'small', engineVersion: '0', workers: 0 };

async function run(texts: Texts, options: Partial<RunOptions> = {}) {
  const checked = checkStudy(filesOf(texts));
  expect(checked.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return runStudy(checked, { ...OPTIONS, ...options });
}

async function problemsOf(texts: Texts) {
  return run(texts).catch((thrown: unknown) => {
    if (thrown instanceof ProblemError) return thrown.problems;
    throw thrown;
  });
}

function outcome(
  results: Awaited<ReturnType<typeof run>>,
  scenario: string,
  condition: string | null = null,
) {
  return results.runs.find((one) => one.scenario === scenario && one.condition === condition)!;
}

test('every scenario runs as drawn, under each condition it leaves alone, and for each selection', async () => {
  const { runs } = await run(SMALL_STUDY);
  expect(runs.map(({ scenario, condition }) => [scenario, condition])).toEqual([
    ['nothing', null],
    ['nothing', 'rich'],
    ['usual', null],
    ['usual', 'rich'],
    ['usual', 'open'],
    ['usual', 'shut'],
    ['offer', null],
    ['offer', 'rich'],
    ['offer', 'open'],
    ['offer', 'shut'],
  ]);
});

test('what held is counted: selections of draws are no simulations, checks and unknowns count by element', async () => {
  const small = await run(SMALL_STUDY);
  expect(small.held).toEqual({ simulations: 7, checks: 1, unknowns: 0 });
  const files = withTexts({
    'model/model.yaml': 'sets: { good: [cars, boats] }\n',
    'model/yard.yaml': `
title: A yard
solve:
  clearing:
    unknowns: { price: { over: good, unit: "1", guess: 1, residual: "price[good] - 2" } }
checks: { sane: "price[good] > 1" }
`,
  });
  expect((await run(files)).held).toEqual({ simulations: 7, checks: 3, unknowns: 2 });
});

test('a plain run has the same outcomes, and nothing that only a workbook needs', async () => {
  const plain = await runPlainly(checkStudy(filesOf(VALIDATED_STUDY)), OPTIONS);
  const { study, runs, validations, provenance } = await run(VALIDATED_STUDY);
  expect(plain).toEqual({ study, runs, validations, provenance });
});

test('the results are the same where one simulation at a time has its paths', async () => {
  const [lean, easy] = [
    await run(VALIDATED_STUDY, { sets: 1 }),
    await run(VALIDATED_STUDY, { sets: 2 }),
  ];
  expect(easy.runs.filter(({ bands }) => bands.length > 0)).toHaveLength(3);
  expect(lean).toEqual(easy);
});

test('the digest is the same for any number of workers', async () => {
  const here = await run(SMALL_STUDY);
  const built = (await import(BUILT)) as typeof import('../../engine/index.ts');
  const checked = built.checkStudy(filesOf(SMALL_STUDY));
  for (const workers of [1, 2, 3]) {
    const { provenance } = await built.runStudy(checked, { ...OPTIONS, workers });
    expect(provenance.digest).toBe(here.provenance.digest);
  }
});

test('a flaw that several workers meet is told as one thread would tell it', async () => {
  const texts = filesOf(edited('model/shop.yaml', 'exp(luck) / price', 'log(luck + 0.25) / price'));
  const here = await runStudy(checkStudy(texts), OPTIONS).catch((thrown: Error) => thrown.message);
  const built = (await import(BUILT)) as typeof import('../../engine/index.ts');
  const there = built.runStudy(built.checkStudy(texts), { ...OPTIONS, workers: 3 });
  await expect(there).rejects.toThrow(String(here));
});

test('another seed gives other results, the same seed the same', async () => {
  const [once, again, other] = await Promise.all([
    run(SMALL_STUDY),
    run(SMALL_STUDY),
    run(edited('study.yaml', 'seed: small', 'seed: other')),
  ]);
  expect(again!.provenance.digest).toBe(once!.provenance.digest);
  expect(other!.provenance.digest).not.toBe(once!.provenance.digest);
});

test('random draws are a prefix of more random draws', async () => {
  const few = await run(edited('study.yaml', 'draws: 600', 'draws: 300'));
  const many = await run(SMALL_STUDY);
  expect(outcome(many, 'offer').outcomes[0]!.slice(0, 300)).toEqual(
    outcome(few, 'offer').outcomes[0],
  );
});

test('an unrelated uncertain assumption leaves every outcome its bits', async () => {
  const more = edited(
    'model/shop.yaml',
    'assumptions:',
    'assumptions:\n  other: { uncertainty: 1 to 2, source: judgement, why: a guess }',
  );
  const [before, after] = [await run(SMALL_STUDY), await run(more)];
  expect(after.runs.map(({ outcomes }) => outcomes)).toEqual(
    before.runs.map(({ outcomes }) => outcomes),
  );
  expect(after.drivers.some(({ uncertainty }) => uncertainty === 'shop.other')).toBe(true);
});

test('a scenario more, or scenarios in another order, change no other scenario', async () => {
  const more = withTexts({
    'study.yaml': SMALL_STUDY['study.yaml']!.replace(
      '[nothing, usual, offer]',
      '[extra, offer, usual, nothing]',
    ),
    'extra.yaml': 'title: Dear\nshop: { price: 3 to 4 }\nassumptions: { shop.fade: 1 to 20% }\n',
  });
  const [before, after] = [await run(SMALL_STUDY), await run(more)];
  for (const scenario of ['nothing', 'usual', 'offer']) {
    expect(outcome(after, scenario).outcomes).toEqual(outcome(before, scenario).outcomes);
  }
});

test('an uncertain lever and an overridden assumption are drawn in their scenario only', async () => {
  const more = withTexts({
    'study.yaml': SMALL_STUDY['study.yaml']!.replace('usual, offer]', 'usual, offer, extra]'),
    'extra.yaml':
      'title: Dear\nshop: { price: 3 to 4 }\nassumptions: { shop.demand: 2 bn USD/year }\n',
  });
  const results = await run(more);
  const sales = outcome(results, 'extra').outcomes[1]!;
  expect(Math.min(...sales)).toBeGreaterThan(0.2);
  expect(new Set(sales).size).toBe(600);
  expect(results.study.assumptions[0]!.overrides).toEqual([
    { scenario: 'extra', text: '2 bn USD/year' },
  ]);
});

test('only what depends on a lever changes with it', async () => {
  const changed = withTexts({
    'offer.yaml': 'title: Half price\nextends: usual\nshop: { price: 0.4 }\n',
  });
  const [before, after] = [await run(SMALL_STUDY), await run(changed)];
  expect(outcome(after, 'usual').outcomes).toEqual(outcome(before, 'usual').outcomes);
  expect(outcome(after, 'offer').outcomes).not.toEqual(outcome(before, 'offer').outcomes);
});

test('a schedule is weighted by days and a closing date ends sales', async () => {
  const texts = withTexts({
    'model/shop.yaml': SMALL_STUDY['model/shop.yaml']!.replace(
      '{ uniform: [1, 3] }',
      '{ uniform: [2, 2] }',
    ).replace('sd: 0.1', 'sd: 0'),
  });
  const { bands } = outcome(await run(texts), 'usual');
  const path = [...bands[0]!.median].map((value) => Number(value.toFixed(10)));
  expect(path.slice(0, 2)).toEqual([2, 2]);
  expect(path[2]).toBeCloseTo(2 / 1.5, 9);
  expect(path.slice(3, 6)).toEqual([1, 1, 1]);
  expect(path.slice(6)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a selection keeps its draws and may be empty', async () => {
  const none = edited('study.yaml', '1.2 * shop.enough', '1000 * shop.enough');
  const { runs, comparisons } = await run(none);
  expect(runs.find(({ condition }) => condition === 'rich')!.drawIndices.length).toBe(0);
  const row = comparisons.find(({ condition }) => condition === 'rich')!;
  expect(row.outcome.count).toBe(0);
  expect(row.outcome.median.value).toBeNull();
});

test('the break-even compares the offer with the baseline where the talks fail', async () => {
  const { breakEvens } = await run(SMALL_STUDY);
  expect(breakEvens.map(({ scenario, measure }) => [scenario, measure])).toEqual([
    ['offer', 'stock'],
  ]);
  expect(breakEvens[0]!.cost.mean.value).toBeLessThan(0);
});

test('a value that is not finite names equation, scenario, month, draw and what it read', async () => {
  const broken = edited('model/shop.yaml', 'exp(luck) / price', 'log(luck + 0.2) / price');
  const [problem] = (await problemsOf(broken)) as readonly {
    code: string;
    message: string;
    hint: string;
  }[];
  expect(problem).toMatchObject({
    code: 'not-finite',
    position: { file: 'model/shop.yaml', line: 13 },
  });
  expect(problem!.message).toMatch(/^shop\.sales is NaN in nothing, 2025-\d\d, draw \d+$/);
  expect(problem!.hint).toContain('shop.luck = -0.');
});

test('a number that is the same for all draws is checked too', async () => {
  const broken = edited(
    'model/shop.yaml',
    'equations:',
    'equations:\n  flat: { unit: "1", formula: 1 / (price - 1) }',
  );
  expect(await problemsOf(broken)).toMatchObject([
    { code: 'not-finite', message: 'shop.flat is Infinity in nothing, 2025-04, draw 1' },
  ]);
});

test('a violated check names itself, month, draw and values', async () => {
  const broken = edited('model/shop.yaml', 'stock >= 0', 'stock < 0.1 * enough');
  const [problem] = (await problemsOf(broken)) as readonly { message: string; hint: string }[];
  expect(problem).toMatchObject({ code: 'check-violated' });
  expect(problem!.message).toMatch(
    /^the check shop\.never_negative fails in usual, 2025-\d\d, draw \d+$/,
  );
  expect(problem!.hint).toContain('shop.stock = ');
});

test('a measure without an answer is a problem', async () => {
  const broken = edited('study.yaml', 'total(shop.sales)', 'irr(shop.sales) * shop.enough');
  expect(await problemsOf(broken)).toMatchObject([
    { code: 'no-root', message: 'sales is NaN in nothing, draw 1' },
  ]);
});

test('a study with errors does not run', async () => {
  const checked = checkStudy(filesOf(edited('study.yaml', 'seed: small', 'sede: small')));
  expect(checked.ready).toBeNull();
  await expect(runStudy(checked, OPTIONS)).rejects.toThrow(ProblemError);
});

test('settings narrow the scenarios and change draws and seed', async () => {
  const { ready } = checkStudy(filesOf(SMALL_STUDY));
  const study = withSettings(ready!.study, { scenarios: ['usual'], draws: 40, seed: 'x' });
  expect(study.scenarios.map(({ name }) => name)).toEqual(['nothing', 'usual']);
  expect([study.draws, study.seed]).toEqual([40, 'x']);
});

test('progress counts simulations', async () => {
  const told: string[] = [];
  const checked = checkStudy(filesOf(SMALL_STUDY));
  await runStudy(checked, { ...OPTIONS, onProgress: (done, all) => told.push(`${done}/${all}`) });
  expect(told).toEqual(['0/7', '1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']);
});

test('the provenance hashes every input but the tests, whatever its line ends', async () => {
  const unix = withTexts({ 'tests/a.yaml': 'tests: []\n' });
  const windows = Object.fromEntries(
    Object.entries(unix).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
  );
  const [a, b] = [await run(unix), await run(windows)];
  expect(b.provenance).toEqual(a.provenance);
  expect(a.provenance.inputs.map(({ path }) => path)).toEqual([
    'model/shop.yaml',
    'nothing.yaml',
    'offer.yaml',
    'study.yaml',
    'usual.yaml',
  ]);
});

describe('validation', () => {
  test('answers draw by draw what the runs themselves say', async () => {
    const { runs, validations } = await run(VALIDATED_STUDY);
    const [stock, sales] = [0, 1].map((measure) => (scenario: string) => {
      return runs.find((one) => one.scenario === scenario && one.condition === null)!.outcomes[
        measure
      ]!;
    });
    const [, half, level] = validations;
    expect(half!.outcomes).toEqual(stock!('offer').map((x, k) => x - stock!('usual')[k]!));
    expect(level!.outcomes).toEqual(sales!('usual'));
  });

  test('runs a scenario that only it asks for, once, and compares it with nothing', async () => {
    const told: string[] = [];
    const checked = checkStudy(filesOf(VALIDATED_STUDY));
    const onProgress = (done: number, all: number) => told.push(`${done}/${all}`);
    const results = await runStudy(checked, { ...OPTIONS, onProgress });
    expect(told.at(-1)).toBe('8/8');
    const { runs, comparisons, drivers, validations, study } = results;
    expect(runs.some(({ scenario }) => scenario === 'dear')).toBe(false);
    expect(comparisons.some(({ scenario }) => scenario === 'dear')).toBe(false);
    expect(drivers.some(({ uncertainty }) => uncertainty === 'shop.fade')).toBe(false);
    expect(study.validationScenarios).toMatchObject([{ name: 'dear', role: 'validation' }]);
    const [dear] = validations;
    expect(new Set(dear!.outcomes).size).toBeGreaterThan(1);
    expect(dear!.outcome!.count).toBe(600);
  });

  test('leaves every other outcome its bits, and is part of the digest', async () => {
    const [before, after] = [await run(SMALL_STUDY), await run(VALIDATED_STUDY)];
    expect(after.runs).toEqual(before.runs);
    expect(after.comparisons).toEqual(before.comparisons);
    expect(after.drivers).toEqual(before.drivers);
    expect(after.provenance.digest).not.toBe(before.provenance.digest);
    const retitled = {
      ...VALIDATED_STUDY,
      'study.yaml': VALIDATED_STUDY['study.yaml']!.replace('Sales at a', 'Sales for a'),
    };
    expect((await run(retitled)).provenance.digest).toBe(after.provenance.digest);
  });

  test('gives each answer its verdict, and counts what was not used in calibration', async () => {
    const { validations } = await run(VALIDATED_STUDY);
    expect(validations.map(({ verdict, counts }) => [verdict, counts])).toEqual([
      ['inside', true],
      ['outside', true],
      ['inside', false],
    ]);
  });

  test('leaves out what a narrowed run has no scenario for, and says so', async () => {
    const checked = checkStudy(filesOf(VALIDATED_STUDY));
    const study = withSettings(checked.ready!.study, { scenarios: ['usual'] });
    const narrowed = { ...checked, ready: { ...checked.ready!, study } };
    const { validations } = await runStudy(narrowed, OPTIONS);
    expect(validations.map(({ verdict }) => verdict)).toEqual(['not run', 'not run', 'inside']);
  });

  test('a relative change of nothing is a problem at its formula', async () => {
    const broken = {
      ...VALIDATED_STUDY,
      'study.yaml': VALIDATED_STUDY['study.yaml']!.replace('against: usual', 'against: nothing'),
    };
    expect(await problemsOf(broken)).toMatchObject([
      {
        code: 'not-finite',
        message: 'dear has no relative change: the formula is 0 in nothing, draw 1',
        position: { file: 'study.yaml', line: 41 },
      },
    ]);
  });
});

test.each([
  ['price > 1', '1 / (price - 1)'],
  ['price > 2', '1 / (fade - fade)'],
  ['demand < 0', 'demand / (demand - demand)'],
])('what a choice leaves unread need not be finite: under %s, %s', async (guard, part) => {
  const texts = (condition: string) => {
    const formula = `"if(luck > -9 and ${condition}, ${part}, 0)"`;
    return edited(
      'model/shop.yaml',
      'equations:',
      `equations:\n  a: { unit: "1", formula: ${formula} }`,
    );
  };
  const { runs } = await run(texts(guard));
  expect(runs).toHaveLength(10);
  expect(await problemsOf(texts('price > 0'))).toMatchObject([{ code: 'not-finite' }]);
});
