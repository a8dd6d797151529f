import { partOf, plainText, sheetParts } from './workbook-parts.ts';

/** An error value of a spreadsheet, such as #DIV/0!. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds; null for nothing. */
export type CellValue = number | string | boolean | null | CellError;

/** One cell as it was read: its formula, without "=", is null where it has none. */
export interface ReadCell {
  readonly cell: string;
  readonly value: CellValue;
  readonly formula: string | null;
  /** Index of the cell's style. */
  readonly style: number;
}

/** One cell: its attributes, and what it holds. */
export const CELL = /<c((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/c>)/gs;
/** The formula within a cell. */
export const FORMULA = /<f(?:\s[^>]*)?(?:\/>|>(.*?)<\/f>)/s;
const VALUE = /<v(?:\s[^>]*)?(?:\/>|>(.*?)<\/v>)/s;
const TEXT = /<t(?:\s[^>]*)?(?:\/>|>(.*?)<\/t>)/gs;

/**
 * Reads the cells of a sheet's XML one after another, in their order.
 * A formula that is shared or part of an array reads as "" in all cells but the first.
 */
export function* readCells(xml: string, shared: readonly string[]): Generator<ReadCell> {
  for (const [, attributes = '', inner = ''] of xml.matchAll(CELL)) {
    const formula = FORMULA.exec(inner);
    yield {
      cell: given(attributes, 'r'),
      formula: formula === null ? null : plainText(formula[1] ?? ''),
      value: cellValue(given(attributes, 't'), inner, shared),
      style: Number(given(attributes, 's')),
    };
  }
}

/** Reads the cells of every sheet by the names of sheet and cell; the whole workbook is held. */
export function cellsOf(workbook: Uint8Array): Map<string, Map<string, ReadCell>> {
  const shared = sharedTexts(workbook);
  return new Map(
    sheetParts(workbook).map(({ name, path }) => {
      const cells = readCells(partOf(workbook, path), shared);
      return [name, new Map([...cells].map((cell) => [cell.cell, cell]))];
    }),
  );
}

/** Reads the texts that cells refer to by number. */
export function sharedTexts(workbook: Uint8Array): string[] {
  const part = sharedPart(workbook);
  return [...part.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, item = '']) => textsIn(item));
}

function sharedPart(workbook: Uint8Array): string {
  try {
    return partOf(workbook, 'xl/sharedStrings.xml');
  } catch {
    return '';
  }
}

function given(attributes: string, name: 'r' | 't' | 's'): string {
  const from = attributes.indexOf(` ${name}="`);
  return from < 0 ? '' : attributes.slice(from + 4, attributes.indexOf('"', from + 4));
}

function cellValue(type: string, inner: string, shared: readonly string[]): CellValue {
  if (type === 'inlineStr') return textsIn(inner);
  const written = VALUE.exec(inner)?.[1];
  if (type === 'str') return plainText(written ?? '');
  if (written === undefined || written === '') return null;
  if (type === 's') return shared[Number(written)]!;
  if (type === 'b') return written === '1';
  if (type === 'e') return { error: plainText(written) };
  return Number(written);
}

function textsIn(xml: string): string {
  const withoutReadings = xml.replace(/<rPh.*?<\/rPh>/gs, '');
  return [...withoutReadings.matchAll(TEXT)].map(([, text = '']) => plainText(text)).join('');
}
