import { describe, expect, it } from 'vitest';
import { countOf, decimalsFor, showChange, showNumber } from '../../cli/number-text.ts';
import { resolvedText } from '../../cli/resolved-text.ts';
import { hasColour, tableWidth } from '../../cli/terminal.ts';
import { layOutTable, wrapWords } from '../../cli/text-table.ts';
import type { ResolvedLever } from '../../engine/index.ts';

describe('numbers', () => {
  it.each([
    [[null, 0], 0],
    [[123456, 4], 0],
    [[12.3, 4.56], 1],
    [[0.0123], 4],
    [[100, 0.5, 0.2], 2],
    [[1e-9], 6],
  ])('shows %j with %i decimals', (values, decimals) => {
    expect(decimalsFor(values)).toBe(decimals);
  });

  it.each([
    [1234567.891, 2, '1,234,567.89', '+1,234,567.89'],
    [-1234.5, 0, '-1,235', '-1,235'],
    [0.0001234, 6, '0.000123', '+0.000123'],
    [-0.004, 2, '0.00', '0.00'],
    [0.004, 2, '0.00', '0.00'],
    [0, 1, '0.0', '0.0'],
    [null, 2, '-', '-'],
    [2.5e18, 2, '2.50e+18', '+2.50e+18'],
  ])('writes %d with %i decimals', (value, decimals, number, change) => {
    expect(showNumber(value, decimals)).toBe(number);
    expect(showChange(value, decimals)).toBe(change);
  });

  it('counts', () => {
    expect([countOf(1, 'draw'), countOf(10000, 'draw')]).toEqual(['1 draw', '10,000 draws']);
  });
});

describe('tables', () => {
  it('aligns cells by what a terminal draws, and paints outside the padding', () => {
    const table = layOutTable([
      [
        { text: '한국', side: 'left' },
        { text: '1', side: 'right' },
      ],
      [
        { text: 'US', side: 'left' },
        { text: '10', side: 'right', paint: (text) => `<${text}>` },
      ],
    ]);
    expect(table).toBe('한국   1\nUS    <10>');
  });

  it('breaks names where they may be broken', () => {
    expect(wrapWords('defence-cost-sharing', 11)).toEqual(['defence-', 'cost-', 'sharing']);
    expect(wrapWords('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapWords('incomprehensibility', 5)).toEqual(['incomprehensibility']);
    expect(wrapWords('', 5)).toEqual(['']);
  });
});

describe('terminal', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { NO_COLOR: '' }, true],
  ])('a terminal: %s, with %j, colours: %s', (isTTY, env, colours) => {
    expect(hasColour({ isTTY }, env)).toBe(colours);
  });

  it('is 100 columns wide where there is none', () => {
    expect(tableWidth({ isTTY: false, columns: 300 })).toBe(100);
    expect(tableWidth({ isTTY: true, columns: 132 })).toBe(132);
    expect(tableWidth({ isTTY: true, columns: 20 })).toBe(60);
  });
});

describe('resolvedText', () => {
  const lever = (
    element: string,
    outcome: string,
    more: Partial<ResolvedLever> = {},
  ): ResolvedLever => ({
    module: 'tariffs',
    name: 'rate',
    element,
    unit: '%',
    outcome,
    written: outcome,
    terms: false,
    file: 'a.yaml',
    line: 3,
    isDefault: false,
    ...more,
  });

  it('nests elements, and takes a branch together where all of it is alike', () => {
    const levers = [
      lever('cars,korea', '25%'),
      lever('cars,japan', '24%', { isDefault: true, file: 'model/tariffs.yaml', line: 9 }),
      lever('steel,korea', '25%', { terms: true, written: '25%; asked: cap at 20% (announced)' }),
      lever('steel,japan', '25%', { terms: true, written: '25%; asked: cap at 20% (announced)' }),
    ];
    const text = resolvedText({ name: 'a', title: 'A', extends: [], levers, assumptions: [] });
    expect(text.replaceAll(/ {2,}#/g, ' #')).toBe(
      [
        '# a: A',
        'tariffs:',
        '  rate:',
        '    cars:',
        '      korea: 25% # a.yaml:3',
        '      japan: 24% # default, model/tariffs.yaml:9',
        '    steel: 25% # a.yaml:3: 25%; asked: cap at 20% (announced)',
      ].join('\n'),
    );
  });
});
