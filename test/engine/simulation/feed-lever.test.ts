import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { runStudy } from '../../../engine/run.ts';
import { inputsOfDraws } from '../../../engine/simulation/inputs-of-draw.ts';
import { interpret } from '../../../engine/simulation/interpret.ts';
import { prepareRun } from '../../../engine/simulation/prepare-run.ts';
import { prepareStudy } from '../../../engine/simulation/prepare-study.ts';
import { openSimulator } from '../../../engine/simulation/simulator.ts';
import { listing, reviewed, reviewStudy, term } from '../../support/review-study.ts';
import { filesOf, type Texts } from '../../support/small-study.ts';

/** Worker threads run the built engine; `npm test` builds first. */
const BUILT = '../../../dist/engine/index.js';

const BACK = 'snap_back: { on: 2025-08-11, to: 25% }';
const SHORT = 'invest.spent < 0.4 * invest.promised';

function checked(texts: Texts) {
  const study = checkStudy(filesOf(texts));
  const others = study.problems.filter(({ code }) => code !== 'unused-scenario');
  expect(others).toEqual([]);
  return study;
}

async function runs(texts: Texts, workers = 0) {
  const results = await runStudy(checked(texts), { name: 'review', engineVersion: '0', workers });
  return (scenario: string, condition: string | null = null) => {
    const run = results.runs.find(
      (one) => one.scenario === scenario && one.condition === condition,
    )!;
    const [last, mean, duty, spent] = run.outcomes;
    return { last: last!, mean: mean!, duty: duty!, spent: spent!, bands: run.bands };
  };
}

const THREE = listing(['plain', 'always', 'review'], {
  'always.yaml': reviewed([term('t', BACK, null)]),
  'review.yaml': reviewed([term('t', BACK, SHORT)]),
});

/** An uncertain lever beside a conditional one: both need draws of their own. */
const DRAWN = {
  'drawn.yaml': 'title: Drawn\ntariffs: { rate: { korea: { uniform: [5%, 30%] } } }\n',
};

test('each draw is the one without the term or the one with it, as its own past decides', async () => {
  const of = await runs(reviewStudy(THREE));
  const [plain, always, review] = [of('plain'), of('always'), of('review')];
  const short = [...plain.spent].map((spent) => spent < 4);
  expect(short.filter((is) => is).length).toBeGreaterThan(100);
  expect(short.filter((is) => !is).length).toBeGreaterThan(100);
  for (const name of ['last', 'mean', 'duty', 'spent'] as const) {
    const due = short.map((is, draw) => (is ? always : plain)[name][draw]);
    expect([...review[name]]).toEqual(due);
  }
  expect(review.bands[0]!.p5.at(-1)).toBeCloseTo(10, 9);
  expect(review.bands[0]!.p95.at(-1)).toBeCloseTo(25, 9);
});

test('other scenarios keep every bit', async () => {
  const { 'study.yaml': _, ...files }: Texts = { ...THREE, ...DRAWN };
  const others = ['plain', 'always', 'drawn'];
  const without = await runs(
    reviewStudy(listing(others, { ...files, 'review.yaml': 'title: Unlisted\n' })),
  );
  const having = await runs(reviewStudy(listing([...others, 'review'], files)));
  for (const scenario of others) {
    expect(having(scenario)).toEqual(without(scenario));
  }
});

test('a condition of the study may impose a term with a condition', async () => {
  const imposed = `tariffs.rate: { korea: { schedule: 10%, terms: { ${term('t', BACK, SHORT)} } } }`;
  const study = listing(['plain', 'review'])['study.yaml']!;
  const of = await runs(
    reviewStudy({
      'study.yaml': `${study}conditions:\n  hard: { impose: { ${imposed} } }\n`,
      'plain.yaml': 'title: Plain\n',
      'review.yaml': reviewed([term('t', BACK, SHORT)]),
    }),
  );
  expect(of('plain', 'hard')).toEqual({ ...of('review'), bands: [] });
});

/** Runs every scenario with kernels and by the interpreter, and lists where paths or answers differ in a bit. */
async function twins(texts: Texts): Promise<readonly string[]> {
  const { study, program } = checked(texts).ready!;
  const { prepared, source, items } = prepareStudy(study, program);
  const simulator = openSimulator(prepared, study.draws, { workers: 0 });
  const found: string[] = [];
  for (const { item, inputs } of items) {
    const random = source.inputsOf(inputs);
    const { results } = await simulator.run(prepareRun(prepared, inputs), random, true);
    const inputsOf = inputsOfDraws({ prepared, inputs, random, draws: study.draws });
    for (let draw = 0; draw < study.draws; draw++) {
      const trace = interpret(program, inputsOf(draw));
      const path = Array.from({ length: study.clock.steps }, (_, t) =>
        trace.valueAt(program.kept[0]!, t),
      );
      path.forEach((value, t) => {
        if (!Object.is(value, results.kept[0]![t * study.draws + draw]))
          found.push(`${item.scenario} ${draw} ${t}`);
      });
      trace.answers.forEach((value, index) => {
        if (!Object.is(value, results.answers[index]![draw]))
          found.push(`${item.scenario} ${draw} #${index}`);
      });
    }
  }
  return found;
}

const month = fc.integer({ min: 5, max: 12 }).map((n) => `2025-${String(n).padStart(2, '0')}`);
const rate = fc.integer({ min: 0, max: 50 }).map((n) => `${n}%`);
const acts = fc.oneof(
  fc.tuple(month, rate).map(([on, to]) => `snap_back: { on: ${on}-16, to: ${to} }`),
  fc.tuple(month, rate).map(([on, to]) => `sunset: { on: ${on}, to: ${to} }`),
  fc.tuple(month, rate).map(([from, at]) => `cap: { from: ${from}, at: ${at} }`),
  fc
    .tuple(month, rate)
    .map(
      ([from, meanwhile]) => `deferral: { from: ${from}, span: 50 days, meanwhile: ${meanwhile} }`,
    ),
);
const conditions = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((n) => `invest.spent < ${n / 20} * invest.promised`),
  fc.integer({ min: 1, max: 20 }).map((n) => `invest.flow > ${n / 10} * invest.pace`),
  fc.integer({ min: 5, max: 30 }).map((n) => `tariffs.rate[korea] <= ${n / 100}`),
  fc.integer({ min: 5, max: 30 }).map((n) => `tariffs.log_price > log(1 + ${n / 100})`),
  fc.integer({ min: 100, max: 120 }).map((n) => `tariffs.price < ${n / 100}`),
  fc.constant('invest.open'),
);
const terms = fc
  .array(fc.tuple(acts, fc.option(conditions)), { maxLength: 4 })
  .map((list) => list.map(([act, when], index) => term(`t${index}`, act, when)));

test('kernel and interpreter agree to the bit on random terms', async () => {
  await fc.assert(
    fc.asyncProperty(terms, terms, terms, async (one, two, japan) => {
      const on = (list: readonly string[], more = '') => `${reviewed(list)}${more}`;
      const onJapan = reviewed(japan).split('rate:\n')[1]!.replace('korea', 'japan');
      const texts = listing(['plain', 'review', 'other', 'drawn'], {
        'study.yaml': listing(['plain', 'review', 'other', 'drawn'])['study.yaml']!.replace(
          'draws: 400',
          'draws: 20',
        ),
        'review.yaml': on(one),
        'other.yaml': on(two, onJapan),
        ...DRAWN,
      });
      expect(await twins(reviewStudy(texts))).toEqual([]);
    }),
    { numRuns: 60, seed: 20250409 },
  );
});

test('the digest is the same on any number of threads', async () => {
  const built = (await import(BUILT)) as typeof import('../../../engine/index.ts');
  const files = filesOf(reviewStudy(THREE));
  const options = { name: 'review', engineVersion: '0' };
  const here = await runStudy(checkStudy(files), { ...options, workers: 0 });
  const there = await built.runStudy(built.checkStudy(files), { ...options, workers: 2 });
  expect(there.provenance.digest).toBe(here.provenance.digest);
});
