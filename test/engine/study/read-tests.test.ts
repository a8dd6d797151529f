import { describe, expect, it } from 'vitest';
import { showFormula } from '../../../engine/study/located.ts';
import type { Given } from '../../../engine/study/model-test.ts';
import type { Path } from '../../../engine/study/path.ts';
import { APRIL, marksOf, messagesOf, monthly, studyOf } from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

function tests(body: string, others: Texts = {}) {
  return {
    'tests/t.yaml': `tests:\n  - { name: N, ${body} }\n`,
    'a.yaml': 'title: A\nm: { slope: 5 }\n',
    ...others,
  };
}

function marks(body: string, others: Texts = {}): readonly string[] {
  return marksOf(tests(body, others)).map((mark) => mark.replace(/tests\/t\.yaml:2:\d+ /, ''));
}

function slopeOf(given: Given): number {
  return monthly(given.levers.get('m.slope')!.get('')!.value.value as Path, 1)[0]!;
}

describe('a model test', () => {
  it('has every lever at its default, and every shock at its median', () => {
    const [test] = studyOf(tests('expect: { final(m.x): 0 }')).tests;
    expect(test).toMatchObject({ name: 'N', othersUnchanged: false, clock: { steps: 24 } });
    expect(slopeOf(test!.given)).toBe(0);
    expect(Object.fromEntries(test!.given.shocks)).toEqual({
      'm.luck:': 0,
      'm.storm:korea': 0.05,
      'm.storm:japan': 0.05,
    });
    expect(test!.expect.map(({ formula }) => showFormula(formula))).toEqual(['final(m.x)']);
  });

  it('starts from a scenario, and puts what is given on top', () => {
    const [test] = studyOf(
      tests(
        'scenario: a, given: { m: { joins: yes }, assumptions: { m.gas: 9 USD/MMBtu }, shocks: { m.luck: 2, m.storm: 3 } }, clock: { from: 2026-01, years: 2 }, change: { x: rises }, others: unchanged',
      ),
    ).tests;
    expect(slopeOf(test!.given)).toBe(5);
    expect(test!.given.assumptions.get('m.gas')!.get('')!.value.central).toBe(9);
    expect(test!.given.shocks.get('m.luck:')).toBe(2);
    expect(test!.given.shocks.get('m.storm:japan')).toBeCloseTo(0.03, 12);
    expect(test!.clock).toEqual({ start: APRIL + 9, steps: 2, stepMonths: 12, stepName: 'year' });
    expect(slopeOf(test!.against)).toBe(5);
    expect(test!.against.assumptions.size).toBe(0);
    expect(test!.othersUnchanged).toBe(true);
  });

  it('lets given terms act on the schedule of its scenario', () => {
    const cap = 'slope: { terms: { t: { cap: { at: 3 }, status: in force } } }';
    const [test] = studyOf(
      tests(`scenario: a, given: { m: { ${cap} } }, change: { x: falls }`),
    ).tests;
    expect([slopeOf(test!.given), slopeOf(test!.against)]).toEqual([3, 5]);
  });

  it('is compared with what `against` says', () => {
    const [test] = studyOf(
      tests(
        'scenario: a, given: { m: { slope: 7 } }, against: { scenario: b, given: { m: { slope: 8 } } }, change: { x: falls }',
      ),
    ).tests;
    expect([slopeOf(test!.given), slopeOf(test!.against)]).toEqual([7, 8]);
    expect(test!.against.scenario).toBe('b');
  });

  it.each([
    ['scenario: c', ['unknown-scenario c']],
    ['against: { scenario: c }', ['unknown-scenario c']],
    ['given: { m: { slop: 1 } }', ['unknown-lever slop']],
    ['given: { n: { slope: 1 } }', ['unknown-module n']],
    ['given: { title: X }', ['unknown-module title']],
    ['given: { shocks: { m.luk: 1 } }', ['unknown-name m.luk']],
    ['given: { shocks: { m.luck: x } }', ['bad-quantity x']],
    ['given: { shocks: 3 }', ['wrong-type 3']],
    ['given: { assumptions: 3 }', ['wrong-type 3']],
    ['given: 3', ['wrong-type 3']],
    ['others: changed', ['wrong-type changed']],
    ['clock: { from: 2025-04-02, months: 3 }', ['bad-date 2025-04-02']],
    ['exepct: { m.x: 1 }', ['unknown-key exepct']],
    ['cases: none.csv', ['file-missing none.csv']],
  ])('is marked where it is wrong: %s', (body, due) => {
    expect(marks(body)).toEqual(due);
  });

  it('is told what was meant', () => {
    expect(messagesOf(tests('given: { shocks: { m.luk: 1 } }'))[0]).toContain(
      'did you mean "m.luck"?',
    );
  });
});

describe('cases', () => {
  const csv = { 'tests/c.csv': 'label,slope,due\nlow,1,1\nhigh,2.5,2.5\n' };

  it('make a test of each row, with columns in braces replaced everywhere', () => {
    const read = studyOf(
      tests(
        'given: { m: { slope: "{slope}" } }, expect: { "final(m.x) + {due}": "{due}" }, cases: c.csv',
        csv,
      ),
    ).tests;
    expect(read.map(({ name }) => name)).toEqual(['N (low)', 'N (high)']);
    expect(read.map(({ given }) => slopeOf(given))).toEqual([1, 2.5]);
    expect(read.map((test) => showFormula(test.expect[0]!.formula))).toEqual([
      'final(m.x) + 1',
      'final(m.x) + 2.5',
    ]);
    expect(read[1]!.expect[0]!.expectation).toMatchObject({ value: 2.5 });
  });

  it('are named by the test where its name has braces, and leave strange braces alone', () => {
    const files = {
      'tests/t.yaml':
        'tests:\n  - { name: "{label} {other}", expect: { m.x: [1, "{due}"] }, cases: c.csv }\n',
      ...csv,
    };
    expect(studyOf(files).tests.map(({ name }) => name)).toEqual(['low {other}', 'high {other}']);
  });

  it('mark the text they came from', () => {
    const due = ['bad-quantity tests/c.csv:2:1 low', 'bad-quantity tests/c.csv:3:1 high'];
    expect(marks('given: { m: { slope: "{label}" } }, cases: c.csv', csv)).toEqual(due);
  });
});
