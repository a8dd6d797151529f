import { describe, expect, it } from 'vitest';
import { tuples } from '../../../engine/study/extent.ts';
import { LANGUAGE, marksOf, messagesOf } from '../../support/language-study.ts';
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
