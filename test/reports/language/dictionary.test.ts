import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describe as describeDistribution } from '../../../engine/distribution/distribution.ts';
import { point } from '../../../engine/distribution/uniform.ts';
import { sheetsOf } from '../../../reports/index.ts';
import { KOREAN, KOREAN_PARTS } from '../../../reports/language/ko.ts';
import { speak } from '../../../reports/language/say.ts';
import { SPECIMENS } from '../../engine/distribution/specimens.ts';
import { someResults } from '../../support/results.ts';
import { resultsOf } from '../../support/study-results.ts';

const REPORTS = join(import.meta.dirname, '..', '..', '..', 'reports');

/** The only places that say what is no literal there: names of sheets, and the engine's phrases. */
const NOT_LITERAL = [
  'said-formula.ts english',
  'said-formula.ts english',
  'sheets/assumptions.ts row.distribution.text',
  'sheets/checks.ts sheet.name',
  'sheets/contents.ts sheet.name',
  'tabs.ts sheet.name',
];

interface Saying {
  readonly file: string;
  readonly said: string;
  readonly isLiteral: boolean;
}

/** Lists what a source file passes to `say`. */
function sayingsIn(file: string): Saying[] {
  const source = readFileSync(join(REPORTS, file), 'utf8');
  return [
    ...source.matchAll(/\b(?:say\(|sayLive\(\s*say,)\s*('(?:[^'\\]|\\.)*'|"[^"\\]*"|[^\s,)]+)/g),
  ].map(([, first = '']) => {
    if (!/^['"]/.test(first)) return { file, said: first, isLiteral: false };
    const inner = first.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"');
    return { file, said: JSON.parse(`"${inner}"`) as string, isLiteral: true };
  });
}

const SAYINGS = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('language/'))
  .flatMap(sayingsIn);

const LITERALS = SAYINGS.filter(({ isLiteral }) => isLiteral).map(({ said }) => said);
const LIVE = await resultsOf('first-steps', 40);
const NAMES = [someResults(), LIVE].flatMap((results) => sheetsOf(results).map(({ name }) => name));
const PHRASES = [...SPECIMENS.map(({ distribution }) => distribution), point(1)].map(
  (distribution) => describeDistribution(distribution, String).text,
);
const SAID = [...new Set([...LITERALS, ...NAMES, ...PHRASES])];

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}

test('the scan finds what is said', () => {
  expect(LITERALS.length).toBeGreaterThan(150);
  expect(LITERALS).toContain('Back to Contents');
  expect(LITERALS).toContain('pays from +{points} points');
  expect(PHRASES).toContain('exactly {value}');
});

test('only literals are said, so that this test sees them', () => {
  const others = SAYINGS.filter(({ isLiteral }) => !isLiteral);
  expect(others.map(({ file, said }) => `${file} ${said}`).sort()).toEqual(NOT_LITERAL);
});

test('everything that is said has a Korean text', () => {
  expect(SAID.filter((text) => !KOREAN.has(text))).toEqual([]);
});

test.each([...KOREAN])('%s has the same places for values in Korean', (english, korean) => {
  expect(korean.trim()).toBe(korean);
  expect(korean).not.toBe('');
  expect(placeholders(korean)).toEqual(placeholders(english));
});

test('no Korean text is stale, and none stands in two files', () => {
  expect([...KOREAN.keys()].filter((text) => !SAID.includes(text))).toEqual([]);
  const keys = KOREAN_PARTS.flatMap(Object.keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('a text is said with its values, in English where there is no other', () => {
  expect(speak('en')('{names} and {count} more', { names: 'A', count: 5 })).toBe('A and 5 more');
  expect(speak('ko')('{names} and {count} more', { names: 'A', count: 5 })).toBe('A 외 5개');
  expect(speak('ko')('constructor')).toBe('constructor');
  expect(() => speak('ko')('{names} and {count} more')).toThrow('has no value for {names}');
});
