import { displayed } from '../format.ts';
import type { Cell } from '../sheet.ts';
import type { Style } from '../style.ts';
import { safeAddress } from '../workbook/safe-text.ts';
import type { Anchors } from './anchors.ts';
import { directionOf, escapeHtml } from './html.ts';

/** The classes of the looks that most cells have: a page holds them many thousand times. */
const SHORT: Partial<Record<Style, string>> = {
  cell: '',
  cellQuiet: 'q',
  cellStrong: 's',
  number: 'n',
  numberQuiet: 'nq',
  numberStrong: 'ns',
};

/** Names the class of a look; "" for the look of most cells. */
export function classOf(style: Style): string {
  return SHORT[style] ?? style.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Writes the attributes that all cells of a table have in common. */
export function attributesOf(cell: Cell): string {
  const name = classOf(cell.style);
  const direction = 'text' in cell ? directionOf(cell.text) : '';
  return `${name === '' ? '' : ` class=${name}`}${direction}`;
}

/** Writes what a cell shows; links lead within the page, or to a web address that is safe. */
export function contentOf(cell: Cell, anchors: Anchors): string {
  const shown = escapeHtml(displayed(cell));
  if (cell.kind === 'link') return `<a href="${anchors.hrefOf(cell.to)}">${shown}</a>`;
  if (cell.kind !== 'address') return shown;
  const address = safeAddress(cell.address);
  if (address === null) return shown;
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer external">${shown}</a>`;
}
