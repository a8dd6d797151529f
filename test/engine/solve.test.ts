import { expect, test } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import type { ProblemError } from '../../engine/problem.ts';
import { runStudy } from '../../engine/run.ts';
import { edited, filesOf, type Texts } from '../support/small-study.ts';

/** Worker threads run the built engine; `npm test` builds first. */
const BUILT = '../../dist/engine/index.js';
const OPTIONS = { name: 'small', engineVersion: '0', workers: 0 };

/** A shop whose customers and prices settle each other: p^1.5 = demand / (p * asked)^2 in billions. */
function market(guess: string, residual: string): Texts {
  return edited(
    'model/shop.yaml',
    'checks:\n',
    `  asked: { unit: "1", formula: price }
  units: { unit: "1", starts: 1, formula: demand / base }
solve:
  settling:
    unknowns:
      p: { unit: "1", guess: ${guess}, starts: 1, residual: ${residual} }
checks:
`,
  );
}

function withBase(texts: Texts): Texts {
  const shop = texts['model/shop.yaml']!.replace(
    '  enough:',
    '  base: { value: 1 bn USD/year, source: judgement, why: w }\n  enough:',
  );
  const study = texts['study.yaml']!.replace(
    /trajectories:[\s\S]*?\n(?=break_even)/,
    'trajectories:\n  p: { title: P, unit: "1", formula: shop.p }\n',
  ).replace(
    'conditions:',
    '  p_end: { title: P, unit: "1", formula: final(shop.p), better: higher }\nconditions:',
  );
  return { ...texts, 'model/shop.yaml': shop, 'study.yaml': study };
}

const GOOD = withBase(market('1', '"p ^ 1.5 - units * (p * asked) ^ -2"'));

test('each draw is solved, as in closed form', async () => {
  const results = await runStudy(checkStudy(filesOf(GOOD)), OPTIONS);
  const run = results.runs.find((one) => one.scenario === 'usual' && one.condition === null)!;
  const offer = results.runs.find((one) => one.scenario === 'offer' && one.condition === null)!;
  const [prices, halved] = [run.outcomes[2]!, offer.outcomes[2]!];
  // p = (units / asked^2)^(1 / 3.5): asked ends at 2 as usual, at 0.5 with the offer.
  for (const [draw, price] of prices.entries()) {
    expect(halved[draw]! / price).toBeCloseTo(16 ** (1 / 3.5), 9);
  }
});

test('a solution does not depend on workers or on what was solved before', async () => {
  const here = await runStudy(checkStudy(filesOf(GOOD)), OPTIONS);
  const built = (await import(BUILT)) as typeof import('../../engine/index.ts');
  const checked = built.checkStudy(filesOf(GOOD));
  const there = await built.runStudy(checked, { ...OPTIONS, workers: 2 });
  expect(there.provenance.digest).toBe(here.provenance.digest);
});

test('a draw without a solution is a problem that names scenario, month, draw and residual', async () => {
  // A demand below 2 bn USD a year has no price here.
  const bad = withBase(market('1', '"p ^ 2 + 2 - units"'));
  const running = runStudy(checkStudy(filesOf(bad)), OPTIONS);
  const problems = await running.catch((thrown: ProblemError) => thrown.problems);
  expect(problems).toHaveLength(1);
  const [problem] = problems as ProblemError['problems'];
  expect(problem!.code).toBe('no-solution');
  expect(problem!.message).toMatch(
    /^no solution was found for shop\.p in nothing, 2025-04, draw \d+: after \d+ steps of Newton's method its residual is still \S+ of what it adds up$/,
  );
  expect(problem!.position).toMatchObject({ file: 'model/shop.yaml' });
  expect(problem!.hint).toMatch(/^a nearer guess may help.*; it reads shop\.units = \d\.\d+$/);
});
