import { expect, test } from 'vitest';
import { describeStudy } from '../../../engine/analysis/describe-study.ts';
import { checkStudy } from '../../../engine/check.ts';
import { filesOf, type Texts, VALIDATED_STUDY, withTexts } from '../../support/small-study.ts';

const RICH = withTexts({
  'model/model.yaml': 'sets: { good: [cars, boats] }\n',
  'model/yard.yaml': `
title: A yard
about: It builds.
levers:
  aid: { about: Money, over: good, unit: bn KRW/year, default: { all: 0 bn KRW/year } }
assumptions:
  cost: { about: Of one, over: good, value: { cars: 1, boats: 2 }, uncertainty: { boats: 1 to 4 }, source: census }
shocks:
  weather: { about: Storms, over: good, distribution: { uniform: [0, 1] } }
equations:
  built: { over: good, unit: "1", starts: 0, formula: "previous(built[good]) + weather[good] / cost[good]" }
  seen: { unit: "1", starts: { 2025-02: 1, 2025-03: 2 }, formula: previous(seen) }
  each: { over: { g: good }, unit: "1", starts: { cars: 0, boats: "cost[boats]" }, formula: "previous(each[g])" }
`,
  'sources.yaml': 'census: { title: A count, publisher: The office, date: 2024, note: old }\n',
  'offer.yaml': `
title: Half price
about: Cheap.
author: Desk
not_modelled: Rivals.
extends: usual
shop:
  price:
    schedule: { 2025-05: 0.5 }
    terms:
      talk: { cap: { at: 0.4 }, status: announced }
      back: { snap_back: { on: 2025-09, to: 2 }, when: shop.stock < shop.enough, status: in force }
yard: { aid: { cars: 5 bn KRW/year } }
assumptions: { yard.cost: { boats: 3 } }
`,
});

test('a baseline that is its own reference is still the baseline', () => {
  const alone = withTexts({});
  const study = alone['study.yaml']!.replace('reference: nothing', 'reference: usual');
  const { scenarios } = described({ ...alone, 'study.yaml': study });
  expect(scenarios.map(({ role }) => role)).toEqual(['scenario', 'baseline', 'scenario']);
});

function described(texts: Texts) {
  const { ready, problems } = checkStudy(filesOf(texts));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return describeStudy(ready!.study, 'small');
}

test('scenarios have their roles and levers say where they differ', () => {
  const study = described(RICH);
  expect(study.scenarios.map(({ name, role }) => [name, role])).toEqual([
    ['nothing', 'reference'],
    ['usual', 'baseline'],
    ['offer', 'scenario'],
  ]);
  expect(study.scenarios[2]).toMatchObject({
    author: 'Desk',
    notModelled: 'Rivals.',
    extends: ['usual'],
    file: 'offer.yaml',
  });
  const [price] = study.levers.filter(({ name }) => name === 'price');
  expect(price!.values[2]).toBe(
    '0.5 from 2025-05; talk: cap at 0.4 (announced); back: snap_back on 2025-09, to 2 when shop.stock < shop.enough (in force)',
  );
  const aid = study.levers.filter(({ name }) => name === 'aid');
  expect(aid.map(({ element, differs }) => [element, ...differs])).toEqual([
    ['[cars]', false, false, true],
    ['[boats]', false, false, false],
  ]);
  expect(study.levers.find(({ name }) => name === 'closes')!.unit).toBe('date');
});

test('assumptions say value, distribution, range, source and overrides', () => {
  const { assumptions, shocks, sources } = described(RICH);
  const [cars, boats] = assumptions.filter(({ name }) => name === 'cost');
  expect(cars).toMatchObject({
    element: '[cars]',
    central: 1,
    distribution: null,
    p5: null,
    p95: null,
    overrides: [],
  });
  expect(boats).toMatchObject({
    central: 2,
    distribution: { text: 'lognormal, 90% in {low} to {high}', values: { low: '1', high: '4' } },
    overrides: [{ scenario: 'offer', text: '3' }],
  });
  expect([boats!.p5, boats!.p95].map((value) => Number(value!.toFixed(9)))).toEqual([1, 4]);
  expect(shocks.filter(({ name }) => name === 'weather')).toMatchObject([
    {
      element: '[cars]',
      about: 'Storms',
      distribution: { text: 'uniform {low} to {high}', values: { low: '0', high: '1' } },
    },
    { element: '[boats]' },
  ]);
  expect(sources).toMatchObject([{ id: 'census', uses: 1 }]);
});

test('equations say what they run over and what they were before', () => {
  const { equations } = described(RICH);
  expect(equations.map(({ name, over, starts }) => [name, over, starts])).toEqual([
    ['sales', '', ''],
    ['stock', '', '0'],
    ['built', 'good', '0'],
    ['seen', '', '1 from 2025-02; 2 from 2025-03'],
    ['each', 'g in good', 'cars: 0; boats: cost[boats]'],
  ]);
});

test('the frame of the study is told', () => {
  const study = described(RICH);
  expect(study).toMatchObject({
    name: 'small',
    title: 'A small study',
    stepName: 'month',
    breakEven: { measure: 'stock', success: 'open', failure: 'shut' },
  });
  expect(study.steps).toHaveLength(12);
  expect([study.steps[0], study.steps[11]]).toEqual(['2025-04-01', '2026-03-01']);
  expect(study.conditions.map(({ title, kind, text }) => [title, kind, text])).toEqual([
    ['open', 'impose', 'shop.closes: never'],
    ['shut', 'impose', 'shop.closes: 2025-07'],
    ['rich', 'when', 'final(shop.stock) > 1.2 * shop.enough'],
  ]);
  expect(study.measures[0]).toMatchObject({
    target: '>= 1 bn USD',
    bound: { operator: '>=', value: 1 },
    better: 'higher',
    formula: 'final(shop.stock)',
  });
  const plain = described(
    withTexts({ 'study.yaml': RICH['study.yaml']!.replace(/break_even:.*\n/, '') }),
  );
  expect(plain.breakEven).toBeNull();
});

test('an assumption from a table has the evidence of each cell, and a source counts it once', () => {
  const study = described({
    ...RICH,
    'model/yard.yaml': RICH['model/yard.yaml']!.replace(
      / {2}cost: .*/,
      '  cost: { over: good, value: { table: t.csv }, uncertainty: { table: t.csv, low: from, high: to }, source: { table: t.csv }, why: { table: t.csv } }',
    ),
    'model/t.csv':
      'good,value,from,to,source,why\ncars,1,,,census,\nboats,2,1,4,judgement,A hunch\n',
  });
  expect(study.assumptions.filter(({ name }) => name === 'cost')).toMatchObject([
    { element: '[cars]', source: 'census', why: '', distribution: null, p5: null },
    { element: '[boats]', source: 'judgement', why: 'A hunch', p5: expect.closeTo(1, 9) },
  ]);
  expect(study.sources).toMatchObject([{ id: 'census', uses: 1 }]);
});

test('validations are told in their units, with the scenarios that only they ask for', () => {
  const study = described(VALIDATED_STUDY);
  expect(study.validations).toMatchObject([
    { name: 'dear', by: 'A bank', scenario: 'dear', against: 'usual', unit: '%' },
    { name: 'half', compare: 'difference', published: { low: 5, high: 6 } },
    { name: 'level', against: '', usedInCalibration: true, formula: 'total(shop.sales)' },
  ]);
  expect(study.validations[0]!.published.low).toBeCloseTo(-28, 12);
  expect(study.scenarios.map(({ name }) => name)).toEqual(['nothing', 'usual', 'offer']);
  expect(study.validationScenarios).toMatchObject([{ name: 'dear', role: 'validation' }]);
  const [price] = study.levers;
  expect(price!.values).toEqual([
    '1 from start; 2 from 2025-06-16',
    '1 from start; 2 from 2025-06-16',
    '0.5',
    '2',
  ]);
  expect(price!.differs).toEqual([false, false, true, true]);
  expect(study.assumptions.find(({ name }) => name === 'fade')!.overrides).toMatchObject([
    { scenario: 'dear' },
  ]);
  expect(study.sources).toMatchObject([{ id: 'bank', uses: 0, estimates: 3 }]);
});

test('limits are told in their order, checks with their formulas, and tests are counted', () => {
  const study = described({
    ...RICH,
    'study.yaml': `${RICH['study.yaml']}limits:\n  - Nobody\n    steals.\n  - Shops close at night.\n`,
    'tests/a.yaml': 'tests:\n  - { name: t, expect: { sales: "> 0 bn USD" } }\n',
  });
  expect(study.limits).toEqual(['Nobody steals.', 'Shops close at night.']);
  expect(study.checks).toEqual([{ module: 'shop', name: 'never_negative', formula: 'stock >= 0' }]);
  expect(study.tests).toBe(1);
  expect(described(RICH)).toMatchObject({ limits: [], tests: 0 });
});

test('what is measured over a set is titled with what its elements are called, in every language', () => {
  const study = RICH['study.yaml']!.replace(
    'measures:',
    'measures:\n  yards: { title: Built, over: good, unit: "1", formula: "final(yard.built[good])", better: neither }',
  );
  const texts = {
    ...RICH,
    'study.yaml': study,
    'model/model.yaml': 'sets: { good: [cars, boats] }\nlabels: { boats: Small ships }\n',
    'texts/a.yaml': '- { en: Built, ko: 건조 }\n- { en: Small ships, ko: 소형 선박 }\n',
  };
  const { measures, translations } = described(texts);
  const titles = measures.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['Built, cars', 'Built, Small ships']));
  const korean = translations.get('ko')!;
  expect(korean.get('Built, cars')).toBe('건조, cars');
  expect(korean.get('Built, Small ships')).toBe('건조, 소형 선박');
});
