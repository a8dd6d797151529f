import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerText, uniqueHeaders } from '../../reports/header-text.ts';
import { sheetsOf } from '../../reports/index.ts';
import { checkSheets } from '../../reports/workbook/check-sheets.ts';
import { someResults } from '../support/results.ts';

describe('names of a study as headers', () => {
  test.each([
    ['no-offer', 'no-offer'],
    [' two\nlines\t', 'two lines'],
    ['\u0000\uFFFF', '-'],
    ['', '-'],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('%j is written as %j', (name, header) => {
    expect(headerText(name)).toBe(header);
  });

  test('differ in more than their case', () => {
    expect(uniqueHeaders(['a', 'A', 'a (2)', 'b'])).toEqual(['a', 'A (2)', 'a (2) (2)', 'b']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'a (2)', 'b')), (headers) => {
        const unique = uniqueHeaders(headers).map((header) => header.toLowerCase());
        expect(new Set(unique).size).toBe(headers.length);
      }),
    );
  });

  test.each([
    ['Draws\n=1+1', 'draws =1+1'],
    ['Draws', 'of'],
    ['x'.repeat(250), 'X'.repeat(250)],
  ])('scenarios called %j and %j have tables that can be written', (one, other) => {
    const names = new Map([
      ['no-offer', one],
      ['lng-offer', other],
    ]);
    const text = JSON.stringify(someResults({}, 21), (key, value) => {
      if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
      return key === 'name' || key === 'scenario' ? (names.get(value) ?? value) : value;
    });
    const results = JSON.parse(text, (key, value) =>
      key === 'drawIndices' ? Uint32Array.from(value) : value,
    );
    const sheets = sheetsOf(results);
    expect(() => checkSheets(sheets)).not.toThrow();
    const draws = sheets.find(({ name }) => name === 'Draws')!;
    expect(draws.tables[0]!.columns).toBeGreaterThan(10);
  });
});
