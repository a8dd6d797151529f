import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { BODY_FONT, BODY_SIZE } from './style.ts';

/**
 * Packs a workbook again so that its bytes depend on nothing but its content: parts in order, one
 * fixed time. On the way it mends what exceljs writes against the standard.
 */
export function repack(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const sorted = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .sort()
    .map((name) => [name, mend(name, parts[name]!)] as const);
  // fflate reads the local fields of the date, so a local date is the same in every time zone
  return zipSync(Object.fromEntries(sorted), { level: 6, mtime: new Date(1980, 0, 1) });
}

function mend(name: string, bytes: Uint8Array): Uint8Array {
  const rule = RULES.find(([pattern]) => pattern.test(name));
  return rule === undefined ? bytes : strToU8(rule[1](strFromU8(bytes)));
}

const RULES: readonly (readonly [RegExp, (xml: string) => string])[] = [
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

/** A link within the workbook has a location and no relation. */
function mendSheet(xml: string): string {
  return xml.replace(/<hyperlink [^>]*location="[^>]*>/g, (tag) =>
    tag.replace(/ r:id="[^"]*"/, ''),
  );
}

function mendRelations(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="&apos;[^>]*>/g, '');
}

/** Tables keep their headers without filter buttons, and the looks of their cells. */
function mendTable(xml: string): string {
  return xml
    .replace(/<autoFilter[^>]*\/>|<autoFilter.*?<\/autoFilter>/gs, '')
    .replace(/<tableStyleInfo[^>]*\/>/g, '');
}
