import { describe, expect, test } from 'vitest';
import { firstChoice, namesApart, pathOfMeasure } from '../../../reports/dashboard/choice.ts';
import { someResults } from '../../support/results.ts';

const results = someResults();
const { study } = results;

describe('what a reader sees first', () => {
  test('is the headline measure, and the scenario that betters it most', () => {
    const { measure, scenario, path } = firstChoice(results);
    expect(study.measures[measure]!.name).toBe(study.headline[0]);
    const gains = results.comparisons.filter(
      (one) => one.measure === study.headline[0] && one.condition === null,
    );
    const best = gains
      .filter(
        (one) => study.scenarios.find(({ name }) => name === one.scenario)?.role === 'scenario',
      )
      .sort((a, b) => b.againstBaseline!.median.value! - a.againstBaseline!.median.value!)[0]!;
    expect(study.scenarios[scenario]!.name).toBe(best.scenario);
    expect(path).toBeNull();
  });

  test('sets another measure against it: what pays for offers, else the next headline', () => {
    expect(firstChoice(results)).toMatchObject({ measure: 0, other: 1 });
    const turned = { ...results, study: { ...study, headline: ['rate', 'duty'] } };
    expect(firstChoice(turned)).toMatchObject({ measure: 2, other: 0 });
    const breakEven = { ...study.breakEven!, measure: study.measures.at(-1)!.name };
    const asked = { ...results, study: { ...study, breakEven } };
    expect(firstChoice(asked).other).toBe(study.measures.length - 1);
  });

  test('is a scenario whose draws differ, where there is one', () => {
    const comparisons = results.comparisons.map((one) =>
      one.scenario === 'lng-offer'
        ? one
        : { ...one, outcome: { ...one.outcome, minimum: 1, maximum: 1 } },
    );
    const { scenario } = firstChoice({ ...results, comparisons });
    expect(study.scenarios[scenario]!.name).toBe('lng-offer');
  });

  test('is what there is where there is one measure and no scenario but the baseline', () => {
    const small = someResults({ scenarios: 2, measures: 1 });
    expect(firstChoice(small)).toMatchObject({ measure: 0, other: 0, scenario: 0 });
  });
});

describe('the path of a measure', () => {
  const of = (formula: string, unit = '%', name = 'x') => {
    const measure = { ...study.measures[0]!, name, unit, formula };
    return pathOfMeasure({ ...results, study: { ...study, measures: [measure] } }, 0);
  };

  test.each([
    ['one of its name', 'average(economy.other)', '%', 'gdp', 1],
    ['one in its unit that its formula holds', 'average(economy.gdp)', '%', 'x', 1],
    ['none in another unit', 'average(economy.gdp)', 'USD', 'x', null],
    ['none of a longer name', 'average(economy.gdp_gap)', '%', 'x', null],
    ['none of another module', 'average(my_economy.gdp)', '%', 'x', null],
    ['none of which it takes one element', 'average(economy.gdp[cars])', '%', 'x', null],
  ])('is %s', (_, formula, unit, name, due) => {
    expect(of(formula, unit, name)).toBe(due);
  });
});

test('names that are alike are told apart by what they name', () => {
  const names = [
    { name: 'a', title: 'Tariff' },
    { name: 'b', title: 'tariff' },
    { name: 'c', title: '' },
  ];
  expect(namesApart(names)).toEqual(['Tariff (a)', 'tariff (b)', 'c']);
});
