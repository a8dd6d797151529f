import { expect, test } from 'vitest';
import { labelOf } from '../../../engine/model/model.ts';
import { compiled, found, seriesOf } from '../../support/formula-study.ts';

const CHAIN = ['a: { unit: "1", formula: b + 1 }', 'b: { unit: "1", formula: c * 2 }'];
const END = 'c: { unit: "1", formula: growth }';

test.each([[[...CHAIN, END]], [[END, ...CHAIN]], [[CHAIN[1]!, END, CHAIN[0]!]]])(
  'equations come after what they read, however they are written',
  (lines) => {
    const parts = { equations: lines.join('\n') };
    expect(seriesOf(parts, 'a')[0]).toBe(5);
    const { model } = compiled(parts).program;
    const labels = model.equations.map(({ slot }) => labelOf(model.variables[slot]!));
    expect(labels.filter((label) => /\.[abc]$/.test(label))).toEqual(['m.c', 'm.b', 'm.a']);
  },
);

test('equations that read nothing of each other stay as they were written', () => {
  const { model } = compiled({}).program;
  const labels = model.equations.map(({ slot }) => labelOf(model.variables[slot]!));
  expect(labels).toEqual([
    'bank.interest',
    'm.sold',
    'm.stock',
    'm.duty[korea]',
    'm.duty[japan]',
    'm.duty[eu]',
    'm.other[japan]',
    'm.other[eu]',
  ]);
});

const HINT = '(let one of them read another through previous() or delay())';

test.each([
  ['a: { unit: "1", formula: a + 1 }', 'a', 'm.a -> m.a'],
  ['a: { unit: "1", formula: b }\nb: { unit: "1", formula: a }', 'a', 'm.a -> m.b -> m.a'],
  [
    `z: { unit: "1", formula: a }\na: { unit: "1", formula: "if(joined, c, 1)" }
b: { unit: "1", formula: a }\nc: { unit: "1", formula: b }`,
    'a',
    'm.a -> m.c -> m.b -> m.a',
  ],
  [
    'a: { over: region, unit: "1", formula: "sum(region, a[region])" }',
    'a',
    'm.a[north] -> m.a[north]',
  ],
  [
    'a: { over: { i: region, v: region }, unit: "1", formula: "a[v, i]" }',
    'a',
    'm.a[north, north] -> m.a[north, north]',
  ],
])('a cycle within one step is refused with its path: %s', (equations, marked, path) => {
  const message = `equations read each other in one step: ${path}`;
  expect(found({ equations })[0]).toBe(`cycle at ${marked}: ${message} ${HINT}`);
});

test('two cycles are both reported, each once', () => {
  const two = `a: { unit: "1", formula: b }\nb: { unit: "1", formula: a + c }
c: { unit: "1", formula: d }\nd: { unit: "1", formula: c }`;
  expect(
    found({ equations: two })
      .map((line) => line.split(': ')[2])
      .toSorted(),
  ).toEqual([`m.c -> m.d -> m.c ${HINT}`, `m.a -> m.b -> m.a ${HINT}`].toSorted());
});

test('one element of an equation may read another', () => {
  const equations = `x:
  over: supplier
  unit: "1"
  formula: if(supplier == korea, x[japan] + 1, if(supplier == japan, x[eu] * 2, growth))`;
  expect(seriesOf({ equations }, 'x', 'korea')[0]).toBe(5);
  expect(found({ equations: equations.replace('growth', 'x[korea]') })).toEqual([
    `cycle at x: equations read each other in one step: m.x[korea] -> m.x[japan] -> m.x[eu] -> m.x[korea] ${HINT}`,
  ]);
});

test('the past breaks a cycle', () => {
  const equations = `a: { unit: "1", starts: 1, formula: previous(b) + 1 }
b: { unit: "1", starts: 10, formula: a * 2 }`;
  expect(seriesOf({ equations }, 'a').slice(0, 3)).toEqual([11, 23, 47]);
});
