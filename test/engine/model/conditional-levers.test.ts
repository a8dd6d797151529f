import { describe, expect, it } from 'vitest';
import { centralPath } from '../../support/central-path.ts';
import { listing, reviewed, reviewStudy, term } from '../../support/review-study.ts';

/** The rate in percent, month by month from April 2025, in a scenario with these terms. */
function rates(terms: readonly string[], schedule = '10%'): readonly number[] {
  const texts = reviewStudy({ 'review.yaml': reviewed(terms, schedule) });
  return centralPath(texts, 'review')('tariffs.rate', 'korea');
}

function rounded(values: readonly number[]): readonly number[] {
  return values.map((value) => Math.round(value * 1e9) / 1e9);
}

/** At the end of July 4 bn USD of 10 are spent. */
const HOLDS = 'invest.spent <= 0.4 * invest.promised';
const FAILS = 'invest.spent < 0.4 * invest.promised';
const BACK = 'snap_back: { on: 2025-08-01, to: 25% }';

describe('a term with a condition', () => {
  it('acts from its date on where the condition holds at the end of the step before', () => {
    expect(rounded(rates([term('t', BACK, HOLDS)]))).toEqual([
      10, 10, 10, 10, 25, 25, 25, 25, 25, 25, 25, 25,
    ]);
  });

  it('never acts where it does not hold then, whatever comes later', () => {
    const flat = rates([]);
    expect(rates([term('t', BACK, FAILS)])).toEqual(flat);
    expect(rates([term('t', BACK, 'invest.spent >= invest.promised')])).toEqual(flat);
    expect(rates([term('t', BACK, 'invest.spent > 0.4 * invest.promised')])).toEqual(flat);
  });

  it('acts on though its condition no longer holds', () => {
    expect(rates([term('t', BACK, HOLDS)]).at(-1)).toBe(25);
  });

  it.each([
    ['2025-08-31', 'invest.spent == 0.4 * invest.promised'],
    ['2025-08-01', 'invest.spent == 0.4 * invest.promised'],
    ['2025-07-31', 'invest.spent == 0.3 * invest.promised'],
    ['2025-05-01', 'invest.spent == 0.1 * invest.promised'],
    ['2026-03-31', 'invest.spent == 1.1 * invest.promised'],
  ])('of %s is decided on at the end of the month before it', (date, when) => {
    const act = `snap_back: { on: ${date}, to: 25% }`;
    expect(rates([term('t', act, when)])).toEqual(rates([term('t', act, null)]));
  });

  it('dated after the horizon leaves it alone', () => {
    expect(rates([term('t', 'snap_back: { on: 2026-04-01, to: 25% }', HOLDS)])).toEqual(rates([]));
  });

  it.each([
    ['snap_back: { on: 2025-08-16, to: 25% }', '10%'],
    ['sunset: { on: 2025-08-10, to: 5% }', '10%'],
    ['sunset: { on: 2025-08 }', '10%'],
    ['deferral: { from: 2025-08-05, span: 90 days, meanwhile: 0% }', '10%'],
    ['phase_in: { from: 2025-08, span: 4 months }', '{ start: 10%, 2025-11: 30% }'],
    ['cap: { at: 12%, from: 2025-08 }', '{ start: 10%, 2025-06: 20%, 2025-12: 11% }'],
  ])('does exactly what it does without one, or nothing: %s', (act, schedule) => {
    const always = rates([term('t', act, null)], schedule);
    const never = rates([], schedule);
    expect(always).not.toEqual(never);
    expect(rates([term('t', act, HOLDS)], schedule)).toEqual(always);
    expect(rates([term('t', act, FAILS)], schedule)).toEqual(never);
  });

  it('may bring back the bare schedule', () => {
    const cap = term('cap', 'cap: { at: 5% }', null);
    const act = 'snap_back: { on: 2025-08 }';
    expect(rounded(rates([cap, term('t', act, HOLDS)])).slice(3, 5)).toEqual([5, 10]);
    expect(rounded(rates([cap, term('t', act, FAILS)])).slice(3, 5)).toEqual([5, 5]);
  });

  it('weights the month of its date by days', () => {
    const act = 'snap_back: { on: 2025-08-16, to: 25% }';
    expect(rates([term('t', act, HOLDS)])[4]).toBeCloseTo((15 * 10 + 16 * 25) / 31, 9);
  });

  it('ends as it would without one: a deferral that is granted runs out', () => {
    const act = 'deferral: { from: 2025-08, to: 2025-10, meanwhile: 0% }';
    expect(rounded(rates([term('t', act, HOLDS)]))).toEqual([
      10, 10, 10, 10, 0, 0, 10, 10, 10, 10, 10, 10,
    ]);
  });
});

describe('several terms with conditions', () => {
  const first = (when: string) => term('first', 'snap_back: { on: 2025-08, to: 25% }', when);
  const second = (when: string) => term('second', 'snap_back: { on: 2025-11, to: 40% }', when);

  it.each([
    [HOLDS, 'invest.spent < 0.8 * invest.promised', [10, 10, 10, 10, 25, 25, 25, 40]],
    [HOLDS, 'invest.spent < 0.7 * invest.promised', [10, 10, 10, 10, 25, 25, 25, 25]],
    [FAILS, 'invest.spent < 0.8 * invest.promised', [10, 10, 10, 10, 10, 10, 10, 40]],
    [FAILS, 'invest.spent < 0.7 * invest.promised', [10, 10, 10, 10, 10, 10, 10, 10]],
  ])('are reviews of their own: %s and %s', (one, other, due) => {
    expect(rounded(rates([first(one), second(other)])).slice(0, 8)).toEqual(due);
  });

  it('act in the order of the file', () => {
    const cap = term('cap', 'cap: { at: 20%, from: 2025-08 }', HOLDS);
    expect(rates([first(HOLDS), cap])[4]).toBe(20);
    expect(rates([cap, first(HOLDS)])[4]).toBe(25);
  });

  it('mix with terms that act in any case: what snaps back is phased in', () => {
    const slowly = term('slowly', 'phase_in: { from: 2025-08, span: 3 months }', null);
    expect(rounded(rates([first(HOLDS), slowly])).slice(3, 8)).toEqual([10, 12.5, 17.5, 22.5, 25]);
    expect(rounded(rates([first(FAILS), slowly])).slice(3, 8)).toEqual([10, 10, 10, 10, 10]);
  });

  it('may be four, each with a date and a say of its own', () => {
    const four = (fails: number) =>
      [0, 1, 2, 3].map((k) => {
        const bound = (fails & (1 << k)) === 0 ? '<=' : '<';
        const when = `invest.spent ${bound} ${(k + 4) / 10} * invest.promised`;
        return term(
          `t${k}`,
          `snap_back: { on: 2025-${String(8 + k).padStart(2, '0')}, to: ${20 + k}% }`,
          when,
        );
      });
    for (let fails = 0; fails < 16; fails++) {
      const due = [10];
      for (let k = 0; k < 4; k++) due.push((fails & (1 << k)) === 0 ? 20 + k : due.at(-1)!);
      expect(rounded(rates(four(fails)).slice(3, 8))).toEqual(due);
    }
  });
});

describe('what a condition reads', () => {
  it.each([
    ['an equation without a past', 'invest.flow * (1 month) == invest.spent / 4'],
    ['an element of an equation', 'invest.by_country[japan] == 2 * invest.spent'],
    ['a fold', 'sum(country, invest.by_country[country]) == 3 * invest.spent'],
    ['an assumption', 'invest.vigour == 1'],
    ['a lever', 'invest.pace * (4 months) == invest.spent'],
    ['a lever of yes or no', 'invest.open'],
    ['a lever that is a date', 'invest.due > date(2025, 12, 31) and invest.due < date(2026, 1, 2)'],
    ['the lever itself, as it was', 'tariffs.rate[korea] == 0.1'],
    ['an equation of the lever itself', 'tariffs.duty < 0.1 * tariffs.sales'],
    ['an unknown that is solved for', 'tariffs.price < (2 / 1.1) ^ 0.25 + 0.001'],
    ['the length of a step', 'invest.spent == 4 * step * invest.pace'],
  ])('may be %s', (_name, when) => {
    expect(rates([term('t', BACK, when)])[4]).toBe(25);
    expect(rates([term('t', BACK, `not (${when})`)])[4]).toBe(10);
  });
});

describe('terms of several scenarios', () => {
  const scenario = (when: string) => reviewed([term('t', BACK, when)]);

  it('keep to their own conditions, and leave the others alone', () => {
    const texts = reviewStudy(
      listing(['plain', 'one', 'two', 'both', 'none', 'drawn'], {
        'one.yaml': scenario(HOLDS),
        'two.yaml': scenario(FAILS),
        'both.yaml': `title: Both\nextends: two\ntariffs: { rate: { korea: { terms: { ${term('u', 'snap_back: { on: 2025-11, to: 40% }', HOLDS.replace('0.4', '0.8'))} } } } }\n`,
        'none.yaml':
          'title: None\nextends: one\ntariffs: { rate: { korea: { terms: { t: none } } } }\n',
        'drawn.yaml': 'title: Drawn\ntariffs: { rate: { korea: 10% to 30% } }\n',
      }),
    );
    const last = (name: string) => centralPath(texts, name)('tariffs.rate', 'korea').at(-1);
    expect(['plain', 'one', 'two', 'both', 'none'].map(last)).toEqual([10, 25, 10, 40, 10]);
    expect(last('drawn')).toBeCloseTo(Math.sqrt(300), 6);
  });

  it('stand on the elements that have them', () => {
    const all = reviewed([term('t', BACK, HOLDS)]).replace('korea:', 'all:');
    const texts = reviewStudy({ 'review.yaml': all });
    const path = centralPath(texts, 'review');
    expect(path('tariffs.rate', 'japan')).toEqual(path('tariffs.rate', 'korea'));
    expect(path('tariffs.rate', 'japan').slice(3, 5)).toEqual([10, 25]);
    const korea = centralPath(reviewStudy({ 'review.yaml': scenario(HOLDS) }), 'review');
    expect(korea('tariffs.rate', 'japan').slice(3, 5)).toEqual([0, 0]);
  });

  it('are decided on by the quarter where that is the step', () => {
    const quarters = reviewStudy({
      'study.yaml': listing(['plain', 'review'])['study.yaml']!.replace(
        'months: 12',
        'quarters: 4',
      ),
      'review.yaml': reviewed([term('t', BACK, 'invest.spent == 0.3 * invest.promised')]),
    });
    const path = centralPath(quarters, 'review')('tariffs.rate', 'korea');
    expect(rounded(path)).toEqual([10, 20, 25, 25]);
  });
});
