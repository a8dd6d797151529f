import type { Language } from '../../engine/index.ts';
import { writeReport } from '../../reports/index.ts';
import type { Sheet } from '../../reports/sheet.ts';
import { writeWorkbook } from '../../reports/workbook/write-workbook.ts';

/** Joins the pieces of a file. */
export function bytesOf(pieces: Iterable<Uint8Array>): Uint8Array {
  return new Uint8Array(Buffer.concat([...pieces]));
}

/** Writes the workbook of results into memory. */
export async function reportBytes(
  results: Parameters<typeof writeReport>[0],
  language: Language = 'en',
): Promise<Uint8Array> {
  return bytesOf(await writeReport(results, language));
}

/** Writes sheets into memory. */
export async function workbookBytes(
  sheets: readonly Sheet[],
  title = 'x',
  language: Language = 'en',
): Promise<Uint8Array> {
  return bytesOf(await writeWorkbook(sheets, title, language));
}
