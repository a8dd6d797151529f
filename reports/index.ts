import type { Language, Results } from '../engine/index.ts';
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
