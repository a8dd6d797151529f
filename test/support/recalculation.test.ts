import ExcelJS from 'exceljs';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { edit, editAll } from './edit-workbook.ts';
import { throughLibreOffice } from './libreoffice.ts';
import {
  agree,
  checkRecalculation,
  compareFormulas,
  POISON,
  poison,
  recalculate,
} from './recalculation.ts';
import { cellsOf } from './workbook-cells.ts';

const SLOW = 120_000;

/** Two sheets with a formula of each kind of value, and texts that XML has to escape. */
async function aWorkbook(cachedTotal = 5): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const inputs = workbook.addWorksheet('Inputs & more');
  inputs.getCell('A1').value = 2;
  inputs.getCell('A2').value = 3;
  inputs.getCell('A3').value = '<한국> & 조';
  const formulas = workbook.addWorksheet('Results');
  const live: [string, string, number | string | boolean][] = [
    ['A1', "'Inputs & more'!A1+'Inputs & more'!A2", cachedTotal],
    ['A2', `A1&" & "&'Inputs & more'!A3`, '5 & <한국> & 조'],
    ['A3', 'A1>4', true],
    ['A4', "PERCENTILE('Inputs & more'!A1:A2,0.25)", 2.25],
    ['A5', 'IF(A1>1000,"much","")', ''],
  ];
  for (const [cell, formula, result] of live) formulas.getCell(cell).value = { formula, result };
  formulas.getCell('B1').value = 'just text';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function valuesOf(workbook: Uint8Array, sheet: string): unknown[] {
  return [...cellsOf(workbook).get(sheet)!.values()].map(({ value }) => value);
}

const RIGHT = [5, 'just text', '5 & <한국> & 조', true, 2.25, ''];

describe('a workbook whose cached values are right', () => {
  let workbook: Uint8Array;
  beforeAll(async () => {
    workbook = await aWorkbook();
  });

  test('is read cell by cell', () => {
    expect([...cellsOf(workbook).keys()]).toEqual(['Inputs & more', 'Results']);
    expect(valuesOf(workbook, 'Inputs & more')).toEqual([2, 3, '<한국> & 조']);
    expect(valuesOf(workbook, 'Results')).toEqual(RIGHT);
    const { formula } = cellsOf(workbook).get('Results')!.get('A2')!;
    expect(formula).toBe(`A1&" & "&'Inputs & more'!A3`);
  });

  test('loses every cached value and no other cell when it is poisoned', () => {
    const poisoned = poison(workbook);
    const wrong = [POISON, 'just text', POISON, POISON, POISON, POISON];
    expect(valuesOf(poisoned, 'Results')).toEqual(wrong);
    expect(valuesOf(poisoned, 'Inputs & more')).toEqual(valuesOf(workbook, 'Inputs & more'));
  });

  test(
    'gets them all back by recalculation',
    async () => {
      expect(valuesOf(await recalculate(workbook), 'Results')).toEqual(RIGHT);
      const { formulas, differences } = await checkRecalculation(workbook);
      expect(differences).toEqual([]);
      expect([...formulas]).toEqual([
        ['Inputs & more', 0],
        ['Results', 5],
      ]);
    },
    SLOW,
  );

  test(
    'follows an input that a reader changes',
    async () => {
      const changed = await recalculate(edit(workbook, 'Inputs & more', 'A2', 40));
      expect(valuesOf(changed, 'Results')).toEqual([
        42,
        'just text',
        '42 & <한국> & 조',
        true,
        11.5,
        '',
      ]);
    },
    SLOW,
  );

  test('takes changes of every kind of value, and keeps formulas safe from them', () => {
    const changed = editAll(workbook, [
      { sheet: 'Inputs & more', cell: 'A1', value: '<b>&' },
      { sheet: 'Inputs & more', cell: 'A2', value: false },
      { sheet: 'Inputs & more', cell: 'A3', value: -0.5 },
    ]);
    expect(valuesOf(changed, 'Inputs & more')).toEqual(['<b>&', false, -0.5]);
    expect(() => edit(workbook, 'Results', 'A1', 1)).toThrow('holds a formula');
    expect(() => edit(workbook, 'Results', 'C9', 1)).toThrow('not in the workbook');
    expect(() => edit(workbook, 'Elsewhere', 'A1', 1)).toThrow('no sheet');
  });
});

describe('the check can fail:', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('without LibreOffice it does, and says what to install', async () => {
    vi.stubEnv('PATH', '/nowhere');
    await expect(checkRecalculation(await aWorkbook())).rejects.toThrow(
      'needs soffice: apt-get install libreoffice-calc',
    );
  });

  test(
    'LibreOffice left to itself keeps whatever is cached',
    async () => {
      const kept = await throughLibreOffice(poison(await aWorkbook()), 'default');
      const wrong = [POISON, 'just text', POISON, POISON, POISON, POISON];
      expect(valuesOf(kept, 'Results')).toEqual(wrong);
    },
    SLOW,
  );

  test(
    'a wrong cached value is found, and a formula that rests on it is not blamed',
    async () => {
      const { differences } = await checkRecalculation(await aWorkbook(5.00000001));
      expect(differences).toEqual([
        {
          sheet: 'Results',
          cell: 'A1',
          formula: "'Inputs & more'!A1+'Inputs & more'!A2",
          cached: 5.00000001,
          computed: 5,
        },
      ]);
    },
    SLOW,
  );

  test('an error value, a lost formula and a missing value are differences', async () => {
    const workbook = await aWorkbook();
    expect(compareFormulas(workbook, workbook).differences).toEqual([]);
    expect(compareFormulas(workbook, poison(workbook)).differences).toHaveLength(5);
    expect(agree({ error: '#N/A' }, { error: '#N/A' })).toBe(false);
    expect(agree(1, null)).toBe(false);
    expect(agree(null, null)).toBe(false);
  });

  test.each([
    [1, 1 + 0.9e-9, true],
    [1, 1 + 1.1e-9, false],
    [-1e15, -1e15 * (1 + 0.9e-9), true],
    [0, 0.9e-12, true],
    [0, 1.1e-12, false],
    [1e-9, 1.01e-9, false],
    [1, -1, false],
    [Number.NaN, Number.NaN, false],
    ['a', 'A', false],
    ['1', 1, false],
    [true, 1, false],
    [true, true, true],
  ])('%s and %s agree: %s', (a, b, answer) => {
    expect(agree(a, b)).toBe(answer);
    expect(agree(b, a)).toBe(answer);
  });
});
