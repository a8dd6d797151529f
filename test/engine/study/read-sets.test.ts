import { describe, expect, it } from 'vitest';
import {
  LANGUAGE,
  marksOf,
  messagesOf,
  monthly,
  pathOf,
  scenarioOf,
  studyOf,
} from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

const CSV = { 'model/trade.csv': 'country,value\nkorea,1\njapan,2\nkorea,3\n' };

function sets(text: string, others: Texts = {}) {
  const { model } = studyOf({
    'model/model.yaml': `sets: { good: [cars, steel], country: [korea, japan], ${text} }\n`,
    ...others,
  });
  return Object.fromEntries(model.sets);
}

describe('a set', () => {
  it('is a list, a part of another, or the column of a table', () => {
    expect(sets('abroad: { subset of: country, without: [korea] }')).toMatchObject({
      abroad: ['japan'],
    });
    expect(sets('all_goods: { subset of: good }')).toMatchObject({ all_goods: ['cars', 'steel'] });
    expect(sets('partner: { from: trade.csv, column: country }', CSV)).toMatchObject({
      partner: ['korea', 'japan'],
    });
  });

  it.each([
    ['x: []', ['missing-element 1:58 x']],
    ['x: [a1, a1]', ['duplicate-name 1:66 a1']],
    ['x: [2025]', ['bad-name 1:62 2025']],
    ['x: [2025-04]', ['bad-name 1:62 2025-04']],
    ['x: [3a, ok]', ['bad-name 1:62 3a']],
    ['x: [all]', ['reserved-name 1:62 all']],
    ['x: [USD]', ['reserved-name 1:62 USD']],
    ['step: [a1]', ['reserved-name 1:58 step']],
    ['x: { subset of: land }', ['unknown-set 1:74 land']],
    ['x: { subset of: country, without: [corea] }', ['unknown-element 1:93 corea']],
    ['x: { subset of: good, without: [cars, steel] }', ['missing-element 1:58 x']],
    ['x: { from: none.csv, column: country }', ['file-missing 1:69 none.csv']],
    ['x: { from: trade.csv, column: contry }', ['table-syntax 1:88 contry']],
    ['x: { subset of: good, but: 1 }', ['unknown-key 1:80 but']],
  ])('is marked where it is wrong: %s', (text, due) => {
    const files = {
      'model/model.yaml': `sets: { good: [cars, steel], country: [korea, japan],    ${text} }\n`,
      ...CSV,
    };
    expect(marksOf(files).map((mark) => mark.replace('model/model.yaml:', ''))).toEqual(due);
  });

  it('from a table has names that can be used', () => {
    const files = {
      'model/model.yaml':
        'sets: { good: [cars, steel], country: [korea, japan], x: { from: t.csv, column: c } }\n',
      'model/t.csv': 'c\nUnited States\nall\nfine\n',
    };
    expect(marksOf(files)).toEqual([
      'bad-name model/t.csv:2:1 United States',
      'reserved-name model/t.csv:3:1 all',
    ]);
  });

  it('from a table that is broken leaves nobody else to blame', () => {
    const files = {
      'model/model.yaml':
        'sets: { good: { from: t.csv, column: good }, country: [korea, japan] }\n',
      'model/t.csv': 'good,value\ncars,1\nsteel\n',
      'a.yaml': 'title: A\nm: { rate: { cars: { korea: 5% } } }\n',
      'b.yaml': 'title: B\nassumptions: { m.cost: [1 USD/t, 2 USD/t] }\n',
    };
    expect(marksOf(files)).toEqual(['table-syntax model/t.csv:3:1 steel']);
  });

  it('is told what was meant', () => {
    const hints = (text: string) =>
      messagesOf({
        'model/model.yaml': `sets: { good: [cars, steel], country: [korea, japan], ${text} }\n`,
      });
    expect(hints('x: { subset of: goods }')[0]).toContain('did you mean "good"?');
    expect(hints('x: { subset of: zebra }')[0]).toContain('a set stands before its subsets');
    expect(hints('x: { subset of: country, without: [corea] }')[0]).toContain(
      'did you mean "korea"?',
    );
  });

  it('needs model.yaml only where there are sets', () => {
    const model = LANGUAGE['model/m.yaml']!.replace(/ {2}(rate|cost|storm): .*\n/g, '');
    const { 'model/model.yaml': _, ...rest } = LANGUAGE;
    expect(Object.keys(rest)).not.toContain('model/model.yaml');
    expect(
      studyOf({ 'model/m.yaml': model, 'model/model.yaml': 'title: Model\n' }).model.sets.size,
    ).toBe(0);
  });
});

describe('a lever over sets', () => {
  const rates = (text: string) => {
    const scenario = scenarioOf(`m: { rate: ${text} }\n`);
    return ['cars,korea', 'cars,japan', 'steel,korea', 'steel,japan'].map(
      (element) => Math.round(monthly(pathOf(scenario, 'rate', element), 1)[0]! * 1000) / 10,
    );
  };

  it.each([
    ['5%', [5, 5, 5, 5]],
    ['{ all: 5% }', [5, 5, 5, 5]],
    ['{ cars: 5% }', [5, 5, 0, 0]],
    ['{ all: 5%, cars: 10% }', [10, 10, 5, 5]],
    ['{ all: { korea: 5% } }', [5, 0, 5, 0]],
    ['{ cars: { korea: 1%, all: 2% }, all: { all: 3% } }', [1, 2, 3, 3]],
    ['{ cars: { korea: { 2025-04: 5%, 2025-06: 6% } } }', [5, 0, 0, 0]],
    [
      '{ cars: { korea: { schedule: 9%, terms: { c: { cap: { at: 4% }, status: in force } } } } }',
      [4, 0, 0, 0],
    ],
  ])('takes %s', (text, due) => {
    expect(rates(text)).toEqual(due);
  });
});
