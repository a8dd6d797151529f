import type { Places } from '../lay-out.ts';
import type { Place } from '../sheet.ts';
import type { Anchors } from './anchors.ts';
import { escapeHtml } from './html.ts';

/** What stands in a formula: elements in brackets, a number and its unit, a call, a name, or anything else. */
const PARTS = new RegExp(
  [
    '\\[[^\\]]*\\]',
    '\\d[\\d.]*(?:[eE][+-]?\\d+)?(?:\\s+[A-Za-z_]\\w*)?',
    '[A-Za-z_]\\w*\\s*\\(',
    '[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)?',
    '[^[A-Za-z_\\d]+',
    '\\[',
  ].join('|'),
  'g',
);

/** Writes the text of a formula, in which each name that a sheet defines leads there. */
export type WriteFormula = (text: string, sheet: string, row: number) => string;

/** Gives the way of writing formulas; a name alone belongs to the module of what its row defines. */
export function formulaWriter(definitions: Places, anchors: Anchors): WriteFormula {
  const key = ({ sheet, row }: Pick<Place, 'sheet' | 'row'>) => `${sheet} ${row}`;
  const defined = new Map([...definitions].map(([name, place]) => [key(place), name]));
  return (text, sheet, row) => {
    const own = defined.get(key({ sheet, row })) ?? '';
    const [module = ''] = own.split('.');
    const written = (part: string) => {
      const name = part.includes('.') || module === '' ? part : `${module}.${part}`;
      const place = name === own ? undefined : definitions.get(name);
      const shown = escapeHtml(part);
      return place === undefined ? shown : `<a href="${anchors.hrefOf(place)}">${shown}</a>`;
    };
    return (text.match(PARTS) ?? []).map(written).join('');
  };
}
