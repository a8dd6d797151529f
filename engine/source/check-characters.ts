import { LIMITS } from '../limits.ts';
import { error, type Problem } from '../problem.ts';
import type { SourceFile } from './document.ts';
import { positionAt } from './locate.ts';

/** First and last code point, and what they are. Nobody can see them, so nobody could find them. */
const HIDDEN: readonly (readonly [number, number, string])[] = [
  [0x00, 0x08, 'a control character'],
  [0x0b, 0x0c, 'a control character'],
  [0x0d, 0x0d, 'a carriage return that ends no line'],
  [0x0e, 0x1f, 'a control character'],
  [0x7f, 0x9f, 'a control character'],
  [0xad, 0xad, 'a soft hyphen'],
  [0x61c, 0x61c, 'a mark of writing direction'],
  [0x180e, 0x180e, 'a zero-width character'],
  [0x200b, 0x200d, 'a zero-width character'],
  [0x200e, 0x200f, 'a mark of writing direction'],
  [0x2028, 0x2029, 'a line separator'],
  [0x202a, 0x202e, 'a mark of writing direction'],
  [0x2060, 0x2065, 'a zero-width character'],
  [0x2066, 0x2069, 'a mark of writing direction'],
  [0x206a, 0x206f, 'a control character'],
  [0xfeff, 0xfeff, 'a byte-order mark that is not at the start'],
  [0xfff9, 0xfffb, 'a control character'],
  [0xfffd, 0xfffd, 'the mark of a character that was lost'],
  [0xfffe, 0xffff, 'no character'],
  [0xe0000, 0xe007f, 'a hidden tag'],
];

const code = (point: number) => `\\u{${point.toString(16)}}`;

/** Finds any of them at once: most files have none, and then no letter needs to be looked at. */
const ANY_HIDDEN = new RegExp(
  `[${HIDDEN.map(([first, last]) => `${code(first)}-${code(last)}`).join('')}]`,
  'u',
);

/** More than anyone reads about one file; a hostile one could have a million. */
export const MOST_PROBLEMS = 100;

/** Refuses characters that cannot be seen, wherever they stand, and lines that nobody can read. */
export function checkCharacters(source: SourceFile): readonly Problem[] {
  return [...checkLines(source), ...checkHidden(source)];
}

function checkLines(source: SourceFile): readonly Problem[] {
  const ends = [...source.lineStarts.slice(1), source.text.length];
  const line = ends.findIndex((end, i) => end - (source.lineStarts[i] ?? 0) > LIMITS.lineLetters);
  if (line < 0) return [];
  const position = positionAt(source, source.lineStarts[line] ?? 0, 1);
  const message = `a line of more than ${LIMITS.lineLetters} letters`;
  return [error('file-too-large', message, position, 'break it, or move tables into a CSV file')];
}

const REMEDIES: Readonly<Record<number, string>> = {
  13: 'save the file with line ends of Unix or Windows',
};

/** Refuses characters that cannot be seen, wherever they stand. */
export function checkHidden(source: SourceFile): readonly Problem[] {
  const problems: Problem[] = [];
  const { text } = source;
  if (!ANY_HIDDEN.test(text)) return [];
  let returns = 0;
  for (let at = 0; at < text.length && problems.length < MOST_PROBLEMS; at++) {
    const unit = text.charCodeAt(at);
    if (isPlain(unit) || (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a)) continue;
    // Where one line ends so, all may: an old Mac wrote them.
    if (unit === 0x0d && returns++ > 0) continue;
    const what = hiddenName(text.codePointAt(at) ?? unit);
    if (what !== undefined)
      problems.push(describe(source, at, what, REMEDIES[unit] ?? 'delete it'));
  }
  return problems;
}

/** Spaces that neither YAML nor CSV takes for one. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/** Refuses spaces of another kind in a part of a file where they are not just text. */
export function checkSpaces(source: SourceFile, from: number, to: number): readonly Problem[] {
  return find(source, from, to, ODD_SPACE).map((at) =>
    describe(source, at, 'a space of another kind', 'type an ordinary space'),
  );
}

/** Refuses full-width colons in a part of a file where a reader would take them for colons. */
export function checkColons(source: SourceFile, from: number, to: number): readonly Problem[] {
  return find(source, from, to, /\uff1a/gu).map((at) =>
    describe(source, at, 'a full-width colon', 'type ":" and a space'),
  );
}

function find(source: SourceFile, from: number, to: number, pattern: RegExp): readonly number[] {
  const found: number[] = [];
  const text = source.text.slice(from, to);
  if (text.search(pattern) < 0) return found;
  for (const match of text.matchAll(pattern)) {
    if (found.length === MOST_PROBLEMS) break;
    found.push(from + match.index);
  }
  return found;
}

function describe(source: SourceFile, at: number, what: string, remedy: string): Problem {
  const code = source.text.codePointAt(at) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const position = positionAt(source, at, code > 0xffff ? 2 : 1);
  return error('odd-character', `${name} is ${what}`, position, remedy);
}

function isPlain(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || unit === 0x0a || unit === 0x09;
}

function hiddenName(code: number): string | undefined {
  return HIDDEN.find(([first, last]) => code >= first && code <= last)?.[2];
}
