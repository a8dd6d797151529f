import type { Results } from '../engine/index.ts';
import { sheetsOf } from './sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

export type { Cell, Sheet } from './sheet.ts';
export { sheetsOf };

/** Turns results into the bytes of an Excel workbook; equal results give equal bytes. */
export async function writeReport(results: Results): Promise<Uint8Array> {
  return writeWorkbook(sheetsOf(results), results.study.title);
}
