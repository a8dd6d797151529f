import { describe, expect, test } from 'vitest';
import type { Comparison, Figure, Results, Summary } from '../../../engine/index.ts';
import { openReport } from '../../../reports/report.ts';
import { answerOf } from '../../../reports/summary/answer.ts';
import { effectText, headlinesOf } from '../../../reports/summary/effects.ts';
import { someResults } from '../../support/results.ts';

const results = someResults();
const { study } = results;

/** What the sheet Summary says, a line for each part of the answer. */
function linesOf(some: Results): string[] {
  return answerOf(openReport(some, 'en')).map(({ about, sentence }) => `${about} | ${sentence}`);
}

const figure = (value: number, error: number | null): Figure => ({ value, error });

/** A change of a mean, with its error and its range. */
function change(
  mean: number,
  error: number | null,
  [low, high]: readonly [number, number],
): Summary {
  const [known] = results.comparisons;
  return {
    ...known!.outcome,
    ...{ mean: figure(mean, error), p5: figure(low, error), p95: figure(high, error) },
    ...{ minimum: low, maximum: high },
  };
}

/** Results on one measure in which scenarios change by what is given. */
function withChanges(changes: Readonly<Record<string, Summary>>, measure: object = {}): Results {
  const gdp = { ...study.measures[0]!, title: 'GDP', ...measure };
  const comparisons = results.comparisons.flatMap((one): Comparison[] => {
    const own = changes[one.scenario];
    if (one.measure !== 'gdp' || one.condition !== null || own === undefined) return [];
    return [{ ...one, againstBaseline: own, againstReference: own }];
  });
  return {
    ...{ ...results, comparisons, breakEvens: [] },
    study: { ...study, measures: [gdp], headline: ['gdp'], breakEven: null },
  };
}

describe('the answer', () => {
  test('says what the baseline does, what scenarios change, and what is not sure', () => {
    const some = withChanges({
      'no-offer': change(-0.4, 0.01, [-0.7, -0.1]),
      'lng-offer': change(0.2, 0.01, [-0.1, 0.5]),
      package: change(0.001, 0.01, [-0.3, 0.3]),
    });
    expect(linesOf(some)).toMatchInlineSnapshot(`
      [
        "What the baseline does | "No offer" against "Before the tariffs", on average: GDP: −0.40 points (−0.70 to −0.10).",
        "What scenarios change | GDP, on average against "No offer": better with LNG and a deferral +0.20 points (−0.10 to 0.50); not to be told apart with 200 draws: The whole package.",
        "What is not sure | Whether it is better or worse: nine draws of ten lie on both sides of zero for LNG and a deferral.",
      ]
    `);
  });

  test('names no range where the draws are all alike, and no error', () => {
    const some = withChanges({
      'no-offer': change(-0.4, null, [-0.4, -0.4]),
      'lng-offer': change(-0.2, null, [-0.2, -0.2]),
      package: change(0, null, [0, 0]),
    });
    expect(linesOf(some)).toMatchInlineSnapshot(`
      [
        "What the baseline does | "No offer" against "Before the tariffs", on average: GDP: −0.40 points.",
        "What scenarios change | GDP, on average against "No offer": worse with LNG and a deferral −0.20 points; no change with The whole package.",
      ]
    `);
  });

  test('tells a small loss from a small gain', () => {
    const report = openReport(withChanges({ package: change(-0.4, 0.01, [-0.7, 0.7]) }), 'en');
    const [headline] = headlinesOf(report);
    const { spoken } = headline!;
    const coarse = {
      ...headline!,
      spoken: { ...spoken, change: { ...spoken.change, decimals: 1, tens: 0 } },
    };
    const said = [-0.01, 0.01].map((mean) =>
      effectText(report, coarse, change(mean, 0.001, [mean, mean])),
    );
    expect(said).toEqual(['between −0.1 and 0 points', 'under 0.1 points']);
  });

  test('says higher and lower where neither way is better', () => {
    const some = withChanges(
      {
        'lng-offer': change(12, 0.1, [10, 14]),
        package: change(-30, 0.1, [-40, -20]),
      },
      { better: 'neither', unit: 'bn USD' },
    );
    expect(linesOf(some)).toMatchInlineSnapshot(`
      [
        "What scenarios change | GDP, on average against "No offer": higher with LNG and a deferral +12.0 bn USD (10.0 to 14.0); lower with The whole package −30.0 bn USD (−40.0 to −20.0).",
      ]
    `);
  });

  test('takes less for better where a study does', () => {
    const some = withChanges({ package: change(-3, 0.1, [-4, -2]) }, { better: 'lower' });
    expect(linesOf(some).join()).toContain('better with The whole package');
  });

  test('says nothing of a reference that is the baseline, or of scenarios that are not there', () => {
    const [baseline] = study.scenarios.filter(({ role }) => role === 'baseline');
    const alone = { ...results, study: { ...study, scenarios: [baseline!] }, breakEvens: [] };
    expect(linesOf(alone)).toEqual([]);
  });

  test('names the strongest of many scenarios and counts the others', () => {
    const many = { ...someResults({ scenarios: 11 }), breakEvens: [] };
    const line = linesOf(many).find((one) => one.startsWith('What scenarios change'));
    expect(line).toMatch(/and \d more/);
  });
});

describe('what offers must achieve', () => {
  const [one] = results.breakEvens;
  const offer = (scenario: string, cost: number, gain: number) => ({
    ...one!,
    ...{ scenario, rise: figure(cost / gain, 0.004) },
    ...{ cost: change(cost, 0.01, [cost, cost]), gain: change(gain, 0.01, [gain, gain]) },
  });
  const saidOf = (...breakEvens: Results['breakEvens']) =>
    linesOf({ ...results, breakEvens }).find((line) => line.startsWith('What offers must'));

  test('is said of those that can pay, from the least on, and of those that cost nothing or never pay', () => {
    const said = saidOf(
      offer('package', 0.5, 1),
      offer('lng-offer', 0.1, 1),
      offer('no-offer', -0.1, 1),
      offer('before-tariffs', 2, 1),
    );
    expect(said).toMatchInlineSnapshot(
      `"What offers must achieve | Measured by Korean GDP against the world before the tariffs, five-year average, an offer pays if it raises the chance of "With a deal" by: LNG and a deferral 10.0 points (±0.4); The whole package 50.0 points (±0.4); nothing, as it costs nothing: No offer; no rise is enough: Before the tariffs."`,
    );
  });

  test('is not said where the study does not ask, or nothing is known', () => {
    expect(saidOf()).toBeUndefined();
    const none = { ...one!, cost: { ...one!.cost, mean: { value: null, error: null } } };
    expect(saidOf(none)).toBeUndefined();
  });
});
