import { displayed } from '../../reports/format.ts';
import { type Cell, cellName, type Sheet } from '../../reports/sheet.ts';

/** Prints a sheet as text that a reviewer can read: what each cell shows, and where it leads. */
export function renderSheet(sheet: Sheet): string {
  const { repeat, breaks, across, repeatColumns } = sheet.print;
  const head = [
    `sheet ${sheet.name}`,
    `widths ${sheet.widths.join(' ')}`,
    `frozen ${sheet.frozen.rows} rows, ${sheet.frozen.columns} columns`,
    `prints with ${repeat === null ? 'no row' : `row ${repeat[0]}`} repeated, breaks after ${breaks.join(' ') || 'none'}`,
    ...(across === 1 ? [] : [`${across} pages wide, with ${repeatColumns} columns repeated`]),
    ...sheet.tables.map((table) => `table ${table.name} from ${cellName(table.top, table.left)}`),
  ];
  const rows = sheet.rows.map(
    (row, index) =>
      `${index + 1}\t${row
        .map(renderCell)
        .join(' | ')
        .replace(/[ |]+$/, '')}`,
  );
  return `${[...head, '', ...rows].join('\n')}\n`;
}

function renderCell(cell: Cell): string {
  const shown = displayed(cell).replaceAll('\n', '\\n');
  if (cell.kind === 'link')
    return `${shown} -> ${cell.to.sheet}!${cellName(cell.to.row, cell.to.column)}`;
  return cell.style.endsWith('Strong') ? `**${shown}**` : shown;
}
