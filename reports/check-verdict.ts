import { CHECK_RESULTS } from './checks.ts';
import { type Formula, formula } from './formula.ts';
import type { Report } from './report.ts';
import { type Cell, formulaCell, type Sheet } from './sheet.ts';

/** Says in one cell whether everything holds that the sheets say has to hold. */
export function checkVerdict({ say }: Report, sheets: readonly Sheet[]): Cell {
  const all = sheets.reduce((sum, { checks }) => sum + checks.length, 0);
  const count = formula`ROWS(${CHECK_RESULTS})`;
  const held = formula`COUNTIF(${CHECK_RESULTS},TRUE)`;
  const good = composed(say('All {count} checks hold', marksFor('count')), { count });
  const marks = marksFor('held', 'count');
  const bad = composed(say('Only {held} of {count} checks hold', marks), { held, count });
  const said = say('All {count} checks hold', { count: all });
  return formulaCell(formula`IF(${held}=${count},${good},${bad})`, said, 'plain-0', 'cellStrong');
}

/** Stands around the name of a value in a text that a formula puts together; no text holds it. */
const MARK = '\uFFFF';

function marksFor(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`]));
}

function composed(marked: string, values: Readonly<Record<string, Formula>>): Formula {
  return marked.split(MARK).flatMap((piece, at): Formula => {
    const part = at % 2 === 1 ? values[piece]! : [`"${piece.replaceAll('"', '""')}"`];
    return at === 0 ? part : ['&', ...part];
  });
}
