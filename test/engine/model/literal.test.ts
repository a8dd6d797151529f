import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../engine/formula/expression.ts';
import { parse } from '../../../engine/formula/parse.ts';
import { literalNumber } from '../../../engine/model/literal.ts';
import { isRefusal } from '../../../engine/quantity/refusal.ts';

function expression(text: string): Expression {
  const parsed = parse(text);
  if (isRefusal(parsed)) throw new Error(parsed.message);
  return parsed;
}

describe('literalNumber', () => {
  it.each([
    ['2', 2],
    ['0', 0],
    ['-0.5', -0.5],
    ['1/3', 1 / 3],
    ['-1/2', -0.5],
    ['1/-2', -0.5],
    ['-(1/4)', -0.25],
    ['--2', 2],
    ['1/2/2', 0.25],
    ['(3)', 3],
    ['1e-3', 0.001],
    ['1/0', Number.POSITIVE_INFINITY],
  ])('reads %s', (text, value) => {
    expect(literalNumber(expression(text))).toBe(value);
  });

  it.each([
    '2 months',
    '-2 months',
    '1/2 years',
    'x',
    '-x',
    '1/x',
    'x/2',
    '1 + 1',
    '2 * 3',
    '2 - 1',
    '2 ^ 2',
    'sqrt(4)',
    'not 1',
    '1 < 2',
  ])('leaves %s alone', (text) => {
    const parsed = parse(text);
    expect(isRefusal(parsed) ? null : literalNumber(parsed)).toBeNull();
  });
});
