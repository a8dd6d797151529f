import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/index.ts';
import { reportOn } from '../../../reports/index.ts';
import { escapeMarkdown } from '../../../reports/markdown/escape.ts';
import { PAGE_TEXTS } from '../../support/page-texts.ts';
import { someResults } from '../../support/results.ts';
import { bytesOf } from '../../support/workbook.ts';

const results = someResults();
const summaryOf = (of: Results, language: 'en' | 'ko' = 'en') =>
  Buffer.from(bytesOf(reportOn(of, { language }).markdown('out/study.xlsx'))).toString();

/** Texts that GitHub makes more of than Markdown does, or Markdown more than a text. */
const GITHUB = [
  '@octocat and @org/team',
  '#12, GH-12, owner/repo#12',
  'https://example.org www.example.org trade.desk@example.org',
  '[link](https://example.org) ![image](https://example.org/x.png)',
  '<https://example.org> [ref]: https://example.org',
  '**bold** _it_ ~~gone~~ `code` ```fence',
  '| a | b |',
  '$x^2$ and $$y$$',
  ':tada: 12:30:45',
  '- item',
  '1. item',
  '# heading',
  '> quote',
  '=====',
  '[ ] task',
  '[^1]',
  '\\',
  'a\nb',
  '&copy; &#35;',
];

describe('a summary in Markdown', () => {
  test('reads as before', async () => {
    await expect(summaryOf(results)).toMatchFileSnapshot('../../golden/markdown/summary.md');
  });

  test('is the same for equal results', () => {
    expect(summaryOf(structuredClone(results))).toBe(summaryOf(results));
  });

  test('has as many cells in every row of a table as in its head', () => {
    const html = marked.parse(summaryOf(results), { async: false });
    const tables = html.split('<table>').slice(1);
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const [head, ...rows] = table
        .split('<tr>')
        .slice(1)
        .map((row) => row.match(/<t[hd]/g)?.length);
      expect(new Set(rows)).toEqual(new Set([head]));
    }
  });

  test('ends with where the workbook is', () => {
    expect(summaryOf(results).trimEnd().split('\n').at(-1)).toContain('out/study.xlsx');
  });

  test('fits a comment, however large the study, and says what it leaves out', () => {
    const large = someResults({ scenarios: 4, measures: 3 });
    const name = '@'.repeat(1_000);
    const many = <Item extends { readonly name: string }>(items: readonly Item[], title: string) =>
      Array.from({ length: 200 }, (_, at) => ({ ...items[at % items.length]!, title }));
    const { study } = large;
    const text = summaryOf({
      ...large,
      study: {
        ...study,
        question: name,
        measures: many(study.measures, name),
        scenarios: [...study.scenarios, ...many(study.scenarios.slice(-1), name)],
      },
    });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/Left out here for length: \d+ measures, \d+ scenarios/);
    expect(text.trimEnd().split('\n').at(-1)).toContain('out/study.xlsx');
  });

  test.each(GITHUB)('has no other parts where the study is called %j', (name) => {
    const parts = (said: string) => {
      const measures = results.study.measures.map((item) => ({ ...item, title: said, unit: said }));
      const study = { ...results.study, title: said, question: said, measures };
      const html = marked.parse(summaryOf({ ...results, study }), { async: false });
      return html.match(/<\w+/g)?.filter((tag) => tag !== '<span');
    };
    expect(parts(name)).toEqual(parts('plain'));
  });

  test('shows a change to the place that its error asks for, and both to the same', () => {
    const first = results.study.measures[0]!.name;
    const withMean = (value: number, error: number) => {
      const comparisons = results.comparisons.map((item) =>
        item.measure !== first || item.condition !== null || item.againstBaseline === null
          ? item
          : { ...item, againstBaseline: { ...item.againstBaseline, mean: { value, error } } },
      );
      const row = summaryOf({ ...results, comparisons })
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .at(-results.study.measures.length)!;
      return row.split(' | ').at(-1)!.replace(/ \|$/, '');
    };
    expect(withMean(0.0084, 0.00009)).toBe('+0.00840 ±0.00009');
    expect(withMean(0.38199, 0.0084)).toBe('+0.382 ±0.008');
    expect(withMean(-12.345, 0.13)).toBe('-12.35 ±0.13');
    expect(withMean(12_345.6, 1_234)).toBe('+12,346 ±1,234');
    expect(withMean(-0.4, 2.2)).toBe('≈ -0.4 ±2.2');
    expect(withMean(0.38199, 1e-9)).toBe('+0.3820 ±<0.0001');
  });

  test('marks changes that the draws cannot tell from none, and those that are none', () => {
    const rows = summaryOf(results)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const comparisons = results.comparisons.filter(
      ({ condition, againstBaseline }) => condition === null && againstBaseline !== null,
    );
    const unclear = comparisons.filter(({ againstBaseline, equalsBaseline }) => {
      const { value, error } = againstBaseline!.mean;
      return equalsBaseline?.value !== 1 && Math.abs(value!) <= 2 * error!;
    });
    expect(rows.join('').split('≈ ')).toHaveLength(unclear.length + 1);
    expect(unclear.length).toBeGreaterThan(0);
  });
});

/** What a reader sees of Markdown, without what shows nothing. */
function seen(markdown: string): string {
  const html = marked.parseInline(markdown, { async: false });
  return html
    .replaceAll('<span>$</span>', '$')
    .replace(/&#8203;|\u200B/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** What can be shown of a text on one line. */
function readable(text: string): string {
  const line = text.replaceAll('\u200B', '').replace(/\s+/g, ' ').trim();
  return line.replace(
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu,
    '\uFFFD',
  );
}

describe('a text in Markdown', () => {
  test.each([...GITHUB, ...PAGE_TEXTS])('shows %j as it is, with nothing added', (text) => {
    expect(seen(escapeMarkdown(text, 100_000))).toBe(readable(text));
  });

  test('is read the same whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seen(escapeMarkdown(text))).toBe(readable(text));
      }),
    );
  });

  test.each(GITHUB)('is no mention, reference, link or mathematics on GitHub: %j', (text) => {
    const written = escapeMarkdown(text).replaceAll('<span>$</span>', '');
    expect(written.replaceAll('&#8203;', '\u200B')).not.toMatch(
      /@\w|#\d|GH-\d|:\/\/|www\.|:\w+:|\$|\n/,
    );
  });

  test('is cut between letters where it is too long', () => {
    expect(escapeMarkdown('😀'.repeat(9), 4)).toBe('😀😀😀…');
  });
});
