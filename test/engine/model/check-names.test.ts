import { expect, test } from 'vitest';
import { found } from '../../support/formula-study.ts';

const HINT = '(give one of them another name)';

test('a variable is not named as a set: max(region, 5) would mean two things', () => {
  const equations =
    'region: { unit: "1", formula: 3 }\nx: { unit: "1", formula: "max(region, 5)" }';
  expect(found({ equations })).toEqual([
    `duplicate-name at region: "region" names a set too ${HINT}`,
  ]);
});

test('an index is not named as a variable of its module', () => {
  const over = 'x: { over: { growth: supplier }, unit: "1", formula: growth + 1 }';
  expect(found({ equations: over })).toEqual([
    `duplicate-name at x: the index "growth" of x names a variable too ${HINT}`,
  ]);
  const fold = 'x: { unit: "1", formula: "sum(growth in region, growth)" }';
  expect(found({ equations: fold })).toEqual([
    'duplicate-name at growth in region: the index "growth" names a variable too (give it another name)',
  ]);
});

test('what is named as an element, or as a variable of another module, is told apart', () => {
  const equations = `korea: { unit: "1", formula: 3 }
x: { over: { interest: supplier }, unit: "1", formula: "if(interest == korea, korea, sum(stok in region, p[stok]))" }`;
  expect(found({ equations })).toEqual([]);
});
