import { describe, expect, test } from 'vitest';
import { definitionsIn } from '../../../reports/definitions.ts';
import { sheetsOf } from '../../../reports/index.ts';
import type { Anchors } from '../../../reports/page/anchors.ts';
import { formulaWriter } from '../../../reports/page/names.ts';
import { someResults } from '../../support/results.ts';

const PLACES = new Map(
  ['lng.price', 'lng.fee', 'lng.t', 'trade.price'].map((name, row) => [
    name,
    { sheet: 'Equations', row, column: 2 },
  ]),
);
const anchors: Anchors = {
  sheetId: String,
  headingId: String,
  rowId: () => '',
  hrefOf: ({ row }) => `#${row}`,
};
const write = formulaWriter(PLACES, anchors);

describe('a formula on the page', () => {
  test.each([
    ['a name alone belongs to its module', 'price + fee', 0, 'price + <a href="#1">fee</a>'],
    ['another module is named', '2*trade.price', 0, '2*<a href="#3">trade.price</a>'],
    ['outside of modules names are full', 'price + lng.fee', 9, 'price + <a href="#1">lng.fee</a>'],
    ['elements are no names', 'fee[price, t]', 0, '<a href="#1">fee</a>[price, t]'],
    ['units are no names', '5.5 t + 1e3 t * t', 0, '5.5 t + 1e3 t * <a href="#2">t</a>'],
    ['calls are no names', 'fee(t)', 0, 'fee(<a href="#2">t</a>)'],
    ['what is open stays', 'fee[price', 0, '<a href="#1">fee</a>[price'],
    [
      'markup is text',
      '<b>fee</b> "😀"',
      0,
      '&lt;b&gt;<a href="#1">fee</a>&lt;/b&gt; &quot;😀&quot;',
    ],
  ])('%s', (_, text, row, written) => {
    expect(write(text, 'Equations', row)).toBe(written);
  });
});

test('names are defined in the first row that has them', () => {
  const results = someResults();
  const sheets = sheetsOf(results);
  const definitions = definitionsIn(results, sheets);
  const { equations, assumptions, levers } = results.study;
  for (const { module, name } of [...equations, ...assumptions, ...levers]) {
    const { sheet, row } = definitions.get(`${module}.${name}`)!;
    const cells = sheets.find((one) => one.name === sheet)!.rows[row - 1]!;
    expect(cells.slice(0, 2)).toMatchObject([{ text: module }, { text: name }]);
  }
  const elements = assumptions.filter(({ name }) => name === 'elasticity');
  expect(elements.length).toBeGreaterThan(1);
  const { row } = definitions.get(`${elements[0]!.module}.elasticity`)!;
  const assumptionRows = sheets.find(({ name }) => name === 'Assumptions')!.rows;
  expect(assumptionRows[row - 1]![2]).toMatchObject({ text: elements[0]!.element });
});
