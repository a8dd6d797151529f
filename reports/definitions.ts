import type { Results } from '../engine/index.ts';
import type { Places } from './lay-out.ts';
import type { Cell, Sheet } from './sheet.ts';

/** The sheets that define names, a row for each, with the module and the name first. */
const DEFINING = ['Equations', 'Assumptions', 'Levers'];

/** Finds where each name of the model is defined, as formulas write it in full; elements share the first of their rows. */
export function definitionsIn({ study }: Results, sheets: readonly Sheet[]): Places {
  const items = [...study.equations, ...study.assumptions, ...study.shocks, ...study.levers];
  const names = new Set(items.map(({ module, name }) => `${module}.${name}`));
  const rows = sheets
    .filter(({ name }) => DEFINING.includes(name))
    .flatMap((sheet) =>
      sheet.rows.map(([module, name], index) => {
        const place = { sheet: sheet.name, row: index + 1, column: 2 };
        return [`${textOf(module)}.${textOf(name)}`, place] as const;
      }),
    );
  // of rows that share a name the first is to stay
  return new Map(rows.filter(([name]) => names.has(name)).reverse());
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text : '';
}
