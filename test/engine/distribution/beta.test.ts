import { expect, test } from 'vitest';
import { beta, betaForm } from '../../../engine/distribution/beta.ts';
import { showPhrase } from '../../../engine/distribution/family.ts';

test('the values are stretched from low to high', () => {
  const at = beta.prepare({ kind: 'beta', alpha: 2, beta: 2, low: 10, high: 20 });
  expect(at(0.5)).toBeCloseTo(15, 13);
});

test('equal ends are that value', () => {
  expect(beta.prepare({ kind: 'beta', alpha: 2, beta: 2, low: 3.1, high: 3.1 })(0.2)).toBe(3.1);
});

test('the form', () => {
  const made = { kind: 'beta', alpha: 2, beta: 5, low: 0, high: 1 };
  expect(betaForm.make({ alpha: 2, beta: 5 })).toEqual(made);
  expect(betaForm.make({ alpha: 2, beta: 5, low: -1, high: 3 })).toEqual({
    ...made,
    low: -1,
    high: 3,
  });
  expect(betaForm.pure).toEqual(['alpha', 'beta']);
  expect(
    showPhrase(beta.describe({ kind: 'beta', alpha: 2, beta: 5, low: 0, high: 1 }, String)),
  ).toBe('beta 2, 5 from 0 to 1');
});

test.each([
  [{ alpha: 0, beta: 1 }, 'alpha must be above 0, and 0 is not'],
  [{ alpha: 1, beta: -2 }, 'beta must be above 0, and -2 is not'],
  [{ alpha: 1e7, beta: 1 }, 'alpha may be at most 1000000, not 10000000'],
  [{ alpha: 1, beta: 1, low: 2, high: 1 }, 'the low end 2 is above the high end 1'],
])('%o is refused', (parameters: Record<string, number>, message) => {
  expect(betaForm.make(parameters)).toBe(message);
});
