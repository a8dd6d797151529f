import { describe, expect, it } from 'vitest';
import { tuples } from '../../../engine/study/extent.ts';
import {
  LANGUAGE,
  marksOf,
  messagesOf,
  scenarioOf,
  settingOf,
} from '../../support/language-study.ts';
import type { Texts } from '../../support/small-study.ts';

/** The study with one more equation over something. */
function over(text: string, formula = '1'): Texts {
  const more = `  y: { over: ${text}, unit: "1", formula: "${formula}" }\n`;
  return { 'model/m.yaml': LANGUAGE['model/m.yaml']! + more };
}

describe('tuples', () => {
  const sets = new Map([
    ['good', ['cars', 'steel']],
    ['country', ['korea', 'japan']],
  ]);
  const index = (set: string) => ({ name: set, set });

  it('run through the last set first', () => {
    expect(tuples([index('good'), index('country')], sets)).toEqual([
      'cars,korea',
      'cars,japan',
      'steel,korea',
      'steel,japan',
    ]);
  });

  it('are one without a name where there is no set', () => {
    expect(tuples([], sets)).toEqual(['']);
  });
});

describe('over', () => {
  it.each(['good', '[good]', '[good, country]', '{ i: good, j: good }', '{ good: good }'])(
    'takes %s',
    (text) => {
      expect(marksOf(over(text))).toEqual([]);
    },
  );

  it.each([
    ['goods', ['unknown-set goods']],
    ['[good, countries]', ['unknown-set countries']],
    ['[good, good]', ['duplicate-name [good, good]']],
    ['{ i: goods }', ['unknown-set goods']],
    ['{ step: good }', ['reserved-name step']],
    ['{ "2025": good }', ['bad-name "2025"']],
    ['{ korea: good }', ['duplicate-name korea']],
    ['3', ['wrong-type 3']],
    ['[[good]]', ['wrong-type [good]']],
  ])('refuses %s', (text, due) => {
    const marks = marksOf(over(text)).map((mark) => mark.replace(/ model.m.yaml:\d+:\d+/, ''));
    expect(marks).toEqual(due);
  });

  it('says how to use one set twice', () => {
    expect(messagesOf(over('[good, good]'))).toEqual([
      'duplicate-name: the index "good" stands here twice (name them: over: { i: good, j: good })',
    ]);
  });
});

describe('a list of values', () => {
  const rates = (text: string) => {
    const scenario = scenarioOf(`m: { rate: ${text} }\n`);
    return ['cars,korea', 'cars,japan', 'steel,korea', 'steel,japan'].map(
      (element) => settingOf(scenario, 'rate', element).value.text,
    );
  };

  it('has one for each element, in the order of the sets', () => {
    expect(rates('[[1%, 2%], [3%, 4%]]')).toEqual(['1%', '2%', '3%', '4%']);
  });

  it('may mix with maps and with one value for all', () => {
    expect(rates('[1%, [3%, 4%]]')).toEqual(['1%', '1%', '3%', '4%']);
    expect(rates('{ cars: [1%, 2%], all: 5% }')).toEqual(['1%', '2%', '5%', '5%']);
    expect(rates('[{ japan: 2%, all: 1% }, 5%]')).toEqual(['1%', '2%', '5%', '5%']);
  });

  it.each([
    ['m: { rate: [1%] }', ['wrong-length [1%]']],
    ['m: { rate: [[1%, 2%], [3%, 4%, 5%]] }', ['wrong-length [3%, 4%, 5%]']],
    ['m: { rate: [[[1%, 1%], 2%], 3%] }', ['wrong-type [1%, 1%]']],
    ['m: { volume: [1 Mt/year] }', ['wrong-type [1 Mt/year]']],
    ['assumptions: { m.cost: [1 USD/t] }', ['wrong-length [1 USD/t]']],
    ['assumptions: { m.cost: [[1 USD/t], 2 USD/t] }', ['wrong-type [1 USD/t]']],
    ['assumptions: { m.gas: [1 USD/MMBtu] }', ['wrong-type [1 USD/MMBtu]']],
  ])('is marked where it does not fit: %s', (text, due) => {
    const marks = marksOf({ 'b.yaml': `title: B\n${text}\n` });
    expect(marks.map((mark) => mark.replace(/ b.yaml:\d+:\d+/, ''))).toEqual(due);
  });

  it('says what it needs', () => {
    expect(messagesOf({ 'b.yaml': 'title: B\nm: { rate: [1%] }\n' })).toEqual([
      'wrong-length: good has 2 elements; this list has 1 (one value for each, in this order: cars, steel)',
    ]);
  });
});
