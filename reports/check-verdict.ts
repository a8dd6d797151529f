import { CHECK_RESULTS } from './checks.ts';
import { type Formula, formula } from './formula.ts';
import type { Say } from './language/say.ts';
import type { Report } from './report.ts';
import { type Cell, formulaCell, type Sheet } from './sheet.ts';

/** Says in one cell whether everything holds that the sheets say has to hold. */
export function checkVerdict({ say }: Report, sheets: readonly Sheet[]): Cell {
  const all = sheets.reduce((sum, { checks }) => sum + checks.length, 0);
  const count = formula`ROWS(${CHECK_RESULTS})`;
  const held = formula`COUNTIF(${CHECK_RESULTS},TRUE)`;
  const good = composed(say, 'All {count} checks hold', { count });
  const bad = composed(say, 'Only {held} of {count} checks hold', { held, count });
  const said = say('All {count} checks hold', { count: all });
  return formulaCell(formula`IF(${held}=${count},${good},${bad})`, said, 'plain-0', 'cellStrong');
}

/** Stands for a value in a text that a formula puts together; no text holds it. */
const MARK = '\uFFFF';

function composed(say: Say, english: string, values: Readonly<Record<string, Formula>>): Formula {
  const marks = Object.keys(values).map((name) => [name, `${MARK}${name}${MARK}`] as const);
  const pieces = say(english, Object.fromEntries(marks)).split(MARK);
  return pieces.flatMap((piece, at): Formula => {
    const part = at % 2 === 1 ? values[piece]! : [`"${piece.replaceAll('"', '""')}"`];
    return at === 0 ? part : ['&', ...part];
  });
}
