import { expect, test } from 'vitest';
import { formulaCases } from '../../support/formula-cases.ts';
import { found } from '../../support/formula-study.ts';

const CASES = formulaCases('unsound.txt');

test('there are many ways to be wrong', () => {
  expect(CASES.length).toBeGreaterThan(100);
});

test.each(CASES)('$line is refused, and the part that is wrong marked', ({ parts, below }) => {
  expect(found(parts)).toEqual(below);
});
