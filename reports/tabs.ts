import type { Say } from './language/say.ts';
import type { Sheet } from './sheet.ts';
import { safeSheetNames } from './workbook/safe-text.ts';

/** Names the tab of every sheet, in the language of the report. */
export function tabsOf(sheets: readonly Sheet[], say: Say): ReadonlyMap<string, string> {
  const names = safeSheetNames(sheets.map((sheet) => say(sheet.name)));
  return new Map(sheets.map((sheet, index) => [sheet.name, names[index]!]));
}
