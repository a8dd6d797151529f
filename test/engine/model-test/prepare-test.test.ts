import { expect, test } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { runTests } from '../../../engine/model-test/run-tests.ts';
import { reviewed, reviewStudy, term } from '../../support/review-study.ts';
import { filesOf, type Texts } from '../../support/small-study.ts';

const REVIEW = reviewed([
  term('back', 'snap_back: { on: 2025-08, to: 25% }', 'invest.spent < 0.4 * invest.promised'),
]);

function verdicts(tests: string, more: Texts = {}) {
  const texts = reviewStudy({ 'review.yaml': REVIEW, 'tests/a.yaml': `tests:\n${tests}`, ...more });
  const { ready, problems } = checkStudy(filesOf(texts));
  expect(problems).toEqual([]);
  return runTests(ready!.study).map(({ name, problems: found }) => [
    name,
    ...found.map(({ message }) => message),
  ]);
}

const LAST = '"final(tariffs.rate[korea])"';

test('a test sees the terms of its scenario decided on by its own central path', () => {
  const tests = `
  - name: in time
    scenario: review
    expect: { ${LAST}: 10%, duty: 10.9 bn USD }
  - name: in arrears
    scenario: review
    given: { assumptions: { invest.vigour: 0.99 } }
    expect: { ${LAST}: 25%, "at(tariffs.rate[korea], date(2025, 7))": 10% }
    change: { ${LAST}: 15%, duty: rises }
  - name: a larger promise
    scenario: review
    given: { invest: { promised: 11 bn USD } }
    change: { last: rises }
  - name: a lucky month
    scenario: review
    given: { assumptions: { invest.vigour: 0.99 }, shocks: { invest.luck: 0.02 } }
    change: { last: unchanged }
`;
  expect(verdicts(tests)).toEqual([
    ['in time'],
    ['in arrears'],
    ['a larger promise'],
    ['a lucky month'],
  ]);
});

test('a test may give terms with conditions of its own, in each of its cases', () => {
  const tests = `
  - name: at {share}
    cases: shares.csv
    given:
      tariffs:
        rate:
          korea:
            schedule: 10%
            terms:
              back:
                snap_back: { on: 2025-08, to: 25% }
                when: invest.spent < {share} * invest.promised
                status: in force
    expect: { ${LAST}: "{rate}" }
  - name: against another condition
    scenario: review
    given: { assumptions: { invest.vigour: 0.9 } }
    against:
      scenario: review
      given:
        tariffs: { rate: { korea: { terms: { back: none } } } }
        assumptions: { invest.vigour: 0.9 }
    change: { last: 15% }
`;
  const csv = 'share,rate\n0.4,10%\n0.41,25%\n';
  expect(verdicts(tests, { 'tests/shares.csv': csv })).toEqual([
    ['at 0.4'],
    ['at 0.41'],
    ['against another condition'],
  ]);
});

test('the other side of a change may have terms that this one lacks', () => {
  const tests = `
  - name: as it was
    against:
      scenario: review
      given: { assumptions: { invest.vigour: 0.9 } }
    change: { last: -25% }
`;
  expect(verdicts(tests)).toEqual([['as it was']]);
});

test('on a clock of its own a test decides by what it has seen', () => {
  const tests = `
  - name: two months
    scenario: review
    clock: { from: 2025-06, months: 4 }
    expect: { ${LAST}: 25% }
  - name: enough in two months
    scenario: review
    clock: { from: 2025-06, months: 4 }
    given: { invest: { pace: 24 bn USD/year } }
    expect: { ${LAST}: 10% }
  - name: quarters
    scenario: review
    clock: { from: 2025-04, quarters: 4 }
    expect: { "at(tariffs.rate[korea], date(2025, 7))": 20% }
`;
  expect(verdicts(tests)).toEqual([['two months'], ['enough in two months'], ['quarters']]);
});
