import validate from '@ooxml-tools/validate';
import { withParts } from './workbook-parts.ts';

/**
 * Lists what Microsoft's Open XML SDK finds wrong with a workbook, a line for each error. Rows that are
 * built as one before them are left out: the SDK takes seconds for a thousand rows.
 */
export async function openXmlErrors(workbook: Uint8Array): Promise<string[]> {
  const errors = await validate(withoutRowsAlike(workbook), 'xlsx', 'Microsoft365');
  return errors.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`);
}

/** Drops rows that differ from an earlier one of their sheet in nothing but numbers and letters. */
export function withoutRowsAlike(workbook: Uint8Array): Uint8Array {
  const isSheet = (path: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(path);
  const unlike = (_: string, xml: string) => {
    const seen = new Set<string>();
    return xml.replace(/<row(?=[\s>]).*?(?:<\/row>|\/>(?=<row|<\/sheetData))/gs, (row) => {
      const shape = shapeOf(row);
      if (seen.has(shape)) return '';
      seen.add(shape);
      return row;
    });
  };
  return withParts(workbook, unlike, isSheet);
}

/** What is neither a number, a text nor a place stays as it is: it may be what is wrong. */
function shapeOf(row: string): string {
  return row
    .replace(/ (r|ht|spans|ref|si)="[A-Z\d.:]*"/g, '')
    .replace(/<v>[^<]*<\/v>/g, (value) => (NUMBER.test(value) ? '<v>0</v>' : '<v>text</v>'))
    .replace(/<(f|t)( [^>]*)?>[^<]*<\/\1>/g, '<$1$2>text</$1>');
}

const NUMBER = /^<v>-?\d+(\.\d+)?([eE][+-]?\d+)?<\/v>$/;
