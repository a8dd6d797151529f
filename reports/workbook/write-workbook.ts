import { strFromU8, strToU8 } from 'fflate';
import type { Language } from '../../engine/index.ts';
import { speak } from '../language/say.ts';
import type { Sheet } from '../sheet.ts';
import { tabsOf } from '../tabs.ts';
import { attachCharts } from './attach-charts.ts';
import { buildParts } from './build-workbook.ts';
import { checkSheets } from './check-sheets.ts';
import { dressStyles } from './dress-styles.ts';
import { mendParts } from './mend-parts.ts';
import { addNames } from './names.ts';
import { packParts } from './pack-parts.ts';
import { streamedPart } from './stream-rows.ts';

const DRESSED = /^xl\/(styles|charts\/.+)\.xml$/;

/** Is told how many rows of streams are written, of how many. */
export type OnRows = (done: number, all: number) => void;

/**
 * Writes sheets as an Excel workbook, piece by piece; equal sheets give equal bytes, at any time and in any place.
 * Streams are made while their pieces are taken, so no more than a piece of them is ever held.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  title: string,
  language: Language,
  onProgress: OnRows = () => {},
): Promise<Iterable<Uint8Array>> {
  checkSheets(sheets);
  const say = speak(language);
  const tabs = tabsOf(sheets, say);
  const parts = mendParts(await buildParts(sheets, tabs, { title, say }), sheets);
  addNames(parts, sheets, tabs);
  attachCharts(parts, sheets, tabs);
  dressParts(parts, language);
  const count = counter(sheets, onProgress);
  const streamed = sheets.flatMap((sheet, index) => {
    if (sheet.stream === null) return [];
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    return [[part, streamedPart(parts.get(part)!, sheet, tabs, count)] as const];
  });
  return packParts(parts, new Map(streamed));
}

/** Letters of two fonts beside each other would stand apart. */
function dressParts(parts: Map<string, Uint8Array>, language: Language): void {
  for (const [name, part] of parts) {
    if (!DRESSED.test(name)) continue;
    parts.set(name, strToU8(dressStyles(strFromU8(part), language)));
  }
}

function counter(sheets: readonly Sheet[], onProgress: OnRows): () => void {
  const all = sheets.reduce((sum, { stream }) => sum + (stream?.rows ?? 0), 0);
  let done = 0;
  return () => {
    done += 1;
    onProgress(done, all);
  };
}
