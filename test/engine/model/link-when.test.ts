import { describe, expect, it } from 'vitest';
import { checkStudy } from '../../../engine/check.ts';
import { showMark } from '../../support/language-study.ts';
import { listing, reviewed, reviewStudy, term } from '../../support/review-study.ts';
import { filesOf, type Texts } from '../../support/small-study.ts';

const BACK = 'snap_back: { on: 2025-08-01, to: 25% }';

/** What is wrong with a study: code and marked text, message, hint. */
function problemsOf(changes: Texts) {
  const texts = reviewStudy(changes);
  return checkStudy(filesOf(texts)).problems.map((problem) => [
    showMark(problem, texts),
    problem.message,
    problem.hint ?? '',
  ]);
}

/** The mistake in one condition in review.yaml. */
function mistakeIn(when: string) {
  const [[mark = '', message, hint] = [], ...more] = problemsOf({
    'review.yaml': reviewed([term('t', BACK, when)]),
  });
  expect(more).toEqual([]);
  expect(mark).toMatch(/^[a-z-]+ review\.yaml:7:\d+ /);
  return [mark.replace(/review\.yaml:7:\d+ /, ''), message, hint];
}

const READS = '`when:` reads equations, levers and assumptions,';
const PAST = 'a name there is what held at the end of the step before; let an equation say more';

describe('a wrong condition', () => {
  it.each([
    [
      'invest.spend < 1',
      'unknown-name invest.spend',
      'module invest has no "spend"',
      'did you mean "spent"?',
    ],
    [
      'inwest.spent < 1',
      'unknown-module inwest.spent',
      'the model has no module "inwest"',
      'did you mean "invest"?',
    ],
    [
      'spent < 1',
      'unknown-name spent',
      'a name here is written module.name: "spent"',
      'did you mean "invest.spent"?',
    ],
    [
      'rate[korea] < 0.1',
      'unknown-name rate[korea]',
      'a name here is written module.name: "rate"',
      'did you mean "tariffs.rate"?',
    ],
    [
      'tariffs.rate[corea] < 0.1',
      'unknown-element corea',
      'country has no element "corea"',
      'did you mean "korea"?',
    ],
    [
      'tariffs.rate < 0.1',
      'wrong-indices tariffs.rate',
      'rate has 1 index',
      'read it as rate[country]',
    ],
    ['invest.spent', 'unit-mismatch invest.spent', 'a condition is wanted here, this is USD', ''],
    [
      'invest.spent < invest.pace',
      'unit-mismatch invest.spent < invest.pace',
      'cannot compare USD and USD/time',
      'a rate becomes an amount when multiplied by `step`',
    ],
    ['invest.luck > 0', 'formula-feature invest.luck', `${READS} luck is none`, PAST],
    [
      'previous(invest.spent) > 0',
      'formula-feature previous(invest.spent)',
      `${READS} previous(...) is none`,
      PAST,
    ],
    [
      'delay(invest.spent, 2 months) > 0',
      'formula-feature delay(invest.spent, 2 months)',
      `${READS} delay(...) is none`,
      PAST,
    ],
    ['on(date(2025, 8))', 'formula-feature on(date(2025, 8))', `${READS} on(...) is none`, PAST],
    [
      'calendar_year > 2025',
      'formula-feature calendar_year',
      `${READS} calendar_year is none`,
      PAST,
    ],
    [
      'final(invest.spent) > 0',
      'formula-feature final(invest.spent)',
      'final is for measures and tests, and not inside one another',
      '',
    ],
    ['invest.spent <', 'formula-syntax <', 'the formula ends too early', ''],
    [
      'invest.spent < 40% * invest.promised',
      'formula-feature %',
      '"%" has no meaning in a formula',
      'write 0.1, or name an assumption in %',
    ],
  ])('is marked where it stands: %s', (when, ...due) => {
    expect(mistakeIn(when)).toEqual(due);
  });

  it('is told to stand in quotes where a comma cuts it', () => {
    const cut =
      't: { snap_back: { on: 2025-08, to: 25% }, when: min(invest.spent, invest.promised) > 0, status: in force }';
    const [key] = problemsOf({ 'review.yaml': reviewed([cut]) });
    expect(key).toEqual([
      expect.stringMatching(/^unknown-key review\.yaml:7:\d+ invest\.promised\) > 0$/),
      'unknown key "invest.promised) > 0"',
      'inside { } a comma ends a value: put the whole formula in quotes',
    ]);
  });
});

describe('conditions are checked', () => {
  const wrong = (name: string, spent: string, status = 'in force') =>
    term(name, BACK, `invest.${spent} < invest.promised`).replace('in force', status);
  const marks = (changes: Texts) => problemsOf(changes).map(([mark]) => mark);

  it('in scenarios that study.yaml does not list, and in terms that others drop', () => {
    const texts = {
      'base.yaml': reviewed([wrong('t', 'spend')]),
      'review.yaml': 'title: Review\nextends: base\ntariffs: { rate: { korea: 5% } }\n',
    };
    expect(marks(texts)).toEqual(['unknown-name base.yaml:7:61 invest.spend']);
  });

  it('in terms that are announced or suspended', () => {
    const terms = [wrong('t', 'spend', 'announced'), wrong('u', 'spennt', 'suspended')];
    expect(marks({ 'review.yaml': reviewed(terms) })).toEqual([
      'unknown-name review.yaml:7:61 invest.spend',
      'unknown-name review.yaml:8:61 invest.spennt',
    ]);
  });

  it('once where many elements and scenarios share one, and each where it is written', () => {
    const texts = listing(['plain', 'review', 'child', 'other'], {
      'review.yaml': reviewed([wrong('t', 'spend')]).replace('korea:', 'all:'),
      'child.yaml': 'title: Child\nextends: review\n',
      'other.yaml': reviewed([wrong('t', 'spend')]),
    });
    expect([...marks(texts)].sort()).toEqual([
      'unknown-name other.yaml:7:61 invest.spend',
      'unknown-name review.yaml:7:61 invest.spend',
    ]);
  });

  it('in what a condition of the study imposes, and in what a test gives', () => {
    const study = listing(['plain', 'review'])['study.yaml']!;
    const korea = `tariffs.rate: { korea: { schedule: 5%, terms: { ${wrong('t', 'spend')} } } }`;
    expect(
      marks({ 'study.yaml': `${study}conditions:\n  hard: { impose: { ${korea} } }\n` }),
    ).toEqual([expect.stringMatching(/^unknown-name study\.yaml:\d+:\d+ invest\.spend$/)]);
    const announced = korea.replace('in force', 'announced');
    expect(
      marks({ 'study.yaml': `${study}conditions:\n  soft: { impose: { ${announced} } }\n` }),
    ).toHaveLength(1);
    const given = korea.replace('tariffs.rate: {', 'tariffs: { rate: {').concat(' }');
    const test = `tests:\n  - name: a\n    given: { ${given} }\n    expect: { last: 5% }\n`;
    expect(marks({ 'tests/a.yaml': test })).toEqual([
      expect.stringMatching(/^unknown-name tests\/a\.yaml:3:\d+ invest\.spend$/),
    ]);
  });
});

describe('a term with a condition', () => {
  it.each(['2025-04-30', '2025-03', 'start'])('has a past to be decided on: not at %s', (date) => {
    const act = `snap_back: { on: ${date}, to: 25% }`;
    expect(problemsOf({ 'review.yaml': reviewed([term('t', act, 'invest.open')]) })).toEqual([
      [
        `bad-date review.yaml:7:31 ${date}`,
        '"t" is decided on at the end of the month before its date, and the first begins with 2025-04',
        'a term with `when:` has a date from 2025-05 on',
      ],
    ]);
    const all = reviewed([term('t', act, 'invest.open')]).replace('korea:', 'all:');
    const texts = { 'review.yaml': all, 'child.yaml': 'title: Child\nextends: review\n' };
    expect(problemsOf(listing(['plain', 'review', 'child'], texts))).toHaveLength(1);
    const announced = term('t', act, 'invest.open').replace('in force', 'announced');
    expect(problemsOf({ 'review.yaml': reviewed([announced]) })).toEqual([]);
  });

  it('has one on the clock of a test, which says so where a scenario brings it', () => {
    const test = (clock: string) =>
      `tests:\n  - name: a\n    scenario: review\n    clock: ${clock}\n    expect: { "final(tariffs.rate[korea])": 25% }\n`;
    const texts = (clock: string) => ({
      'review.yaml': reviewed([term('back', BACK, 'invest.open')]),
      'tests/a.yaml': test(clock),
    });
    expect(problemsOf(texts('{ from: 2025-07, months: 4 }'))).toEqual([]);
    expect(problemsOf(texts('{ from: 2025-08, months: 4 }'))).toEqual([
      [
        expect.stringMatching(/^bad-date tests\/a\.yaml:2:/),
        '"back" is decided on at the end of the month before its date, and the first begins with 2025-08',
        'a term with `when:` has a date from 2025-09 on',
      ],
    ]);
  });
});
