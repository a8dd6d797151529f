import { expect, test } from 'vitest';
import { labelOf } from '../../../engine/model/model.ts';
import { compiled, found, seriesOf } from '../../support/formula-study.ts';

function past(starts: string, unit = '1', read = 'previous(x)'): readonly number[] {
  const equations = `x: { unit: "${unit}", starts: ${starts}, formula: '${read}' }`;
  return seriesOf({ equations });
}

test.each([
  ['3', '1', 3],
  ['growth', '1', 2],
  ['growth * half + 1', '1', 2],
  ['0', 'bn USD', 0],
  ['-5 bn USD', 'bn USD', -5],
  ['dollars / 2', 'bn USD', 6],
  ['income * step', 'bn USD', 2],
  ['"sum(region, p[region])"', '1', 5],
  ['"p[south]"', '1', 3],
])('before the first step x is what `starts: %s` says', (starts, unit, value) => {
  expect(past(starts, unit)).toEqual(Array(6).fill(value));
});

test('a dated table holds for the steps before the first, by days', () => {
  const table = '{ 2024-01: 1, 2025-01: 2, 2025-03-16: 3 }';
  const [first, second, ...rest] = past(table, '1', 'delay(x, 2 months)');
  expect(first).toBe(2);
  expect(second).toBeCloseTo(2 + 16 / 31, 10);
  expect(rest[0]).toBe(2);
  expect(past(table, '1', 'delay(x, 1 year)').slice(0, 2)).toEqual([1, 1]);
  expect(past('{ 2025-01: 4 }', '1', 'delay(x, 5 months)')[0]).toBe(4);
});

test('each element has a past of its own', () => {
  const equations = `x:
  over: supplier
  unit: "%"
  starts: { korea: 1 percent, all: half }
  formula: previous(x[supplier])
y:
  over: supplier
  unit: "%"
  starts: if(supplier == korea, half, 0)
  formula: previous(y[supplier])`;
  const first = (name: string, element: string) => seriesOf({ equations }, name, element)[0];
  expect([first('x', 'korea'), first('x', 'eu')]).toEqual([1, 50]);
  expect([first('y', 'korea'), first('y', 'eu')]).toEqual([50, 0]);
});

const ONLY = '`starts:` reads assumptions only';

test.each([
  ['sold * step', [`formula-feature at sold: ${ONLY}, sold is none`]],
  ['previous(stock)', [`formula-feature at stock: ${ONLY}, stock is none`]],
  ['dollars * calendar_year', [`formula-feature at calendar_year: ${ONLY}, calendar_year is none`]],
  ['dollars * from(opens)', [`formula-feature at from(opens): ${ONLY}, from(...) is none`]],
  ['dollars * luck', [`formula-feature at luck: ${ONLY}, luck is none`]],
  ['won', ['unit-mismatch at won: the formula yields KRW; the unit says bn USD, USD']],
  ['1', ['unit-mismatch at 1: the formula yields a plain number; the unit says bn USD, USD']],
])('`starts: %s` of an amount of dollars is refused', (starts, problems) => {
  const equations = `x: { unit: bn USD, starts: ${starts}, formula: previous(x) }`;
  expect(found({ equations })).toEqual(problems);
});

test('a check holds for every element of the sets that it names', () => {
  const labels = (check: string) =>
    compiled({ checks: `good: ${check}` }).program.model.checks.map(labelOf);
  expect(labels('growth > 0')).toEqual(['m.good']);
  expect(labels('duty[supplier] >= 0')).toEqual(['m.good[korea]', 'm.good[japan]', 'm.good[eu]']);
  expect(labels('duty[rival] >= 0')).toEqual(['m.good[japan]', 'm.good[eu]']);
  expect(labels('duty[korea] >= 0')).toEqual(['m.good']);
  expect(labels('p[region] * duty[rival] >= 0')).toHaveLength(4);
  expect(labels('p[region] * 1 <= sum(region, p[region])')).toHaveLength(2);
  expect(labels('sum(region, p[region]) > max(s in region, theta[s, north]) - 1000')).toHaveLength(
    1,
  );
  expect(labels('sum(s in region, theta[s, region]) > 0')).toHaveLength(2);
  expect(labels('if(supplier == korea, 1, duty[supplier]) > 0')).toHaveLength(3);
  expect(labels('bank.interest > 0 and max(growth, p[region]) > 0')).toHaveLength(2);
});

test.each([
  ['growth', 'unit-mismatch at growth: a condition is wanted here, this is a plain number'],
  [
    'dollars > won',
    'unit-mismatch at dollars > won: cannot compare USD and KRW (convert by an exchange rate in USD/KRW)',
  ],
  ['growth >', 'formula-syntax'],
  [
    'theta[i, v] > 0',
    'unknown-element at i: region has no element "i" (elements of region: north, south)',
  ],
])('the check %s is refused', (check, problem) => {
  expect(found({ checks: `good: ${check}` })[0]).toContain(problem);
});

test('named indices run through one set twice', () => {
  const equations = `x:
  over: { i: region, v: region }
  unit: "1"
  formula: if(i == v, 0, sum(s in region, theta[i, s] * p[v]))`;
  expect(seriesOf({ equations }, 'x', 'north,south')[0]).toBe(33);
  expect(seriesOf({ equations }, 'x', 'south,south')[0]).toBe(0);
});

test('a fold hides an index of the same name', () => {
  const equations = `x: { over: region, unit: "1", formula: "p[region] / sum(region, p[region])" }`;
  expect(seriesOf({ equations }, 'x', 'south')[0]).toBe(0.6);
});

test('every problem of a study is reported, not only the first', () => {
  const equations = `x: { unit: "1", formula: nothing }
y: { unit: "1", formula: x + dollars }
z: { unit: "1", starts: sold, formula: won }`;
  expect(found({ equations, checks: 'good: 1' }).map((line) => line.split(' ')[0])).toEqual([
    'unknown-name',
    'unit-mismatch',
    'unit-mismatch',
    'formula-feature',
    'unit-mismatch',
  ]);
});

test('each element has a past of its own kind: a quantity, dated values, a formula', () => {
  const equations = `x:
  over: supplier
  unit: bn USD/year
  starts:
    korea: 3 bn USD/year
    japan: { 2024-01: 1 bn USD/year, 2025-03: 2 bn USD/year }
    all: income / 2
  formula: delay(x[supplier], 2 months)`;
  const first = (element: string) => seriesOf({ equations }, 'x', element).slice(0, 2);
  expect(first('korea')).toEqual([3, 3]);
  expect(first('japan')).toEqual([1, 2]);
  expect(first('eu')).toEqual([12, 12]);
});

test('what is wrong with a past that elements share is told once', () => {
  const equations = `x: { over: supplier, unit: "1", starts: { all: nope }, formula: "previous(x[supplier])" }`;
  expect(found({ equations })).toHaveLength(1);
});
