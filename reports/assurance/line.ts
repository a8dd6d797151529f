import { blank, type Cell, link, type Place, text } from '../sheet.ts';

/** The columns of the sheet: what, its figure, what that means, and what is filled in by hand. */
export const COLUMNS = 4;

/** Makes a row: what is told, its figure, and what that means. */
export function line(
  what: Cell,
  figure: Cell,
  meaning: string,
  hand: Cell = blank('cell'),
): Cell[] {
  return [what, figure, text(meaning), hand];
}

/** Makes a label that leads to the top of the sheet that has the detail. */
export function leadsTo(label: string, sheet: string): Cell {
  const top: Place = { sheet, row: 1, column: 1 };
  return link(label, top);
}

/** Makes the heading of a part. */
export function heading(title: string): Cell[] {
  return [text(title, 'section'), ...Array.from({ length: COLUMNS - 1 }, () => blank('section'))];
}

/** Makes a sentence as wide as the page. */
export function sentence(said: string): Cell[] {
  return [text(said, 'plain')];
}

/** Makes a cell that somebody fills in by hand. */
export function byHand(): Cell {
  return blank('cellByHand');
}
