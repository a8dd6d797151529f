import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAfter, lineEnd, lineUpTo } from '../../../reports/dashboard/line-breaks.ts';

const room = (value: number) => ({ formula: [String(value)], value });
const said = (text: string) => ({ formula: ['A1'], text });

/** Breaks a text into lines, of which none but the last is longer than its room. */
function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  let rest = said(text);
  while (rest.text.length > most) {
    const end = lineEnd(rest, room(most));
    lines.push(lineUpTo(rest, end).text);
    rest = { ...lineAfter(rest, end), formula: ['A1'] };
  }
  return [...lines, rest.text];
}

test('a text that fits its line is not broken', () => {
  expect(broken('Better in 76% of draws', 22)).toEqual(['Better in 76% of draws']);
});

test('a line ends with the last space that it has room for, or after as many characters', () => {
  expect(broken('Better in 76% of draws', 21)).toEqual(['Better in 76% of ', 'draws']);
  expect(broken('Better in 76% of draws', 9)).toEqual(['Better in ', '76% of ', 'draws']);
  expect(broken('x'.repeat(7), 3)).toEqual(['xxx', 'xxx', 'x']);
});

test('lines are the whole text again, and none but for its last space is too long', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 60 }), (parts, most) => {
      const text = parts.join(' ');
      const lines = broken(text, most);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(most);
    }),
  );
});
