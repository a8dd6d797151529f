import { describe, expect, test } from 'vitest';
import { exampleWorkbook } from './example-workbooks.ts';
import { openXmlErrors, withoutRowsAlike } from './open-xml.ts';
import { withParts } from './workbook-parts.ts';

const SLOW = 600_000;

const SHEET = 'xl/worksheets/sheet2.xml';

async function spoilt(change: (xml: string) => string): Promise<Uint8Array> {
  const workbook = await exampleWorkbook('first-steps');
  return withParts(
    workbook,
    (_, xml) => change(xml),
    (path) => path === SHEET,
  );
}

describe('a workbook is found out where', () => {
  test.each([
    [
      'a cell is of no kind',
      (xml: string) => xml.replace(/(.*<c [^>]*)t="s"/s, '$1t="z"'),
      /invalid value 'z'/,
    ],
    [
      'a part is out of order',
      (xml: string) => xml.replace(/(<cols>.*<\/cols>)(<sheetData>.*<\/sheetData>)/s, '$2$1'),
      /unexpected child element/,
    ],
    [
      'a look is not there',
      (xml: string) => xml.replace(/(.*)(<c [^>]*)s="\d+"/s, '$1$2s="9999"'),
      /9999|s'/,
    ],
  ])(
    '%s',
    async (_, change, error) => {
      const errors = await openXmlErrors(await spoilt(change));
      expect(errors.length).toBeGreaterThan(0);
      expect(errors[0]).toMatch(error);
      expect(errors[0]).toContain(SHEET);
    },
    SLOW,
  );
});

test('of rows alike, the first is kept', async () => {
  const rows = [
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    '<row r="2"><c r="A2"><v>2.5e-7</v></c></row>',
    '<row r="3"><c r="A3" s="1"><v>2</v></c></row>',
    '<row r="4"><c r="A4"><v>NaN</v></c></row>',
    '<row r="5"/>',
    '<row r="6"/>',
  ];
  let kept = '';
  withParts(
    withoutRowsAlike(
      await spoilt((xml) =>
        xml.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${rows.join('')}</sheetData>`),
      ),
    ),
    (_, xml) => {
      kept = xml;
      return xml;
    },
    (path) => path === SHEET,
  );
  expect(/<sheetData>.*<\/sheetData>/s.exec(kept)![0]).toBe(
    `<sheetData>${[0, 2, 3, 4].map((at) => rows[at]).join('')}</sheetData>`,
  );
});
