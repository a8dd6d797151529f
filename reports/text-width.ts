import { BODY_SIZE, type Look, PAGE } from './style.ts';

/** A Korean syllable in Malgun Gothic is 12.3 pixels wide where a digit has 7. */
const WIDE_WIDTH = 1.75;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/;

/** Widths of letters in Arial, as multiples of the width of a digit; everything else is as wide as a digit. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[ijl'|]/, 0.42],
  [/[tfI.,:;!/\s[\]\\]/, 0.52],
  [/[r()`"*{}-]/, 0.65],
  [/[cksvxyzJ]/, 0.92],
  [/[mMW%@w]/, 1.6],
  [/[A-Z&<>=+~]/, 1.25],
];

const ASCII = Float64Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? 1;
});

/** Estimates the width of text in a look. Units: digits of the body font, as column widths are. */
export function textWidth(text: string, look: Look): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, look);
  return width * (look.size / BODY_SIZE) * (look.bold ? 1.04 : 1);
}

function letterWidth(letter: string, look: Look): number {
  if (letter.length > 1 || (letter > '\u00FF' && WIDE.test(letter))) return WIDE_WIDTH;
  if (look.font.startsWith('Courier')) return 1.1;
  return ASCII[letter.charCodeAt(0)] ?? 1;
}

/** Counts the lines that text takes in a column, breaking as spreadsheets do: at spaces and hyphens, else anywhere. */
export function lineCount(text: string, look: Look, columnWidth: number): number {
  const room = Math.max(columnWidth - 0.6, 1);
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += wrappedLines(paragraph, look, room);
  return lines;
}

function wrappedLines(paragraph: string, look: Look, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.match(/[^\s-]*[\s-]?/g) ?? []) {
    const width = textWidth(word, look);
    const bare = textWidth(word.trimEnd(), look);
    if (used > 0 && used + bare > room) {
      lines += 1;
      used = 0;
    }
    if (bare > room) lines += Math.ceil(bare / room) - 1;
    used = bare > room ? bare % room : used + width;
  }
  return lines;
}

/** Splits a long text into lines of at most `room` digits, at spaces. */
export function linesOf(text: string, look: Look, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, look) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Turns a number of lines of a text into a row height; fonts with wide letters have taller lines. Units: points. */
export function rowHeight(lines: number, { size, air }: Look, text = ''): number {
  const lineHeight = WIDE.test(text) ? PAGE.wideLineHeight : PAGE.lineHeight;
  const height = Math.ceil(lines * size * lineHeight + PAGE.rowPadding) + air;
  return Math.min(height, PAGE.maximumRowHeight);
}
