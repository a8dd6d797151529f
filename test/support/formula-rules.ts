import type { ReadCell } from './workbook-cells.ts';

/** Every function that formulas of the workbook may use: older than 2010, never volatile, the same in every program. */
const FUNCTIONS = new Set([
  ...['ABS', 'AND', 'AVERAGE', 'CHOOSE', 'COUNT', 'COUNTIF', 'COUNTIFS', 'DATE', 'EXP', 'FIXED'],
  ...['FREQUENCY', 'IF', 'IFERROR', 'INDEX', 'INT', 'ISERROR', 'ISNUMBER', 'LEN', 'LN', 'LOG10'],
  ...['MATCH', 'SUBSTITUTE', 'CHAR', 'FIND', 'LEFT', 'MID'],
  ...[
    'MAX',
    'MIN',
    'MOD',
    'N',
    'NA',
    'NOT',
    'OR',
    'PERCENTILE',
    'POWER',
    'PRODUCT',
    'RANK',
    'ROUND',
  ],
  ...['ROUNDDOWN', 'ROUNDUP', 'ROWS', 'COLUMNS', 'SIGN', 'SQRT', 'STDEV', 'SUM', 'SUMIF', 'SUMIFS'],
  ...['SUMPRODUCT', 'SUMSQ', 'TEXT', 'TRUE', 'FALSE', 'TRUNC', 'YEAR', 'MONTH'],
]);

/** Numbers that are the same in every study and at every time. */
const UNIVERSAL = new Set(['0', '1', '2', '10', '12', '100']);

const TEXTS = /"(?:[^"]|"")*"/g;
const TABS = /'(?:[^']|'')*'!/g;
const TEXT_TAB_OR_PLACE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\d_.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\p{L}\d_(.])/gu;
const SHOWN = /^(?:'(?:[^']|'')*'!)?\$?[A-Z]{1,3}\$?\d+$/;
const PLACES = /\$?[A-Z]{1,3}\$?\d+/g;

/** Lists the functions of a formula that are not known to be the same everywhere, or compute anew at every look. */
export function oddFunctions(formula: string): string[] {
  const bare = formula.replace(TEXTS, '""').replace(TABS, '');
  const called = [...bare.matchAll(/([\p{L}_][\p{L}\d._]*)\s*\(/gu)].map(([, name]) => name!);
  return called.filter((name) => !FUNCTIONS.has(name));
}

/** Lists the numbers of a formula that belong into a cell, where a reader sees and may change them. */
export function oddLiterals(formula: string): string[] {
  const bare = formula
    .replace(TEXTS, '""')
    .replace(TABS, '')
    .replace(PLACES, 'X')
    .replace(/(?<![\d.])[\p{L}_][\p{L}\d._]*/gu, 'x');
  const numbers = bare.match(/\d+(?:\.\d+)?(?:E[+-]?\d+)?/gi) ?? [];
  return numbers.filter((number) => !UNIVERSAL.has(number));
}

/** Writes a formula as seen from its cell: formulas that were filled from one another read alike. */
export function patternOf(cell: string, formula: string): string {
  const here = placeOf(cell);
  return formula.replace(TEXT_TAB_OR_PLACE, (all, fixedColumn, letters, fixedRow, digits) => {
    if (letters === undefined) return all;
    const { row, column } = placeOf(letters + digits);
    const r = fixedRow === '$' ? `R${row}` : `R[${row - here.row}]`;
    return `${r}${fixedColumn === '$' ? `C${column}` : `C[${column - here.column}]`}`;
  });
}

/**
 * Lists the cells whose formula is like that of neither neighbour in its column nor neighbour in its row, though it
 * has formulas on both sides: in a block of formulas, each row or each column is one formula, filled along.
 */
export function brokenPatterns(cells: Iterable<ReadCell>): string[] {
  const patterns = new Map<string, string>();
  for (const { cell, formula } of cells) {
    // what is shared is alike, and so is what shows another cell and computes nothing
    if (formula === null || formula === '') continue;
    if (SHOWN.test(formula)) patterns.set(keyOf(cell), 'shows a cell');
    else patterns.set(keyOf(cell), patternOf(cell, formula));
  }
  return [...patterns].flatMap(([key, pattern]) => {
    const [row, column] = key.split(' ').map(Number) as [number, number];
    const alike = (...keys: readonly string[]) => {
      const near = keys.map((one) => patterns.get(one)).filter((one) => one !== undefined);
      return near.length === 0 ? null : near.some((one) => one === pattern);
    };
    const down = alike(`${row - 1} ${column}`, `${row + 1} ${column}`);
    const along = alike(`${row} ${column - 1}`, `${row} ${column + 1}`);
    const isBroken = down === false && along === false;
    return isBroken ? [`row ${row}, column ${column}: ${pattern}`] : [];
  });
}

function keyOf(cell: string): string {
  const { row, column } = placeOf(cell);
  return `${row} ${column}`;
}

function placeOf(cell: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell)!;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
