import { strToU8 } from 'fflate';
import type { Language, LockState, Results } from '../engine/index.ts';
import { markdownOf } from './markdown/write-markdown.ts';
import { writePage } from './page/write-page.ts';
import { openReport } from './report.ts';
import type { Sheet } from './sheet.ts';
import { makeSheets } from './sheets.ts';
import { type OnRows, writeWorkbook } from './workbook/write-workbook.ts';

export { isToldApart } from '../engine/index.ts';
export { appliesTo, changeApplies } from './applies.ts';
export { drawsFit } from './draw-columns.ts';
export { type DrawsEnding, writeDraws } from './draws-file/write-draws.ts';
export type { Cell, Sheet } from './sheet.ts';

/** The pieces of a file in the order in which they are to be written; they can be taken once. */
export type Pieces = Iterable<Uint8Array>;

/** How a report is written. */
export interface ReportSettings {
  readonly language: Language;
  /** The file beside the workbook that holds the draws where they do not fit; null where there is none. */
  readonly drawsFile: string | null;
  /** How the run relates to the lock of its study; null where none was read. */
  readonly lock: LockState | null;
  /** Is told how many of the workbook's rows that are written one by one are done. */
  readonly onProgress: OnRows;
}

const USUAL: ReportSettings = { language: 'en', drawsFile: null, lock: null, onProgress: () => {} };

/** What results can be written as, all of it from the same sheets; equal results give equal bytes. */
export interface Writers {
  /** Everything, as an Excel workbook with live formulas. */
  readonly workbook: () => Promise<Pieces>;
  /** The same as one HTML page that needs nothing else. */
  readonly page: () => Pieces;
  /** A summary as Markdown for a pull request; `workbook` is where the whole report stands. */
  readonly markdown: (workbook: string) => Pieces;
}

/** Makes the report on results, ready to be written in any form. */
export function reportOn(results: Results, settings: Partial<ReportSettings> = {}): Writers {
  const { language, onProgress, ...known } = { ...USUAL, ...settings };
  const report = openReport(results, language, known);
  let made: readonly Sheet[] | undefined;
  const sheets = () => {
    made ??= makeSheets(report);
    return made;
  };
  const { title } = report.results.study;
  return {
    workbook: () => writeWorkbook(sheets(), title, language, onProgress),
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
  return reportOn(results, { language }).workbook();
}
