import { sheetParts, withParts, xmlText } from './workbook-parts.ts';

/** A cell and what to put into it. */
export interface Change {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string | boolean;
}

/** Puts a value into an input cell, as a reader would by typing. Errors: see `editAll`. */
export function edit(
  workbook: Uint8Array,
  sheet: string,
  cell: string,
  value: Change['value'],
): Uint8Array {
  return editAll(workbook, [{ sheet, cell, value }]);
}

/**
 * Puts values into input cells; their styles stay. Nothing is computed again: see `recalculate`.
 * Errors: throws where a sheet or cell is missing, or holds a formula.
 */
export function editAll(workbook: Uint8Array, changes: readonly Change[]): Uint8Array {
  const sheets = sheetParts(workbook);
  const pathOf = ({ sheet }: Change) => {
    const part = sheets.find(({ name }) => name === sheet);
    if (part === undefined) throw new Error(`The workbook has no sheet ${sheet}`);
    return part.path;
  };
  const placed = changes.map((change) => ({ change, path: pathOf(change) }));
  const here = (path: string) => placed.filter((item) => item.path === path);
  return withParts(
    workbook,
    (path, xml) => here(path).reduce((text, { change }) => changed(text, change), xml),
    (path) => here(path).length > 0,
  );
}

function changed(xml: string, { sheet, cell, value }: Change): string {
  const pattern = new RegExp(`<c((?:\\s[^>]*)?\\sr="${cell}"[^>]*?)(?:/>|>(.*?)</c>)`, 's');
  const found = pattern.exec(xml);
  if (found === null) throw new Error(`${sheet}!${cell} is not in the workbook`);
  const [all, attributes = '', inner = ''] = found;
  if (/<f[\s/>]/.test(inner)) throw new Error(`${sheet}!${cell} holds a formula`);
  const kept = attributes.replace(/\st="[^"]*"/, '');
  const cellWithValue = `<c${kept}${written(value)}</c>`;
  return xml.slice(0, found.index) + cellWithValue + xml.slice(found.index + all.length);
}

function written(value: Change['value']): string {
  if (typeof value === 'number') return `><v>${value}</v>`;
  if (typeof value === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v>`;
  return ` t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is>`;
}
