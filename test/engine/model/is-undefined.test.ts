import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { runTests } from '../../../engine/model-test/run-tests.ts';
import { runStudy } from '../../../engine/run.ts';
import { reviewed, reviewStudy, term } from '../../support/review-study.ts';
import { filesOf } from '../../support/small-study.ts';

/** Nothing is promised and nothing spent: their ratio is 0 / 0 in every month. */
function studyWith(when: string) {
  const back = term('t', 'snap_back: { on: 2025-08, to: 25% }', when);
  const nothing = 'invest: { promised: 0 bn USD, pace: 0 bn USD/year }\n';
  return checkStudy(
    filesOf(
      reviewStudy({
        'review.yaml': `${reviewed([back])}${nothing}`,
        'tests/a.yaml':
          'tests:\n  - { name: a, scenario: review, expect: { "final(tariffs.rate[korea])": "> 0%" } }\n',
      }),
    ),
  );
}

async function problemsOf(when: string) {
  const checked = studyWith(when);
  expect(checked.problems).toEqual([]);
  const run = runStudy(checked, { name: 'review', engineVersion: '0', workers: 0 });
  return run.then(
    () => [],
    (thrown: { problems: readonly unknown[] }) => thrown.problems,
  );
}

const RATIO = 'invest.spent / invest.promised < 0.4';

describe('a condition that rests on no number', () => {
  it('is an error where it is decided on, not a silent no', async () => {
    expect(await problemsOf(RATIO)).toEqual([
      {
        severity: 'error',
        code: 'not-finite',
        message: 'tariffs.rate.when_1_1[korea] is NaN in review, 2025-07, draw 1',
        position: { file: 'review.yaml', line: 7, column: 57, length: RATIO.length + 2 },
        hint: 'it reads tariffs.rate.decides_1_1[korea] = 1, invest.promised = 0 bn USD, invest.spent = 0 bn USD',
      },
    ]);
    const [test] = runTests(studyWith(RATIO).ready!.study);
    expect(test!.problems.map(({ message }) => message)).toEqual([
      'tariffs.rate.when_1_1[korea] is NaN at step 4',
    ]);
  });

  it.each([
    `not (${RATIO})`,
    `invest.open and ${RATIO}`,
    `not invest.open or ${RATIO}`,
    `${RATIO} or invest.open`,
    `${RATIO} xor invest.open`,
    'tariffs.rate[korea] == invest.spent / invest.promised',
  ])('is one in %s too', async (when) => {
    expect(await problemsOf(when)).toMatchObject([{ code: 'not-finite' }]);
  });

  it.each([
    `invest.promised > 0 and ${RATIO}`,
    `invest.promised <= 0 or ${RATIO}`,
    `if(invest.promised > 0, invest.spent / invest.promised, 0) < 0.4`,
    'invest.due < date(2026, 2) and invest.spent <= invest.promised',
  ])('is none where nothing depends on it: %s', async (when) => {
    expect(await problemsOf(when)).toEqual([]);
  });
});
