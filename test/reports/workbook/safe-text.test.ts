import { describe, expect, test } from 'vitest';
import {
  safeAddress,
  safeFooter,
  safeSheetNames,
  safeText,
} from '../../../reports/workbook/safe-text.ts';

describe('text for a cell', () => {
  test.each([
    ['=1+1', '=1+1'],
    ['bell\u0007 null\u0000 delete\u007F', 'bell\uFFFD null\uFFFD delete\uFFFD'],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['windows\r\nline and old\rmac', 'windows\nline and old\nmac'],
    ['\uFFFE\uFFFF', '\uFFFD\uFFFD'],
    ['high \uD83D alone, low \uDE00 alone', 'high \uFFFD alone, low \uFFFD alone'],
    ['😀 한국어', '😀 한국어'],
    ['_x0041_ and _x00e9_', '_x005F_x0041_ and _x005F_x00e9_'],
    ['_x004_ is nothing', '_x004_ is nothing'],
  ])('%j becomes %j', (said, written) => {
    expect(safeText(said)).toBe(written);
  });

  test('is cut at the limit with a note, never within a character', () => {
    for (const length of [32_767, 32_768, 40_000]) {
      const written = safeText('a'.repeat(length));
      expect(written).toHaveLength(32_767);
      expect(written.endsWith('can hold]')).toBe(length > 32_767);
    }
    expect(safeText('a'.repeat(40_000), ' [잘림]')).toBe(`${'a'.repeat(32_762)} [잘림]`);
    const emoji = safeText(`a${'😀'.repeat(20_000)}`);
    expect(emoji).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(emoji.length).toBeLessThanOrEqual(32_767);
  });
});

test.each([
  ['https://example.org/a?b=1&c=2', 'https://example.org/a?b=1&c=2'],
  ['http://example.org', 'http://example.org/'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  [`https://example.org/${'가'.repeat(300)}`, null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['https://', null],
  ['see the annex', null],
  [`https://example.org/${'a'.repeat(3_000)}`, null],
])('the address %s leads to %s', (said, address) => {
  expect(safeAddress(said)).toBe(address);
});

test('a footer doubles its ampersands and stays short', () => {
  expect(safeFooter('R&D\n&P')).toBe('R&&D &&P');
  expect(safeFooter('x'.repeat(500))).toHaveLength(80);
});

test('sheet names are clean, short and unlike each other', () => {
  const long = 'A name that is far too long for any tab';
  const names = safeSheetNames([
    'a/b',
    'A B',
    '_x0041_',
    '_X0041_',
    "'quoted'",
    '',
    'History',
    long,
    long,
    '[x]*?:',
  ]);
  expect(names).toEqual([
    'a b',
    'A B (2)',
    'x0041_',
    '_X0041_',
    'quoted',
    'Sheet',
    'History (2)',
    long.slice(0, 31),
    `${long.slice(0, 27)} (2)`,
    'x',
  ]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
});
