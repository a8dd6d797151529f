import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPERATION_NAMES, type OperationName } from '../../../engine/formula/operation.ts';
import { apply, number, slot, type Term } from '../../../engine/formula/term.ts';
import { cellAt, printFormula } from '../../../reports/formula.ts';
import { printTerm } from '../../../reports/live/print-term.ts';

const SHEET = 'S';
const LETTERS = ['a', 'b', 'c', 'd'] as const;
const [a, b, c, d] = LETTERS.map((_, at) => slot(at)) as [Term, Term, Term, Term];
const [zero, two] = [number(0), number(2)];

/** Prints a term with the cells A1, B1, C1 and D1 for a, b, c and d, and A0 for what a was a step before. */
function printed(term: Term): string {
  const now = (at: number) => cellAt(SHEET, 1, at + 1, 'none');
  const past = (at: number, lag: number) => cellAt(SHEET, 1 + lag, at + 1, 'none');
  return printFormula(printTerm(term, { now, past }), new Map(), SHEET);
}

/** One line for every operation, as the table of reports/live/README.md has it. */
const PLAIN: Readonly<Record<OperationName, string>> = {
  add: 'A1+B1',
  subtract: 'A1-B1',
  multiply: 'A1*B1',
  divide: 'A1/B1',
  negate: '-A1',
  power: 'IF(AND(A1=0,B1>0),0,EXP(B1*LN(A1)))',
  wholePower: 'A1^B1',
  squareRoot: 'SQRT(A1)',
  exp: 'EXP(A1)',
  log: 'LN(A1)',
  logistic: 'IF(A1<0,EXP(A1)/(1+EXP(A1)),1/(1+EXP(-A1)))',
  floor: 'INT(A1)',
  ceil: '-INT(-A1)',
  round: 'ROUND(A1,0)',
  abs: 'ABS(A1)',
  smaller: 'MIN(A1,B1)',
  larger: 'MAX(A1,B1)',
  ramp: 'IF(B1<=C1,0,IF(A1>=C1+D1,1,(IF(B1-C1<D1,(B1-C1)^2/(2*D1),B1-C1-D1/2)-IF(A1<=C1,0,(A1-C1)^2/(2*D1)))/(B1-A1)))',
  less: 'A1<B1',
  lessEqual: 'A1<=B1',
  greater: 'A1>B1',
  greaterEqual: 'A1>=B1',
  equal: 'A1=B1',
  unequal: 'A1<>B1',
  and: 'AND(A1,B1)',
  or: 'OR(A1,B1)',
  xor: 'A1<>B1',
  not: 'NOT(A1)',
  choose: 'IF(A1,B1,C1)',
};

test.each(OPERATION_NAMES)('%s is spelled as in the table', (operation) => {
  const count = LETTERS.findLastIndex((letter) =>
    PLAIN[operation].includes(`${letter.toUpperCase()}1`),
  );
  const operands = [a, b, c, d].slice(0, count + 1);
  expect(printed(apply(operation, ...operands))).toBe(PLAIN[operation]);
});

test('the table of the README says the same', () => {
  const readme = join(import.meta.dirname, '../../../reports/live/README.md');
  const rows = readFileSync(readme, 'utf8').matchAll(/^\| `(\w+)` +\| `([^`]+)` \|/gm);
  const table = Object.fromEntries([...rows].map(([, operation, text]) => [operation, text]));
  expect(table).toEqual(PLAIN);
});

describe('brackets', () => {
  test.each([
    [apply('negate', apply('wholePower', a, two)), '-(A1^2)'],
    [apply('wholePower', apply('negate', a), two), '(-A1)^2'],
    [apply('multiply', apply('negate', a), b), '(-A1)*B1'],
    [apply('negate', apply('multiply', apply('wholePower', a, two), b)), '-(A1^2*B1)'],
    [apply('subtract', a, apply('negate', b)), 'A1-(-B1)'],
    [apply('add', apply('negate', a), b), '-A1+B1'],
    [apply('add', apply('add', a, b), c), 'A1+B1+C1'],
    [apply('add', a, apply('add', b, c)), 'A1+(B1+C1)'],
    [apply('subtract', a, apply('subtract', b, c)), 'A1-(B1-C1)'],
    [apply('divide', a, apply('divide', b, c)), 'A1/(B1/C1)'],
    [apply('divide', apply('divide', a, b), c), 'A1/B1/C1'],
    [apply('multiply', apply('add', a, b), c), '(A1+B1)*C1'],
    [apply('wholePower', apply('wholePower', a, two), b), '(A1^2)^B1'],
    [apply('wholePower', a, zero), '1'],
    [apply('less', apply('add', a, b), apply('negate', c)), 'A1+B1<-C1'],
    [apply('xor', apply('less', a, b), apply('equal', c, d)), '(A1<B1)<>(C1=D1)'],
    [apply('ceil', apply('add', a, b)), '-INT(-(A1+B1))'],
  ])('%#: %s', (term, text) => {
    expect(printed(term)).toBe(text);
  });
});

describe('what spreadsheets do otherwise', () => {
  test('chains of the same function take one pair of brackets', () => {
    const sum = apply('add', apply('smaller', a, b), c);
    expect(printed(apply('smaller', apply('smaller', a, b), apply('smaller', c, d)))).toBe(
      'MIN(A1,B1,C1,D1)',
    );
    expect(printed(apply('smaller', sum, d))).toBe('MIN(MIN(A1,B1)+C1,D1)');
  });

  test('conditions that could be an error are not looked at where the engine does not', () => {
    const share = apply('greater', apply('divide', a, b), two);
    const given = apply('unequal', b, zero);
    expect(printed(apply('and', given, share))).toBe('IF(B1<>0,A1/B1>2,FALSE)');
    expect(printed(apply('or', apply('not', given), share))).toBe('IF(NOT(B1<>0),TRUE,A1/B1>2)');
    expect(printed(apply('and', share, given))).toBe('AND(A1/B1>2,B1<>0)');
  });

  test('truths, the past and what is no number', () => {
    expect(printed({ kind: 'truth', value: true })).toBe('TRUE');
    expect(printed({ kind: 'past', slot: 0, lag: 1 })).toBe('A2');
    expect(printed(number(Number.NaN))).toBe('NA()');
  });
});
