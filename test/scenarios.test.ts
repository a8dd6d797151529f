import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readStudyFolder } from '../cli/read-study.ts';
import {
  type CheckedStudy,
  caseVerdicts,
  checkStudy,
  type Results,
  runStudy,
  runTests,
  withSettings,
} from '../engine/index.ts';

const SCENARIOS = join(import.meta.dirname, '..', 'scenarios');
const STUDIES = readdirSync(SCENARIOS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What hundreds of model tests of a large study may take on a busy machine, in milliseconds. */
const MODEL_TESTS = 300_000;

function firstRun(checked: CheckedStudy, name: string): Promise<Results> {
  const study = withSettings(checked.ready!.study, { draws: 40 });
  const ready = { ...checked.ready!, study };
  return runStudy({ ...checked, ready }, { name, engineVersion: 'test', workers: 0 });
}

describe.each(STUDIES)('the study %s', (name) => {
  let checked: CheckedStudy;
  beforeAll(() => {
    checked = checkStudy(readStudyFolder(join(SCENARIOS, name)));
  });

  test('has no error and no warning', () => {
    expect(checked.problems).toEqual([]);
  });

  test(
    'passes its model tests',
    () => {
      const failed = runTests(checked.ready!.study).filter(({ problems }) => problems.length > 0);
      expect(
        failed.map((one) => [one.name, ...one.problems.map(({ message }) => message)]),
      ).toEqual([]);
    },
    MODEL_TESTS,
  );

  test('runs, and its reference is no different from itself', async () => {
    const { comparisons } = await firstRun(checked, name);
    const { reference } = checked.ready!.study;
    const rows = comparisons.filter((row) => row.scenario === reference && row.condition === null);
    expect(rows.map(({ againstReference }) => againstReference?.mean.value)).toEqual(
      rows.map(() => 0),
    );
  });
});

test.each([
  [
    'gsim',
    [
      'reference.max_market_clearing_residual',
      'reference_nonlinear_ces.residual',
      'reference.residual',
    ],
    12,
  ],
  ['ustr-formula', ['published.applied_pct'], 43],
  ['armington-ge', ['inputs.us_tariff', 'reference.residual'], 2],
])('the cases of %s leave no number unread but %j', (name, unread, cases) => {
  const { ready } = checkStudy(readStudyFolder(join(SCENARIOS, name)));
  const verdicts = caseVerdicts(runTests(ready!.study));
  expect(verdicts).toHaveLength(cases);
  expect([...new Set(verdicts.flatMap((verdict) => verdict.unread))]).toEqual(unread);
  expect(verdicts.filter(({ compared }) => compared < 3)).toEqual([]);
});

test('the Korea study has the scenarios and the size that it promises', () => {
  const { ready } = checkStudy(readStudyFolder(join(SCENARIOS, 'korea-us-2025')));
  const { study } = ready!;
  expect(study.scenarios.map(({ name }) => name)).toEqual([
    'before-tariffs',
    'no-offer',
    'no-deal',
    'deferral',
    'auto-relief',
    'car-aid',
    'lng-offer',
    'shipbuilding-offer',
    'defence-cost-sharing',
    'package',
    'retaliation',
    'deal-with-review',
  ]);
  expect([study.draws, study.clock.steps]).toEqual([3000, 60]);
  expect(study.tests.length).toBeGreaterThanOrEqual(60);
});
