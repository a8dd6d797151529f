import { strFromU8, strToU8 } from 'fflate';
import { printArea } from '../formula.ts';
import type { Sheet } from '../sheet.ts';
import { escapeXml } from './xml.ts';

const WORKBOOK = 'xl/workbook.xml';

/** A name that no program takes for the address of a cell. */
const GOOD_NAME = /^[a-z]+_[a-z_]+$/;

/**
 * Adds the names of the sheets to the workbook: exceljs would hold an object for every cell of a named area.
 *
 * Errors: throws where a name is taken twice, or could be read as something else.
 */
export function addNames(
  parts: Map<string, Uint8Array>,
  sheets: readonly Sheet[],
  tabs: ReadonlyMap<string, string>,
): void {
  const names = sheets.flatMap((sheet) => sheet.names);
  const taken = new Set<string>();
  for (const { name } of names) {
    if (!GOOD_NAME.test(name) || taken.has(name)) throw new RangeError(`Not a good name: ${name}`);
    taken.add(name);
  }
  const tags = names.map(
    ({ name, area }) =>
      `<definedName name="${name}">${escapeXml(printArea(area, tabs, null))}</definedName>`,
  );
  if (tags.length > 0) parts.set(WORKBOOK, strToU8(insert(strFromU8(parts.get(WORKBOOK)!), tags)));
}

function insert(xml: string, tags: readonly string[]): string {
  if (xml.includes('</definedNames>')) {
    return xml.replace('</definedNames>', () => `${tags.join('')}</definedNames>`);
  }
  return xml.replace('</sheets>', () => `</sheets><definedNames>${tags.join('')}</definedNames>`);
}
