import { describe, expect, it, test } from 'vitest';
import { checkStudy } from '../../engine/check.ts';
import { centralPath } from '../support/central-path.ts';
import { EXAMPLES } from '../support/examples-study.ts';
import { filesOf } from '../support/small-study.ts';

test('the texts of the design compile without problems', () => {
  const { problems, ready } = checkStudy(filesOf(EXAMPLES));
  expect(problems).toEqual([]);
  expect(ready?.study.scenarios.map(({ name }) => name)).toEqual([
    'no-offer',
    'deferral',
    'imposed-deal',
  ]);
});

test('elasticities are correlated among all sectors, and one pair besides', () => {
  const { correlations } = checkStudy(filesOf(EXAMPLES)).ready!.study;
  expect(correlations).toHaveLength((11 * 10) / 2 + 1);
  expect(correlations.at(-1)).toEqual({ one: 'trade.jump', other: 'trade.speed', rank: -0.3 });
  expect(correlations[0]).toEqual({
    one: 'trade.elasticity[aluminium]',
    other: 'trade.elasticity[appliances]',
    rank: 0.5,
  });
});

describe('on the central path', () => {
  const offer = centralPath(EXAMPLES, 'no-offer');
  const deferral = centralPath(EXAMPLES, 'deferral');
  const deal = centralPath(EXAMPLES, 'imposed-deal');

  it('the announced rate is weighted by the days of the month in which it changes', () => {
    const [april, may] = offer('tariffs.announced', 'machinery,korea');
    expect(april).toBeCloseTo((10 * 4 + 25 * 22) / 30, 9);
    expect(may).toBe(25);
  });

  it('goods under Section 232 pay that duty and no country rate', () => {
    expect(offer('tariffs.applied', 'cars,korea').at(-1)).toBe(25);
    expect(offer('tariffs.applied', 'petroleum,korea').at(-1)).toBe(0);
    expect(offer('tariffs.announced', 'chips,korea').at(-1)).toBeCloseTo(2.5, 12);
    expect(offer('tariffs.applied', 'machinery,mexico_canada').at(-1)).toBe(0);
  });

  it('a deferral of 120 days from 1 May ends on 29 August', () => {
    const rate = deferral('tariffs.country_rate', 'korea');
    expect(rate.slice(1, 4)).toEqual([10, 10, 10]);
    expect(rate[4]).toBeCloseTo((10 * 28 + 25 * 3) / 31, 9);
    expect(rate[5]).toBe(25);
    expect(deferral('tariffs.country_rate', 'japan')).toEqual(
      offer('tariffs.country_rate', 'japan'),
    );
  });

  it('an imposed deal is in force from the month that holds its date', () => {
    const state = deal('negotiation.deal');
    expect(state.slice(0, 4)).toEqual([0, 0, 0, 1]);
    expect(deal('tariffs.applied', 'cars,korea').slice(2, 4)).toEqual([25, 15]);
    expect(deal('tariffs.applied', 'machinery,korea').at(-1)).toBeCloseTo(
      // median of the triangular from 10 over 12 to 25
      25 - Math.sqrt(0.5 * 15 * 13),
      9,
    );
  });

  it('exports go on adjusting towards the long run', () => {
    const longRun = offer('trade.long_run', 'machinery');
    const response = offer('trade.response', 'machinery');
    expect(longRun.at(-1)).toBeLessThan(0);
    const gaps = response.map((value, t) => value - longRun[t]!);
    expect(gaps.slice(2).every((gap, t) => gap > 0 && gap < gaps[t + 1]!)).toBe(true);
    const sum = ['cars', 'parts', 'steel', 'aluminium', 'chips', 'pharma', 'machinery', 'batteries']
      .concat(['appliances', 'petroleum', 'other'])
      .map((sector) => offer('trade.exports', sector).at(-1)!)
      .reduce((a, b) => a + b);
    expect(offer('trade.exports_all').at(-1)).toBeCloseTo(sum, 9);
  });

  it('the payment is fixed each January, indexed to prices two years before', () => {
    // SMA: 1402.8, 1519.2 from 2026, then with prices of 2025 (2.1% before April) and of 2026 on (2%)
    const payment = offer('defence.payment');
    const januaries = [0, 9, 21, 33, 45, 57].map((t) => payment[t]!);
    const due = [1402.8, 1519.2, 1519.2 * 1.021, 1519.2 * 1.021 * 1.02];
    for (const [at, value] of due.entries()) expect(januaries[at]).toBeCloseTo(value, 9);
    expect(payment.slice(9, 21).every((value) => value === payment[9])).toBe(true);
  });

  it('what pulls purchases forward is paid back, and the rest stays', () => {
    const extra = offer('autos.extra');
    const sold = extra.reduce((sum, perMonth) => sum + perMonth, 0);
    // The median of beta(6, 4), to the digits that the tables give.
    const pulledForward = 0.6067;
    const left = offer('autos.borrowed').at(-1)! - paid(offer('autos.payback'));
    expect(left / sold).toBeCloseTo(0, 4);
    expect(offer('autos.balance').at(-1)! / sold).toBeCloseTo(1 - pulledForward, 3);
    expect(extra.slice(3).every((perMonth) => perMonth === 0)).toBe(true);
  });
});

function paid(perMonth: readonly number[]): number {
  return perMonth.reduce((sum, value) => sum + value, 0);
}
