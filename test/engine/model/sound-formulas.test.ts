import { expect, test } from 'vitest';
import { formulaCases } from '../../support/formula-cases.ts';
import { firstValueOf } from '../../support/formula-study.ts';

const CASES = formulaCases('sound.txt');

test('there are many ways to be right', () => {
  expect(CASES.length).toBeGreaterThan(90);
});

test.each(CASES)('$line is $below', ({ formula, unit, below }) => {
  const expected = Number(below[0]);
  const away = Math.abs(firstValueOf(formula, unit) - expected);
  expect(away).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
});
