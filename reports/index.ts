import { strToU8 } from 'fflate';
import type { Language, Results } from '../engine/index.ts';
import { markdownOf } from './markdown/write-markdown.ts';
import { writePage } from './page/write-page.ts';
import { openReport } from './report.ts';
import type { Sheet } from './sheet.ts';
import { makeSheets } from './sheets.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

export type { Cell, Sheet } from './sheet.ts';

/** The pieces of a file in the order in which they are to be written; they can be taken once. */
export type Pieces = Iterable<Uint8Array>;

/** What results can be written as, all of it from the same sheets; equal results give equal bytes. */
export interface Writers {
  /** Everything, as an Excel workbook with live formulas. */
  readonly workbook: () => Promise<Pieces>;
  /** The same as one HTML page that needs nothing else. */
  readonly page: () => Pieces;
  /** A summary as Markdown for a pull request; `workbook` is where the whole report stands. */
  readonly markdown: (workbook: string) => Pieces;
}

/** Makes the report on results in a language, ready to be written in any form. */
export function reportOn(results: Results, language: Language = 'en'): Writers {
  const report = openReport(results, language);
  let made: readonly Sheet[] | undefined;
  const sheets = () => {
    made ??= makeSheets(report);
    return made;
  };
  const { title } = report.results.study;
  return {
    workbook: () => writeWorkbook(sheets(), title, language),
    page: () => writePage(sheets(), report),
    markdown: (workbook) => [strToU8(markdownOf(report, workbook))],
  };
}

/** Makes the sheets of a report as plain data, in a language. */
export function sheetsOf(results: Results, language: Language = 'en'): Sheet[] {
  return makeSheets(openReport(results, language));
}

/** Turns results into an Excel workbook, piece by piece. */
export function writeReport(results: Results, language: Language = 'en'): Promise<Pieces> {
  return reportOn(results, language).workbook();
}
