import { expect, test } from 'vitest';
import { FUNCTIONS, functionNamed, functionNames } from '../../../engine/formula/functions.ts';
import { showParsed } from '../../support/show-expression.ts';

const CALLED = FUNCTIONS.filter(({ rule }) => rule !== 'name');

test('every function has one row', () => {
  expect(new Set(FUNCTIONS.map(({ name }) => name)).size).toBe(FUNCTIONS.length);
});

test('names of the step cannot be called', () => {
  expect(functionNames()).toEqual(CALLED.map(({ name }) => name));
  expect(functionNames()).not.toContain('step');
  expect(functionNamed('step')?.rule).toBe('name');
  expect(functionNamed('constructor')).toBeUndefined();
});

test.each(CALLED)('$name is written as its form says', ({ name, form, operands }) => {
  for (const one of form.split(' or ')) {
    expect(showParsed(one.replace(', ...', '').replace(/\bset\b/, 'sector'))).toMatch(`(${name}!`);
  }
  const [least, most] = operands;
  const call = (count: number) => `${name}(${Array.from({ length: count }, () => 'a').join(', ')})`;
  expect(showParsed(call(least))).toContain(`(${name}!`);
  expect(showParsed(call(most))).toContain(`(${name}!`);
  expect(showParsed(call(least - 1))).toBe(
    `wrong-arguments >${name}<${call(least - 1).slice(name.length)}`,
  );
  expect(showParsed(call(most + 1))).toMatch(/^wrong-arguments /);
});

test.each(FUNCTIONS)('$name says what it is in one sentence', ({ about }) => {
  expect(about).toMatch(/^[^.]*.*\.$|^1 \/ \(1 \+ exp\(-x\)\)\.$/);
});
