import { expect, test } from 'vitest';
import type { Solved } from '../../../engine/formula/rule.ts';
import { labelOf } from '../../../engine/model/model.ts';
import { runTests } from '../../../engine/model-test/run-tests.ts';
import { compiled, found, seriesOf } from '../../support/formula-study.ts';

/** One market: supply of elasticity 1.5 meets demand of elasticity -2 behind a duty of 25%. */
const ONE = `clearing:
  unknowns:
    price: { unit: "1", guess: 1, residual: supply - demand }
`;
const SIDES = `supply: { unit: bn USD/year, formula: income * price ^ 1.5 }
demand: { unit: bn USD/year, formula: "income * (price * 1.25) ^ -2" }`;

test('one unknown between supply and demand', () => {
  const parts = { solve: ONE, equations: SIDES };
  // ln p = Ed ln(1 + t) / (Ex - Ed)
  const price = Math.exp((-2 * Math.log(1.25)) / 3.5);
  expect(seriesOf(parts, 'price')[0]).toBeCloseTo(price, 12);
  expect(seriesOf(parts, 'supply')[0]).toBeCloseTo(24 * price ** 1.5, 10);
});

/** A shares prices with its neighbours: linear, so known in closed form. */
const LINEAR = `ring:
  unknowns:
    x:
      over: region
      unit: bn USD
      guess: 0
      residual: p[region] * x[region] - (dollars + sum(r in region, if(r == region, 0, x[r])))
`;

test('a linear system is solved as by hand', () => {
  // 2 x = 12 + y, 3 y = 12 + x
  expect(seriesOf({ solve: LINEAR }, 'x', 'north')[0]).toBeCloseTo(48 / 5, 12);
  expect(seriesOf({ solve: LINEAR }, 'x', 'south')[0]).toBeCloseTo(36 / 5, 12);
});

function systemsOf(parts: Parameters<typeof compiled>[0]) {
  const { model } = compiled(parts).program;
  const solved = model.equations.flatMap(({ term }) => (term.kind === 'solved' ? [term] : []));
  const systems = new Set(solved.map(({ system }: Solved) => system));
  return [...systems].map(({ unknowns, values }) => ({
    unknowns: unknowns.map(({ slot }) => labelOf(model.variables[slot]!)),
    between: values.flatMap(({ slot }) => {
      const variable = model.variables[slot];
      return variable === undefined ? [] : [labelOf(variable)];
    }),
  }));
}

test('a system holds the equations between its unknowns and their residuals, and no others', () => {
  const more = `before: { unit: "1", formula: growth }\nafter: { unit: "1", formula: price + before }`;
  expect(systemsOf({ solve: ONE, equations: `${SIDES}\n${more}` })).toEqual([
    { unknowns: ['m.price'], between: ['m.supply', 'm.demand'] },
  ]);
});

test('elements that do not touch each other are solved apart', () => {
  const solve = `roots:
  unknowns:
    y: { over: supplier, unit: "1", guess: 1, residual: "y[supplier] ^ 2 - (1 + rate[supplier])" }`;
  expect(systemsOf({ solve }).map(({ unknowns }) => unknowns)).toEqual([
    ['m.y[korea]'],
    ['m.y[japan]'],
    ['m.y[eu]'],
  ]);
  expect(seriesOf({ solve }, 'y', 'eu')[0]).toBeCloseTo(Math.sqrt(1.4), 12);
});

test('unknowns of several blocks that need each other are solved together', () => {
  const solve = `a_side:\n  unknowns:\n    a: { unit: "1", guess: 1, residual: "a - 2 / b" }
b_side:\n  unknowns:\n    b: { unit: "1", guess: 1, residual: "b ^ 3 - a" }`;
  expect(systemsOf({ solve })).toHaveLength(1);
  expect(seriesOf({ solve }, 'b')[0]).toBeCloseTo(2 ** 0.25, 12);
});

test('unknowns of a system stand in the order of their names, wherever they are written', () => {
  const b = 'b: { unit: "1", guess: 1, residual: "b ^ 3 - sum(r in region, a[r])" }';
  const a = 'a: { over: region, unit: "1", guess: 1, residual: "a[region] - 2 / b" }';
  for (const lines of [
    [a, b],
    [b, a],
  ]) {
    const solve = `both:\n  unknowns:\n    ${lines.join('\n    ')}`;
    expect(systemsOf({ solve }).map(({ unknowns }) => unknowns)).toEqual([
      ['m.a[north]', 'm.a[south]', 'm.b'],
    ]);
  }
});

test('what solves a system at its guess is kept to the bit', () => {
  const solve = `same:\n  unknowns:\n    z: { unit: "1", guess: 0, residual: "0.1 * 3 * exp(z) - 0.3" }`;
  expect(seriesOf({ solve }, 'z')[0]).toBe(0);
});

test('an unknown may be looked back at', () => {
  const solve = `roll:\n  unknowns:\n    y: { unit: "1", guess: 1, starts: 16, residual: "y ^ 2 - previous(y)" }`;
  const [first, second] = seriesOf({ solve }, 'y');
  expect(first).toBeCloseTo(4, 11);
  expect(second).toBeCloseTo(2, 11);
});

test('a far guess is brought in by shorter steps', () => {
  const solve = `far:\n  unknowns:\n    y: { unit: "1", guess: 3, residual: "y / sqrt(1 + y ^ 2) - 0.5" }`;
  expect(seriesOf({ solve }, 'y')[0]).toBeCloseTo(0.5 / Math.sqrt(0.75), 10);
});

test.each([1, 2, 7, 40])('%i unknowns', (count) => {
  const unknowns = Array.from({ length: count }, (_, at) => {
    const next = `u${(at + 1) % count}`;
    return `    u${at}: { unit: "1", guess: 0, residual: "exp(u${at}) + 0.3 * ${next} - ${2 + at / 10}" }`;
  });
  const solve = `ring:\n  unknowns:\n${unknowns.join('\n')}`;
  const values = unknowns.map((_, at) => seriesOf({ solve }, `u${at}`)[0]!);
  for (const [at, value] of values.entries()) {
    expect(Math.exp(value) + 0.3 * values[(at + 1) % count]!).toBeCloseTo(2 + at / 10, 11);
  }
});

const unknown = (rest: string) => `s:\n  unknowns:\n    u: { unit: "1", ${rest} }`;

test.each([
  [
    'a residual that ignores the unknown',
    unknown('guess: 1, residual: growth - 2'),
    'not-solvable at growth - 2',
  ],
  ['a step in the way', unknown('guess: 1, residual: floor(u) - 2'), 'not-solvable at u'],
  ['a guess that reads the unknown', unknown('guess: u, residual: u - 2'), 'not-solvable at u'],
  [
    'sides of different units',
    unknown('guess: 1, residual: income - dollars'),
    'unit-mismatch at income - dollars',
  ],
  ['one side with a unit', unknown('guess: 1, residual: income * u'), 'not-solvable at income * u'],
  ['a guess in another unit', unknown('guess: income, residual: u - 2'), 'unit-mismatch at income'],
  ['no residual', unknown('guess: 1'), 'missing-key at u'],
  ['an unknown name', unknown('guess: 1, residual: u - growht'), 'unknown-name at growht'],
  [
    'a name that an equation has',
    unknown('guess: 1, residual: u - 2').replace('u:', 'sold:'),
    'duplicate-name at sold',
  ],
  [
    'a tolerance that tolerates all',
    `${unknown('guess: 1, residual: u - 2')}\n  tolerance: 0.5`,
    'out-of-bounds at ',
  ],
  ['a block without unknowns', 's: { unknowns: {} }', 'missing-key at s'],
])('refuses %s', (_what, solve, problem) => {
  expect(found({ solve }).map((line) => line.slice(0, problem.length))).toContain(problem);
});

test.each([
  ['a quantity', '5 bn USD/year', 'income - u'],
  ['a formula', 'income / 2', 'income - u'],
])('the guess of an unknown with a unit is %s', (_what, guess, residual) => {
  const solve = `s:\n  unknowns:\n    u: { unit: bn USD/year, guess: ${guess}, residual: ${residual} }`;
  expect(seriesOf({ solve }, 'u')[0]).toBeCloseTo(24, 10);
});

test.each([
  ['what cancels', 'u - u + growth', 'not-solvable at "u - u \\+ growth"'],
  [
    'an equals sign',
    'u = growth',
    'formula-feature at =: .*a residual is one side minus the other',
  ],
  ['a compound unit', '30 Mt/year - u', 'unknown-name at year: .*belongs in an assumption'],
])('a residual with %s is told where it stands', (_what, residual, told) => {
  const solve = unknown(`guess: 1, residual: "${residual}"`);
  expect(found({ solve })[0]).toMatch(new RegExp(`^${told}`));
});

test('two residuals that say the same are told as such', () => {
  const solve = `s:
  unknowns:
    u: { unit: "1", guess: 1, residual: "u + w - 4" }
    w: { unit: "1", guess: 1, residual: "2 * u + 2 * w - 6" }`;
  const tests = '- { name: T, expect: { final(m.u): 1 } }';
  const { study } = compiled({ solve, tests });
  expect(runTests(study)[0]!.problems[0]?.message).toMatch(/no unknown moves it or two residuals/);
});

test('equations that read each other around an unknown are still a cycle', () => {
  const equations = `a: { unit: "1", formula: b + u }\nb: { unit: "1", formula: a }`;
  const solve = unknown('guess: 1, residual: u - a');
  expect(found({ solve, equations })[0]).toMatch(/^cycle at a: .*m\.a -> m\.b -> m\.a/);
});
