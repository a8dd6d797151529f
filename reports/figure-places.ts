import { type Area, cellAt } from './formula.ts';
import type { Cell, Sheet } from './sheet.ts';

/** The figures of a table of draws, in the order of its columns; each has its Monte Carlo error beside it. */
const POINTS = ['mean', 'p5', 'p25', 'median', 'p75', 'p95'] as const;
export type FigurePoint = (typeof POINTS)[number];

/** Finds the cell of a figure, or of its error, by the number of its column of draws; null where there is none. */
export type FindFigure = (column: number, point: FigurePoint, part?: 'error') => Area | null;

/** Prepares the look-up in a table of draws; `columns` says where its figures and the numbers of its columns stand. */
export function figureFinder(
  sheet: Sheet | null,
  columns: { readonly mean: number; readonly column: number },
): FindFigure {
  const rows = new Map<number, number>();
  const top = sheet?.tables[0]?.top ?? 0;
  sheet?.rows.slice(top).forEach((row, at) => {
    const number = numberIn(row[columns.column - 1]);
    if (number !== null) rows.set(number, top + 1 + at);
  });
  return (column, point, part) => {
    const row = rows.get(column);
    if (row === undefined) return null;
    const at = columns.mean + 2 * POINTS.indexOf(point) + (part === 'error' ? 1 : 0);
    return cellAt(sheet!.name, row, at);
  };
}

function numberIn(cell: Cell | undefined): number | null {
  return cell !== undefined && 'value' in cell && typeof cell.value === 'number'
    ? cell.value
    : null;
}
