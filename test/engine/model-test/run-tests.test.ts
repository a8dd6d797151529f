import { expect, test } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { runTests } from '../../../engine/model-test/run-tests.ts';
import { filesOf, withTexts } from '../../support/small-study.ts';

function checked(tests: string, more: Readonly<Record<string, string>> = {}) {
  return checkStudy(filesOf(withTexts({ ...more, 'tests/a.yaml': `tests:\n${tests}` })));
}

function verdicts(tests: string, more: Readonly<Record<string, string>> = {}) {
  const study = checked(tests, more);
  expect(study.problems).toEqual([]);
  return runTests(study.ready!.study).map(({ name, problems }) => [
    name,
    ...problems.map(({ message }) => message),
  ]);
}

/** Demand of 2 bn USD a year on the central path, at a price of 1 until mid-June. */
const SALES = 'at(shop.sales, date(2025, 5))';

test.each([
  ['2 bn USD/year', true],
  ['2.0 bn USD/year', true],
  ['1.96 bn USD/year', false],
  ['1.6 bn USD/year', false],
  ['2000 million USD/year', true],
  ['{ value: 2.1 bn USD/year, tolerance: 0.1 bn USD/year }', true],
  ['{ value: 2.1 bn USD/year, tolerance: 0.1 }', true],
  ['{ value: 2.1 bn USD/year, tolerance: 5% }', true],
  ['{ value: 2.1 bn USD/year, tolerance: 4% }', false],
  ['{ value: 2.1 bn USD/year, tolerance: 4e-1% }', false],
  ['{ value: 2.1 bn USD/year, tolerance: { relative: 0.05 } }', true],
  ['{ value: 2.1 bn USD/year, tolerance: { relative: 0.04 } }', false],
  ['{ value: 2.1 bn USD/year, tolerance: { decimals: 0 } }', true],
  ['{ value: 2.1 bn USD/year, tolerance: { decimals: 1 } }', false],
  ['{ value: 2.1 bn USD/year, tolerance: { relative: 0.05, decimals: 1 } }', true],
  ['{ value: 2.1 bn USD/year, tolerance: { relative: 0.01, decimals: 0 } }', true],
  ['{ value: 2.5 bn USD/year, tolerance: { decimals: 0 } }', true],
  ['{ value: 2 bn USD/year, tolerance: exact }', true],
  ['{ value: 2.0000001 bn USD/year, tolerance: exact }', false],
  ['">= 2 bn USD/year"', true],
  ['"> 2 bn USD/year"', false],
  ['"<= 2 bn USD/year"', true],
  ['"< 2 bn USD/year"', false],
])('a value of 2 bn USD a year meets %s: %s', (expected, passes) => {
  const [verdict] = verdicts(`  - name: one\n    expect: { "${SALES}": ${expected} }\n`);
  expect(verdict!.length === 1).toBe(passes);
});

test('a failing test says what came out and what was expected, in the unit of the test', () => {
  expect(
    verdicts(`  - name: one\n    expect: { "${SALES}": 1.5 bn USD/year, sales: "> 9 bn USD" }\n`),
  ).toEqual([
    [
      'one',
      'at(shop.sales, date(2025, 5)) is 2 bn USD/year; expected: 1.5 bn USD/year within 0.05 bn USD/year',
      expect.stringMatching(/^sales is 0\.69\d* bn USD; expected: > 9 bn USD$/),
    ],
  ]);
});

test('the central path takes values, medians and shocks as given', () => {
  const tests = `
  - name: a luckier shop
    given: { assumptions: { shop.demand: 3 bn USD/year }, shocks: { shop.luck: 0.693147180559945 } }
    expect: { "${SALES}": { value: 6 bn USD/year, tolerance: 0.0001 } }
  - name: a scenario
    scenario: offer
    expect: { "${SALES}": 4 bn USD/year }
  - name: a scenario and more
    scenario: offer
    given: { shop: { closes: 2025-05 }, assumptions: { shop.demand: 1 to 4 bn USD/year } }
    expect: { "${SALES}": 0 bn USD/year, "at(shop.sales, date(2025, 4))": 4 bn USD/year }
`;
  expect(verdicts(tests).map((verdict) => verdict.length)).toEqual([1, 1, 1]);
});

test('a test may have a clock of its own', () => {
  const tests = `
  - name: a year of quarters
    clock: { from: 2026-01, quarters: 4 }
    given: { shop: { price: 1, closes: never }, assumptions: { shop.fade: 0% } }
    expect: { final(shop.stock): 2 bn USD }
`;
  expect(verdicts(tests)).toEqual([['a year of quarters']]);
});

test('changes are judged against the same test without what it gives, or against another side', () => {
  const tests = `
  - name: right
    given: { shop: { price: 0.5 } }
    change: { sales: rises, stock: rises, shop.enough: unchanged, "${SALES}": 2 bn USD/year }
  - name: wrong
    given: { shop: { price: 0.5 } }
    change: { sales: falls, stock: unchanged }
  - name: another side
    scenario: offer
    against: { scenario: usual, given: { shop: { price: 0.25 } } }
    change: { sales: falls }
`;
  expect(verdicts(tests)).toEqual([
    ['right'],
    [
      'wrong',
      expect.stringMatching(/^sales changes by \d+.*falls$/),
      expect.stringMatching(/^stock changes by/),
    ],
    ['another side'],
  ]);
});

test('others: unchanged holds every measure that is not named to its bits', () => {
  const given = '    given: { assumptions: { shop.fade: 20% } }\n';
  expect(
    verdicts(`  - name: one\n${given}    change: { stock: falls }\n    others: unchanged\n`),
  ).toEqual([['one']]);
  const [verdict] = verdicts(
    `  - name: one\n${given}    change: { sales: unchanged }\n    others: unchanged\n`,
  );
  expect(verdict![1]).toMatch(/^stock changes by -.*; it should keep its bits$/);
});

test('cases make a test of each row', () => {
  const tests = `
  - name: demand of {demand}
    cases: demand.csv
    given: { assumptions: { shop.demand: "{demand} bn USD/year" } }
    expect: { "${SALES}": "{sales} bn USD/year" }
  - name: no braces
    cases: demand.csv
    expect: { "${SALES}": 2 bn USD/year }
`;
  const csv = 'demand,sales\n1.5,1.5\n2.5,2.6\n';
  expect(verdicts(tests, { 'tests/demand.csv': csv })).toEqual([
    ['demand of 1.5'],
    ['demand of 2.5', expect.stringContaining('is 2.5 bn USD/year; expected: 2.6 bn USD/year')],
    ['no braces (1.5)'],
    ['no braces (2.5)'],
  ]);
});

test.each([
  ['{ shop: { price: 0 } }', /^something is divided by 0/],
  [
    '{ shop: { price: 0 }, assumptions: { shop.demand: 0 bn USD/year } }',
    /^no number comes of 0 \/ 0/,
  ],
])('%s fails the test with a word on what may be behind it', (given, hint) => {
  const tests = `  - { name: t, given: ${given}, expect: { sales: "> 0 bn USD" } }`;
  const [outcome] = runTests(checked(tests).ready!.study);
  expect(outcome!.problems[0]).toMatchObject({
    code: 'not-finite',
    hint: expect.stringMatching(hint),
  });
});

test('a value that is not finite and a violated check fail the test', () => {
  const tests = `
  - name: for nothing
    given: { shop: { price: 0 } }
    expect: { sales: "> 0 bn USD" }
  - name: below nothing
    given: { assumptions: { shop.demand: -2 bn USD/year } }
    expect: { sales: "< 0 bn USD" }
  - name: only the other side is broken
    given: { shop: { price: 1 } }
    against: { given: { shop: { price: 0 } } }
    change: { sales: falls }
`;
  expect(verdicts(tests)).toEqual([
    ['for nothing', 'shop.sales is Infinity at step 1'],
    ['below nothing', 'the check shop.never_negative fails at step 1'],
    ['only the other side is broken', 'shop.sales is Infinity at step 1'],
  ]);
});

test.each([
  ['expect: { shop.sales: 2 bn USD/year }', 'formula-feature', 'shop.sales'],
  ['expect: { final(shop.sale): 2 bn USD/year }', 'unknown-name', 'shop.sale'],
  ['expect: { sales: 2 bn KRW }', 'unit-mismatch', '2 bn KRW'],
  ['expect: { sales: rises }', 'bad-quantity', 'rises'],
  ['expect: { sales: [1] }', 'wrong-type', '[1]'],
  ['expect: { sales: { value: 2 bn USD, tolerance: 1 bn KRW } }', 'unit-mismatch', '1 bn KRW'],
  ['expect: { sales: { value: 2 bn USD, tolerence: 1 bn USD } }', 'unknown-key', 'tolerence'],
  ['expect: { sales: { value: 2 bn USD, tolerance: { relative: -1 } } }', 'wrong-type', '-1'],
  ['expect: { sales: { value: 2 bn USD, tolerance: -1% } }', 'wrong-type', '-1%'],
  ['expect: { sales: { value: 2 bn USD, tolerance: -0.1 } }', 'wrong-type', '-0.1'],
  ['expect: { sales: { value: 2 bn USD, tolerance: -1 bn USD } }', 'wrong-type', '-1 bn USD'],
  ['expect: { sales: { value: 2 bn USD, tolerance: 1e305 } }', 'wrong-type', '1e305'],
  ['expect: { sales: { value: 2 bn USD, tolerance: 1e400% } }', 'bad-quantity', '1e400'],
  ['expect: { sales: { value: 2 bn USD, tolerance: 0.0.1% } }', 'odd-number', '0.0.1'],
  ['expect: { sales: { value: 2 bn USD, tolerance: { decimals: 0.5 } } }', 'wrong-type', '0.5'],
  ['expect: { sales: { value: 2 bn USD, tolerance: { digits: 2 } } }', 'unknown-key', 'digits'],
  ['expect: { sales: { over: country, value: 2 bn USD } }', 'unknown-set', 'country'],
  ['expect: { sales: ">= 2 t" }', 'unit-mismatch', '2 t'],
  ['given: { shop: { prize: 2 } }', 'unknown-lever', 'prize'],
  ['given: { shocks: { shop.lack: 2 } }', 'unknown-name', 'shop.lack'],
  ['scenario: uusual', 'unknown-scenario', 'uusual'],
  ['cases: none.csv', 'file-missing', 'none.csv'],
])('a test that says %s is refused with its place', (line, code, marked) => {
  const { problems, ready } = checked(`  - name: one\n    ${line}\n`);
  expect(ready).toBeNull();
  expect(problems).toMatchObject([{ code, position: { file: 'tests/a.yaml', line: 3 } }]);
  const { column, length } = problems[0]!.position;
  expect(`    ${line}`.slice(column - 1, column - 1 + length)).toBe(marked);
});
