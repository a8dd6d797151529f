import { columnName } from './sheet.ts';

/** A rectangle of cells that a formula reads; rows and columns count from 1. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** What stays where it is when the formula is filled to other cells. */
  readonly fixed: 'all' | 'rows' | 'columns' | 'none';
}

const MAXIMUM_LENGTH = 8_192;
const MAXIMUM_TEXT = 255;

/** The text of a spreadsheet formula without its equals sign, in which areas stand as data until tabs have names. */
export type Formula = readonly (string | Area)[];

/** Writes a formula: the text between the areas and formulas that are put in. */
export function formula(
  texts: TemplateStringsArray,
  ...parts: readonly (Area | Formula | string)[]
): Formula {
  const put = (part: Area | Formula | string | undefined): Formula => {
    if (part === undefined) return [];
    return Array.isArray(part) ? (part as Formula) : [part as Area | string];
  };
  return texts.flatMap((text, index) => [...(text === '' ? [] : [text]), ...put(parts[index])]);
}

/** Names one cell; by default it stays where it is. */
export function cellAt(
  sheet: string,
  row: number,
  column: number,
  fixed: Area['fixed'] = 'all',
): Area {
  return { sheet, top: row, left: column, bottom: row, right: column, fixed };
}

/** Names the cells from one corner to the other. */
export function areaOf(
  sheet: string,
  [top, left]: readonly [number, number],
  [bottom, right]: readonly [number, number],
  fixed: Area['fixed'] = 'all',
): Area {
  return { sheet, top, left, bottom, right, fixed };
}

/**
 * Prints a formula as it stands on a sheet: areas of other sheets with their tab's name.
 *
 * Errors: throws where an area lies on a sheet that the workbook does not have, and where the formula, or a text
 * in it, is longer than a spreadsheet takes.
 */
export function printFormula(
  parts: Formula,
  tabs: ReadonlyMap<string, string>,
  onSheet: string,
): string {
  const printed = parts
    .map((part) => (typeof part === 'string' ? part : printArea(part, tabs, onSheet)))
    .join('');
  const texts = printed.match(/"(?:[^"]|"")*"/g) ?? [];
  const isLong = texts.some((text) => text.length > MAXIMUM_TEXT + '""'.length);
  if (isLong || printed.length > MAXIMUM_LENGTH) {
    throw new RangeError(`A formula on ${onSheet} is too long: ${printed.slice(0, 100)}`);
  }
  return printed;
}

/** Prints an area as a formula refers to it. */
export function printArea(
  area: Area,
  tabs: ReadonlyMap<string, string>,
  onSheet: string | null,
): string {
  const first = spell(area.top, area.left, area.fixed);
  const last = spell(area.bottom, area.right, area.fixed);
  const cells = first === last ? first : `${first}:${last}`;
  return area.sheet === onSheet ? cells : `${tabPrefix(area.sheet, tabs)}${cells}`;
}

/** Quotes the name of a sheet's tab for a reference. */
export function tabPrefix(sheet: string, tabs: ReadonlyMap<string, string>): string {
  const tab = tabs.get(sheet);
  if (tab === undefined) throw new RangeError(`There is no sheet ${sheet} to refer to`);
  return `'${tab.replaceAll("'", "''")}'!`;
}

function spell(row: number, column: number, fixed: Area['fixed']): string {
  const columnMark = fixed === 'all' || fixed === 'columns' ? '$' : '';
  const rowMark = fixed === 'all' || fixed === 'rows' ? '$' : '';
  return `${columnMark}${columnName(column)}${rowMark}${row}`;
}

/** Moves an area to the right, as filling does with one that is not fixed. */
export function movedRight(area: Area, by: number): Area {
  return { ...area, left: area.left + by, right: area.right + by };
}
