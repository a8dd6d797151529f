import type { FoldedRows } from './fold-headings.ts';
import type { Say } from './language/say.ts';
import type { SheetPlan } from './lay-out.ts';
import { blank, type Cell, link, text } from './sheet.ts';
import { lookOf } from './style.ts';
import { linesOf } from './text-width.ts';

/** Name of the sheet that every other links back to. */
export const CONTENTS = 'Contents';

/** Makes the rows above the header: the title, what the sheet says in lines that fit, the way back to Contents. */
export function opening(plan: SheetPlan, room: number, say: Say): FoldedRows {
  const rows: (readonly Cell[])[] = [[text(plan.title, 'title')]];
  const starts = [0];
  for (const said of [plan.about, ...(plan.notes ?? [])]) {
    starts.push(rows.length);
    rows.push(...linesOf(said, lookOf('about'), room).map((line) => [text(line, 'about')]));
  }
  starts.push(rows.length);
  rows.push([plan.name === CONTENTS ? blank() : wayBack(say)]);
  return { rows, starts };
}

function wayBack(say: Say): Cell {
  return link(say('Back to Contents'), { sheet: CONTENTS, row: 1, column: 1 }, 'link');
}
