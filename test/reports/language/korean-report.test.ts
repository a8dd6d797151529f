import { describe, expect, test } from 'vitest';
import { type Results, untranslated } from '../../../engine/index.ts';
import { displayed } from '../../../reports/format.ts';
import { sheetsOf } from '../../../reports/index.ts';
import { localise } from '../../../reports/language/localise.ts';
import type { Cell, Sheet } from '../../../reports/sheet.ts';
import { someResults } from '../../support/results.ts';
import { resultsOf, STUDIES } from '../../support/study-results.ts';

/** Letters that are the same in every language. */
const NO_WORDS = /\b(PERT|SHA-256|LF)\b/g;

function wordsOf(text: string): string[] {
  return text.replace(NO_WORDS, '').match(/[A-Za-z]{2,}/g) ?? [];
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

/** Lists words of sheets that are neither Korean nor names, formulas, files or sources of the study. */
function foreignWords(sheets: readonly Sheet[], { study, provenance }: Results): string[] {
  const known = new Set(textsIn([study, provenance]).flatMap(wordsOf));
  const shown = sheets.flatMap(({ rows, title, about }) => [
    title,
    about,
    ...rows.flat().map(displayed),
  ]);
  return [...new Set(shown.flatMap(wordsOf))].filter((word) => !known.has(word));
}

function numberOf(cell: Cell): unknown {
  if (cell.kind === 'number' || cell.kind === 'percent') return [cell.value, cell.format];
  return cell.kind === 'formula' ? [cell.formula, cell.format] : null;
}

/** Lists what the cells of a sheet hold besides words. */
function numbersIn({ rows }: Sheet): unknown[] {
  return rows.flat().flatMap((cell) => numberOf(cell) ?? []);
}

describe.each(['a made-up study', ...STUDIES])('the Korean report of %s', (name) => {
  const loaded = (
    name === 'a made-up study' ? Promise.resolve(someResults()) : resultsOf(name, 40)
  ).then(translated);

  test('has no English of ours in any cell', async () => {
    const results = await loaded;
    const korean = localise(results, 'ko');
    expect(foreignWords(sheetsOf(results, 'ko'), korean)).toEqual([]);
    // the English report is full of them, so this test can fail
    expect(foreignWords(sheetsOf(results, 'en'), korean).length).toBeGreaterThan(200);
  });

  test('has the numbers and formulas of the English one', async () => {
    const results = await loaded;
    const english = sheetsOf(results, 'en');
    const korean = sheetsOf(results, 'ko');
    expect(korean.map((sheet) => sheet.name)).toEqual(english.map((sheet) => sheet.name));
    for (const [at, sheet] of korean.entries()) {
      expect(numbersIn(sheet)).toEqual(numbersIn(english[at]!));
    }
  });

  test('has tables whose headers are unique', async () => {
    for (const { name: sheet, rows, tables } of sheetsOf(await loaded, 'ko')) {
      for (const { top } of tables) {
        const headers = rows[top - 1]!.map(displayed);
        expect(new Set(headers).size, sheet).toBe(headers.length);
      }
    }
  });
});
