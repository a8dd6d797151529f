import { displayed } from '../format.ts';
import { printFormula } from '../formula.ts';
import type { Say } from '../language/say.ts';
import { type Cell, cellName, columnName, type Sheet } from '../sheet.ts';
import type { Tabs } from '../tabs.ts';
import { escapeHtml } from './html.ts';

type FormulaCell = Extract<Cell, { kind: 'formula' }>;

/**
 * Lists how the workbook computes the columns of a sheet: the first formula of each, which the others repeat row by
 * row; "" where it computes none.
 */
export function formulasOf(sheet: Sheet, tabs: Tabs, say: Say): string {
  const title = escapeHtml(say('How the workbook computes these columns'));
  const heads = [say('Column'), say('First cell'), say('Formula')];
  const rows = sheet.widths.flatMap((_, column) => {
    const row = sheet.rows.findIndex((cells) => cells[column]?.kind === 'formula');
    if (row < 0) return [];
    const cell = sheet.rows[row]![column] as FormulaCell;
    const [head, ...code] = [
      headOf(sheet, column),
      cellName(row + 1, column + 1),
      `=${printFormula(cell.formula, tabs, sheet.name)}`,
    ].map(escapeHtml);
    return [
      `<tr><th scope=row>${head}</th>${code.map((text) => `<td><code>${text}</code></td>`).join('')}</tr>`,
    ];
  });
  if (rows.length === 0) return '';
  const head = heads.map((text) => `<th scope=col class=header>${escapeHtml(text)}</th>`).join('');
  const caption = `${escapeHtml(tabs.get(sheet.name)!)}: ${title}`;
  return `<details><summary>${title}</summary>
<div class=scroll role=region tabindex=0 aria-label="${caption}"><table class=loose><caption>${caption}</caption>
<thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div></details>
`;
}

function headOf({ print, rows }: Sheet, column: number): string {
  const head = print.repeat === null ? undefined : rows[print.repeat[0] - 1]![column];
  return head === undefined || head.kind === 'blank' ? columnName(column + 1) : displayed(head);
}
