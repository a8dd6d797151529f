import { strFromU8, strToU8, unzipSync } from 'fflate';
import { cellName, type Sheet } from '../sheet.ts';
import { BODY_FONT, BODY_SIZE } from '../style.ts';

/** Unpacks what exceljs wrote and mends what it writes against the standard, or cannot write. */
export function mendParts(workbook: Uint8Array, sheets: readonly Sheet[]): Map<string, Uint8Array> {
  const parts = unzipSync(workbook);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  return new Map(names.map((name) => [name, mend(name, parts[name]!, sheets)]));
}

function mend(name: string, bytes: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const rule = RULES.find(([pattern]) => pattern.test(name));
  return rule === undefined ? bytes : strToU8(rule[1](strFromU8(bytes), sheets));
}

const RULES: readonly (readonly [RegExp, (xml: string, sheets: readonly Sheet[]) => string])[] = [
  [/^xl\/styles\.xml$/, mendStyles],
  [/^xl\/worksheets\/sheet\d+\.xml$/, mendSheet],
  [/^xl\/worksheets\/_rels\/.+\.rels$/, mendRelations],
  [/^xl\/tables\/.+\.xml$/, mendTable],
];

/** Fonts have an order of children; the first font sets what a column width means. */
function mendStyles(xml: string): string {
  const body = `<name val="${BODY_FONT}"/><family val="2"/>`;
  const order = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme'];
  let first = true;
  return xml.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
    const children = inner.match(/<[^>]+\/>/g) ?? [];
    const rank = (child: string) => order.indexOf(/^<(\w+)/.exec(child)?.[1] ?? '');
    const ordered = [...children].sort((a, b) => rank(a) - rank(b)).join('');
    const isFirst = first;
    first = false;
    return isFirst ? `<font><sz val="${BODY_SIZE}"/>${body}</font>` : `<font>${ordered}</font>`;
  });
}

/** A link within the workbook has a location and no relation; the size of a sheet is not said, since streams follow. */
function mendSheet(xml: string): string {
  return xml
    .replace(/<dimension [^>]*>/, '')
    .replace(/<hyperlink [^>]*location="[^>]*>/g, (tag) => tag.replace(/ r:id="[^"]*"/, ''));
}

function mendRelations(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="&apos;[^>]*>/g, '');
}

/** Tables keep the looks of their cells, and filter buttons only where they are wanted; those of streams their rows. */
function mendTable(xml: string, sheets: readonly Sheet[]): string {
  const name = / name="(\w+)_table"/.exec(xml)?.[1];
  const { top, left, rows, columns, hasFilters } = sheets
    .flatMap((sheet) => sheet.tables)
    .find((table) => table.name === name)!;
  const ref = `${cellName(top, left)}:${cellName(top + rows - 1, left + columns - 1)}`;
  const filter = hasFilters ? `<autoFilter ref="${ref}"/>` : '';
  return xml
    .replace(/ ref="[A-Z]+\d+:[A-Z]+\d+"/, ` ref="${ref}"`)
    .replace(/<autoFilter[^>]*\/>|<autoFilter.*?<\/autoFilter>/gs, filter)
    .replace(/<tableStyleInfo[^>]*\/>/g, '');
}
