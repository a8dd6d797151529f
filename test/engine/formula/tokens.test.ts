import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FORMULA_LIMITS, scan, tokensOf } from '../../../engine/formula/tokens.ts';
import { ANY_CHARACTER } from '../../support/any-character.ts';

test('tokens are the words and numbers of a formula, where they stand', () => {
  expect(tokensOf('a1 + 2.5e-3 * lng.x_y')).toEqual([
    { text: 'a1', offset: 0 },
    { text: '2.5e-3', offset: 5 },
    { text: 'lng', offset: 14 },
    { text: 'x_y', offset: 18 },
  ]);
});

it.each([
  'a + b',
  '1e5',
  '1e-3 * x',
  '2.50',
  '0.05',
  '0',
  '100',
  'x1 - 2',
  'v2.x3',
  '1 - 2027',
  '2027 - 4',
])('scan lets %s pass', (text) => {
  expect(scan(text)).toBeNull();
});

test('the limits are those of the manual', () => {
  expect(FORMULA_LIMITS).toEqual({ characters: 4000, depth: 50, chain: 500 });
});

describe('tokensOf', () => {
  it('gives each token as it stands in the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(text.slice(token.offset, token.offset + token.text.length)).toBe(token.text);
          expect(token.offset).toBeGreaterThanOrEqual(end);
          end = token.offset + token.text.length;
        }
      }),
      { seed: 1 },
    );
  });
});

describe('scan', () => {
  it.each([
    ['a + $b', 4, '$'],
    ['a % b', 2, '%'],
    ['a;b', 1, ';'],
    ['{a}', 0, '{'],
    ['1:3', 1, ':'],
    ["x'", 1, "'"],
    ['"x"', 0, '"'],
    ['a ? b', 2, '?'],
    ['a & b', 2, '&'],
    ['a | b', 2, '|'],
    ['a × b', 2, '×'],
    ['a\\b', 1, '\\'],
    ['a # b', 2, '#'],
    ['관세율', 0, '관'],
  ])('refuses the character in %s', (text, offset, character) => {
    expect(scan(text)).toMatchObject({
      refused: 'formula-feature',
      message: `"${character}" has no meaning in a formula`,
      offset,
    });
  });

  it.each([
    ['x - 2027-04', 4, 7],
    ['from(2027-04-09)', 5, 10],
    ['2027-13', 0, 7],
  ])('refuses the date in %s', (text, offset, length) => {
    expect(scan(text)).toMatchObject({ refused: 'formula-feature', offset, length });
  });

  it.each([
    ['a + 24months', 4, 8],
    ['0x1F', 0, 4],
    ['0b101', 0, 5],
    ['1_000', 0, 5],
    ['1e', 0, 2],
    ['1e+', 0, 2],
    ['3e3e3', 0, 5],
    ['2.5Mt', 0, 5],
    ['a + 010', 4, 3],
    ['.5', 0, 2],
    ['a * .5', 4, 2],
    ['5.', 0, 2],
    ['5. + a', 0, 2],
    ['1..2', 0, 2],
  ])('refuses the number in %s', (text, offset, length) => {
    expect(scan(text)).toMatchObject({ refused: 'formula-syntax', offset, length });
  });

  it.each(['()', '[]'])('counts the brackets %s', (pair) => {
    const deep = (depth: number) => pair[0]!.repeat(depth) + 'a' + pair[1]!.repeat(depth);
    expect(scan(deep(FORMULA_LIMITS.depth))).toBeNull();
    expect(scan(deep(FORMULA_LIMITS.depth + 1))).toMatchObject({
      refused: 'formula-syntax',
      offset: FORMULA_LIMITS.depth,
      length: 1,
    });
    expect(scan(`${pair} + `.repeat(100) + 'a')).toBeNull();
  });

  it('counts characters', () => {
    expect(scan('a'.repeat(FORMULA_LIMITS.characters))).toBeNull();
    expect(scan('a'.repeat(FORMULA_LIMITS.characters + 1))).toMatchObject({
      refused: 'formula-syntax',
      offset: FORMULA_LIMITS.characters,
    });
  });

  it('points inside the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: ANY_CHARACTER }), (text) => {
        const refusal = scan(text);
        if (refusal === null) return;
        expect(refusal.offset).toBeGreaterThanOrEqual(0);
        expect(refusal.offset).toBeLessThan(text.length);
        expect(refusal.length).toBeGreaterThan(0);
      }),
      { seed: 1 },
    );
  });
});
