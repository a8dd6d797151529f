import { expect, test } from 'vitest';
import { FUNCTIONS, functionNamed, functionNames } from '../../../engine/formula/functions.ts';
import { parse } from '../../../engine/formula/parse.ts';
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

test.each(CALLED)(
  '$name says how it is written where operands are wrong',
  ({ name, form, operands }) => {
    const [least, most] = operands;
    for (const count of [least - 1, most + 1]) {
      const text = `${name}(${Array.from({ length: count }, () => 'a').join(', ')})`;
      const message = `${name} is written ${form}`;
      expect(parse(text)).toEqual({
        refused: 'wrong-arguments',
        message,
        offset: 0,
        length: name.length,
      });
    }
  },
);

test.each(FUNCTIONS.filter(({ rule }) => rule === 'name'))('$name is a name', ({ name }) => {
  expect(parse(name)).toMatchObject({ kind: 'name', name });
  expect(parse(`${name}(x)`)).toMatchObject({ refused: 'unknown-function', offset: 0 });
});

test.each(['', 'Ramp', '__proto__', 'toString'])('"%s" is no function', (name) => {
  expect(functionNamed(name)).toBeUndefined();
});
