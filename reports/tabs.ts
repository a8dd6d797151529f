import type { Say } from './language/say.ts';
import type { Sheet } from './sheet.ts';
import { safeSheetNames } from './workbook/safe-text.ts';

/** The tab of every sheet, by the sheet's name. */
export type Tabs = ReadonlyMap<string, string>;

/** Names the tab of every sheet, in the language of the report. */
export function tabsOf(sheets: readonly Sheet[], say: Say): Tabs {
  const names = safeSheetNames(sheets.map((sheet) => say(sheet.name)));
  return new Map(sheets.map((sheet, index) => [sheet.name, names[index]!]));
}
