import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';

/** One sheet of a workbook and the part that holds it. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

/** Unpacks one part of a workbook as text, and nothing else: big workbooks are read part by part. */
export function partOf(workbook: Uint8Array, path: string): string {
  const part = unzipSync(workbook, { filter: ({ name }) => name === path })[path];
  if (part === undefined) throw new Error(`The workbook has no part ${path}`);
  return strFromU8(part);
}

/** Lists the sheets in the order of their tabs. */
export function sheetParts(workbook: Uint8Array): SheetPart[] {
  const paths = new Map(
    tags(partOf(workbook, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^(\/xl\/)?/, 'xl/'),
    ]),
  );
  return tags(partOf(workbook, 'xl/workbook.xml'), 'sheet').map((tag) => ({
    name: attribute(tag, 'name'),
    path: paths.get(attribute(tag, 'r:id'))!,
  }));
}

/** Changes the text of some parts; packs fast, since only a program will read it. */
export function withParts(
  workbook: Uint8Array,
  change: (path: string, text: string) => string,
  which: (path: string) => boolean,
): Uint8Array {
  const parts: Unzipped = unzipSync(workbook);
  for (const path of Object.keys(parts).filter(which)) {
    parts[path] = strToU8(change(path, strFromU8(parts[path]!)));
  }
  return zipSync(parts, { level: 1 });
}

/** Finds the opening tags of an element. */
export function tags(xml: string, element: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${element}(?=[\\s/>])[^>]*>`, 'g')) ?? [];
}

/** Reads an attribute of a tag; "" where it is missing. */
export function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return plainText(found?.[1] ?? found?.[2] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Undoes the escapes of XML, and those that spreadsheets have on top. */
export function plainText(xml: string): string {
  if (!/[&_]/.test(xml)) return xml;
  return xml
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name] ?? all;
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Escapes text for XML. */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
