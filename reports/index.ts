import { strToU8 } from 'fflate';
import type { Language, Results } from '../engine/index.ts';
import { markdownOf } from './markdown/write-markdown.ts';
import { writePage } from './page/write-page.ts';
import { openReport } from './report.ts';
import type { Sheet } from './sheet.ts';
import { makeSheets } from './sheets.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

export type { Cell, Sheet } from './sheet.ts';

/** Makes the sheets of a report as plain data, in a language. */
export function sheetsOf(results: Results, language: Language = 'en'): Sheet[] {
  return makeSheets(openReport(results, language));
}

/**
 * Turns results into an Excel workbook, piece by piece, in the order in which the pieces are to be written; equal
 * results give equal bytes. The pieces can be taken once.
 */
export async function writeReport(
  results: Results,
  language: Language = 'en',
): Promise<Iterable<Uint8Array>> {
  const report = openReport(results, language);
  return writeWorkbook(makeSheets(report), report.results.study.title, language);
}

/** Turns results into one HTML page that needs nothing else, piece by piece; equal results give equal bytes. */
export function writeHtml(results: Results, language: Language = 'en'): Iterable<Uint8Array> {
  const report = openReport(results, language);
  return writePage(makeSheets(report), report);
}

/**
 * Summarises results as Markdown for a pull request; equal results give equal bytes. `workbook` is where the whole
 * report stands.
 */
export function writeMarkdown(
  results: Results,
  workbook: string,
  language: Language = 'en',
): Iterable<Uint8Array> {
  return [strToU8(markdownOf(openReport(results, language), workbook))];
}
