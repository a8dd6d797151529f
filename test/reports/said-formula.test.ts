import { describe, expect, test } from 'vitest';
import { cellAt, printFormula } from '../../reports/formula.ts';
import { speak } from '../../reports/language/say.ts';
import { above, fromCell, ZERO } from '../../reports/live-number.ts';
import {
  quoted,
  saidCell,
  saidChange,
  saidEither,
  saidNumber,
  saidShare,
  sayLive,
} from '../../reports/said-formula.ts';

const say = speak('en');
const number = (value: number) => fromCell(cellAt('S', 1, 1), value);
const decimals = fromCell(cellAt('S', 2, 1), 2);
const print = (formula: Parameters<typeof printFormula>[0]) =>
  printFormula(formula, new Map(), 'S');

describe('a sentence', () => {
  const values = {
    path: saidCell(cellAt('S', 1, 2), 'GDP "now"'),
    low: saidNumber(number(-0.126), decimals),
  };

  test('is composed from its values, in the order of its language', () => {
    const said = sayLive(say, '{path}: {low} in every scenario in {day}', {
      ...values,
      day: saidCell(cellAt('S', 3, 2), '2030'),
    });
    expect(said.text).toBe('GDP "now": \u22120.13 in every scenario in 2030');
    expect(print(said.formula)).toBe(
      '$B$1&": "&SUBSTITUTE(FIXED(ROUND($A$1,$A$2),$A$2),"-","\u2212")&" in every scenario in "&$B$3',
    );
  });

  test('is one of two as a condition holds', () => {
    const [yes, no] = [saidCell(cellAt('S', 1, 3), 'y'), saidCell(cellAt('S', 2, 3), 'n')];
    const said = saidEither(above(number(1), ZERO), yes, no);
    expect(said.text).toBe('y');
    expect(print(said.formula)).toBe('IF($A$1>0,$C$1,$C$2)');
  });

  test('doubles the quotes of text in a formula', () => {
    expect(quoted('a "b"')).toBe('"a ""b"""');
  });
});

describe('a number in a sentence', () => {
  test.each([
    [-0.004, '0.00', '0.00'],
    [-0.006, '\u22120.01', '\u22120.01'],
    [0.006, '0.01', '+0.01'],
    [1234.5, '1,234.50', '+1,234.50'],
  ])('%d is printed without a minus zero', (value, level, change) => {
    expect(saidNumber(number(value), decimals).text).toBe(level);
    expect(saidChange(number(value), decimals).text).toBe(change);
  });

  test('is a percentage without decimals where it is a share', () => {
    expect(saidShare(number(0.4567)).text).toBe('46%');
  });
});
