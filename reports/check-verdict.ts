import { CHECK_RESULTS } from './checks.ts';
import { formula } from './formula.ts';
import type { Report } from './report.ts';
import { type SaidValue, sayLive } from './said-formula.ts';
import { type Cell, formulaCell, type Sheet } from './sheet.ts';

/** Says in one cell whether everything holds that the sheets say has to hold. */
export function checkVerdict({ say }: Report, sheets: readonly Sheet[]): Cell {
  const all = sheets.reduce((sum, { checks }) => sum + checks.length, 0);
  const count: SaidValue = { formula: formula`ROWS(${CHECK_RESULTS})`, text: String(all) };
  const held: SaidValue = {
    formula: formula`COUNTIF(${CHECK_RESULTS},TRUE)`,
    text: String(all),
  };
  const good = sayLive(say, 'All {count} checks hold', { count });
  const bad = sayLive(say, 'Only {held} of {count} checks hold', { held, count });
  const verdict = formula`IF(${held.formula}=${count.formula},${good.formula},${bad.formula})`;
  return formulaCell(verdict, good.text, 'plain-0', 'cellStrong');
}
