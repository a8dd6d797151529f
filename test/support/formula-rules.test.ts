import { describe, expect, test } from 'vitest';
import { brokenPatterns, oddFunctions, oddLiterals, patternOf } from './formula-rules.ts';

test.each([
  ['PERCENTILE(INDEX(draws_all,0,$C5),D$4)', []],
  ['OFFSET(A1,1,0)+NOW()', ['OFFSET', 'NOW']],
  ['INDIRECT("A"&RAND())', ['INDIRECT', 'RAND']],
  ['PERCENTILE.INC(A1:A9,0)', ['PERCENTILE.INC']],
  ['_xlfn.PERCENTILE.INC(A1:A9,0)', ['_xlfn.PERCENTILE.INC']],
  ['LET(x,1,x)', ['LET']],
  ['IF(A1="TODAY()",\'NOW()\'!A1,1)', []],
])('functions of %s', (formula, odd) => {
  expect(oddFunctions(formula)).toEqual(odd);
});

test.each([
  ['IF(A1>0,B12/100,1-C$365)', []],
  ['A1*0.05+1E-9', ['0.05', '1E-9']],
  ['PERCENTILE(draws_50,0.95)', ['0.95']],
  ['\'Sheet 7\'!A1&"99 bottles"', []],
  ['LOG10(A1)+3', ['3']],
  ['SUM($A$7:$A$99)/24', ['24']],
])('numbers of %s', (formula, odd) => {
  expect(oddLiterals(formula)).toEqual(odd);
});

describe('patterns', () => {
  test.each([
    ['B2', 'A2+B$1', 'R[0]C[-1]+R1C[0]'],
    ['C9', 'SUM($A$1:\'My A1\'!B2)&"C3"', 'SUM(R1C1:\'My A1\'!R[-7]C[-1])&"C3"'],
    ['AA1', 'LOG10(Z1)', 'LOG10(R[0]C[-1])'],
  ])('in %s %s is %s', (cell, formula, pattern) => {
    expect(patternOf(cell, formula)).toBe(pattern);
  });

  const block = (formulas: Readonly<Record<string, string>>) =>
    Object.entries(formulas).map(([cell, formula]) => ({ cell, formula, value: 1, style: 0 }));

  test('are whole where each column, or each row, is one formula', () => {
    const columns = { B2: 'A2+1', C2: 'A2*A2', B3: 'A3+1', C3: 'A3*A3' };
    const rows = { B2: 'B1+1', C2: 'C1+1', B3: 'B1*B1', C3: 'C1*C1' };
    expect(brokenPatterns(block(columns))).toEqual([]);
    expect(brokenPatterns(block(rows))).toEqual([]);
    expect(brokenPatterns(block({ B2: 'A2+1', C2: 'A2*A2', D2: 'A2-1' }))).toEqual([]);
  });

  test('are whole where cells show others, wherever these stand', () => {
    const shown = { B2: "'My data'!$L$8", C2: '$D$7', B3: "'My data'!$L$99", C3: 'D1' };
    expect(brokenPatterns(block(shown))).toEqual([]);
    expect(brokenPatterns(block({ ...shown, C3: 'D1+1' }))).toHaveLength(1);
  });

  test('are broken by a cell of its own', () => {
    const broken = { B2: 'A2+1', C2: 'B2+1', B3: 'A3+1', C3: 'B3+2', B4: 'A4+1', C4: 'B4+1' };
    expect(brokenPatterns(block(broken))).toEqual(['row 3, column 3: R[0]C[-1]+2']);
  });
});
