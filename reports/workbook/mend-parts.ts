import { strFromU8, strToU8, unzipSync } from 'fflate';
import { cellName, type Sheet } from '../sheet.ts';
import { BODY_FONT, BODY_SIZE } from '../style.ts';
import { KEPT_VALUE } from './xml.ts';

/** Unpacks what exceljs wrote and mends what it writes against the standard, or cannot write. */
export function mendParts(workbook: Uint8Array, sheets: readonly Sheet[]): Map<string, Uint8Array> {
  const parts = unzipSync(workbook);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array(0));
  return new Map(
    names.map((name) => {
      const rule = RULES.find(([pattern]) => pattern.test(name));
      if (rule === undefined) return [name, parts[name]!];
      return [name, strToU8(rule[1](textOf(name), sheets, textOf(relationsOf(name))))];
    }),
  );
}

/** Names the part that says where the links of a part lead. */
function relationsOf(name: string): string {
  return name.replace(/([^/]+)$/, '_rels/$1.rels');
}

/** Mends the text of a part; `relations` is the text of its relations. */
type Mend = (xml: string, sheets: readonly Sheet[], relations: string) => string;

const RULES: readonly (readonly [RegExp, Mend])[] = [
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

/**
 * A link within the workbook has a location and no relation, any other a relation and no location: exceljs takes
 * "https://example.org/#!page1" for a cell. Texts of formulas keep the spaces at their ends. The size of a sheet is not said, since streams follow.
 */
function mendSheet(xml: string, _: readonly Sheet[], relations: string): string {
  const links = relations.matchAll(/ Id="(rId\d+)"[^>]* Target="([^"]*)"/g);
  const targets = new Map([...links].map(([, id, target]) => [id!, target!]));
  return xml
    .replace(/<dimension [^>]*>/, '')
    .replace(/<v>(?=\s|[^<]*\s<)/g, KEPT_VALUE)
    .replace(/<hyperlink ref="(\w+)" r:id="(rId\d+)"[^>]*>/g, (_, ref, id) => {
      const target = targets.get(id)!;
      const leadsTo = isInner(target) ? `location="${target}"` : `r:id="${id}"`;
      return `<hyperlink ref="${ref}" ${leadsTo}/>`;
    });
}

function mendRelations(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="([^"]*)"[^>]*>/g, (tag, target) =>
    isInner(target) ? '' : tag,
  );
}

/** Only the name of a sheet begins with a quote. */
function isInner(target: string): boolean {
  return target.startsWith('&apos;');
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
