import { describe, expect, test } from 'vitest';
import { type Results, untranslated } from '../../../engine/index.ts';
import { displayed } from '../../../reports/format.ts';
import type { Formula } from '../../../reports/formula.ts';
import { reportOn, sheetsOf } from '../../../reports/index.ts';
import { localise } from '../../../reports/language/localise.ts';
import type { Cell, Sheet } from '../../../reports/sheet.ts';
import { CHART_DATA } from '../../../reports/sheets/chart-data.ts';
import { someResults } from '../../support/results.ts';
import { resultsOf, STUDIES } from '../../support/study-results.ts';

/** What is the same in every language: the heads of the columns of draws, and names of hidden variables too. */
const NO_WORDS =
  /\bparley [a-z]+\b|\blimits:|AQuA Book|\b(PERT|SHA-256|LF|TRUE|FALSE|OK)\b|\| (as drawn|best of the contenders)|\.(path|decides)_/g;

function wordsOf(text: string): string[] {
  const words = text.replace(NO_WORDS, '').match(/[A-Za-z]{2,}/g) ?? [];
  return words.filter((word) => !/^[A-Z]{2,3}$/.test(word)); // columns of cells
}

/** Lists every text in a value, translations apart. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Map) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Gives results whose study has Korean for each of its texts: what it lacks is made up. */
function translated(results: Results): Results {
  const { study } = results;
  const made = untranslated(study, 'ko').map((text, at) => [text, `뜻 ${at}`] as const);
  const texts = new Map([...(study.translations.get('ko') ?? []), ...made]);
  return { ...results, study: { ...study, translations: new Map([['ko', texts]]) } };
}

/** Programs have one name in every language. */
const PROGRAMS = ['Excel', 'LibreOffice'];

/** Lists words that are neither Korean nor names, formulas, files or sources of the study. */
function foreignIn(shown: readonly string[], { study, provenance }: Results): string[] {
  const known = new Set([...textsIn([study, provenance]).flatMap(wordsOf), ...PROGRAMS]);
  return [...new Set(shown.flatMap(wordsOf))].filter((word) => !known.has(word));
}

/** Lists such words of sheets. */
function foreignWords(sheets: readonly Sheet[], results: Results): string[] {
  const shown = sheets.flatMap(({ rows, title, about }) => [
    title,
    about,
    ...rows.flat().map(displayed),
  ]);
  return foreignIn(shown, results);
}

/** What a reader of a page sees or hears. */
function visible(page: string): string {
  const heard = [...page.matchAll(/ (?:aria-label|alt|title)="([^"]*)"/g)].map(([, text]) => text);
  const seen = page.replace(/<(style|head|code)>.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return unescaped([seen, ...heard].join(' '));
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, ' ');
}

/** Rows shift with the number of lines that a text takes; words and months are written otherwise. */
function partOf(part: Formula[number]): unknown {
  if (typeof part === 'string') return part.replace(/"[^"<>=]*"/g, '""');
  const { sheet, left, right, top, bottom } = part;
  return [sheet, left, right, bottom - top];
}

function numberOf(cell: Cell): unknown {
  if (!('value' in cell)) return null;
  // a sentence has an order of its own in every language
  if (typeof cell.value === 'string') return cell.format;
  const format = cell.format.replace('-ko', '');
  if (cell.kind !== 'formula') return [cell.value, format];
  return [cell.value, format, ...cell.formula.map(partOf)];
}

/** Lists what the cells of a sheet hold besides words; how amounts are put into sentences differs by language. */
function numbersIn({ name, rows }: Sheet): unknown[] {
  const isSpoken = (cell: Cell) =>
    name === CHART_DATA && 'format' in cell && cell.format === 'plain-0';
  return rows.flat().flatMap((cell) => (isSpoken(cell) ? [] : (numberOf(cell) ?? [])));
}

const MADE_UP = 'a made-up study';

async function reportsOf(name: string) {
  const results = translated(name === MADE_UP ? someResults() : await resultsOf(name, 40));
  const sheets = { english: sheetsOf(results, 'en'), korean: sheetsOf(results, 'ko') };
  return { results, told: localise(results, 'ko'), ...sheets };
}

describe.each([MADE_UP, ...STUDIES])('the Korean report of %s', (name) => {
  const loaded = reportsOf(name);

  test('has no English of ours in any cell', async () => {
    const { told, english, korean } = await loaded;
    expect(foreignWords(korean, told)).toEqual([]);
    // the English report is full of them, so this test can fail
    expect(foreignWords(english, told).length).toBeGreaterThan(200);
  });

  test('has no English of ours on its page and in its summary', async () => {
    const { results, told } = await loaded;
    const page = (language: 'en' | 'ko') =>
      Buffer.concat([...reportOn(results, { language }).page()]);
    const summary = Buffer.concat([
      ...reportOn(results, { language: 'ko' }).markdown('a.xlsx'),
    ]).toString();
    expect(foreignIn([visible(page('ko').toString())], told)).toEqual([]);
    expect(foreignIn([visible(page('en').toString())], told).length).toBeGreaterThan(200);
    expect(foreignIn([summary.replaceAll('a.xlsx', '').replaceAll('\\', '')], told)).toEqual([]);
  });

  test('has the numbers and formulas of the English one', async () => {
    const { english, korean } = await loaded;
    expect(korean.map((sheet) => sheet.name)).toEqual(english.map((sheet) => sheet.name));
    for (const [at, sheet] of korean.entries()) {
      expect(numbersIn(sheet)).toEqual(numbersIn(english[at]!));
    }
  });

  test('has tables whose headers are unique', async () => {
    const { korean } = await loaded;
    for (const { name: sheet, rows, tables } of korean) {
      for (const { top } of tables) {
        const headers = rows[top - 1]!.map(displayed);
        expect(new Set(headers).size, sheet).toBe(headers.length);
      }
    }
  });
});
