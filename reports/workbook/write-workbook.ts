import { strFromU8, strToU8 } from 'fflate';
import type { Language } from '../../engine/index.ts';
import { speak } from '../language/say.ts';
import type { Sheet } from '../sheet.ts';
import { attachCharts } from './attach-charts.ts';
import { buildParts } from './build-workbook.ts';
import { checkSheets } from './check-sheets.ts';
import { dressStyles } from './dress-styles.ts';
import { mendParts } from './mend-parts.ts';
import { addNames } from './names.ts';
import { packParts } from './pack-parts.ts';
import { safeSheetNames } from './safe-text.ts';
import { streamedPart } from './stream-rows.ts';

const STYLES = 'xl/styles.xml';

/**
 * Writes sheets as an Excel workbook, piece by piece; equal sheets give equal bytes, at any time and in any place.
 * Streams are made while their pieces are taken, so no more than a piece of them is ever held.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  title: string,
  language: Language,
): Promise<Iterable<Uint8Array>> {
  checkSheets(sheets);
  const say = speak(language);
  const names = safeSheetNames(sheets.map((sheet) => say(sheet.name)));
  const tabs = new Map(sheets.map((sheet, index) => [sheet.name, names[index]!]));
  const parts = mendParts(await buildParts(sheets, tabs, { title, say }), sheets);
  parts.set(STYLES, strToU8(dressStyles(strFromU8(parts.get(STYLES)!), language)));
  addNames(parts, sheets, tabs);
  attachCharts(parts, sheets, tabs);
  const streamed = sheets.flatMap((sheet, index) => {
    if (sheet.stream === null) return [];
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    return [[part, streamedPart(parts.get(part)!, sheet, tabs)] as const];
  });
  return packParts(parts, new Map(streamed));
}
