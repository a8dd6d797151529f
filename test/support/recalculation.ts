import { throughLibreOffice } from './libreoffice.ts';
import { CELL, type CellValue, FORMULA, type ReadCell, readCells } from './workbook-cells.ts';
import { partOf, sheetParts, withParts } from './workbook-parts.ts';

/** No formula of a workbook comes to this number. */
export const POISON = -987_654_321.25;

/** Numbers agree within this share of the larger one. */
export const TOLERANCE = 1e-9;

/** What is left where equal numbers of everyday size cancel: such numbers agree with zero. */
export const NEAR_ZERO = 1e-12;

/** Rounding of a number that a formula reads: spreadsheets take a difference of its last digits for nothing. */
const ROUNDING = 1e-14;

/** A formula whose value is not the one that the workbook came with. */
export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly cached: CellValue;
  readonly computed: CellValue;
}

/** What recalculating a workbook showed. */
export interface Recalculation {
  /** Formulas compared, by sheet; a sheet without any has none. */
  readonly formulas: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
  /** Differences no larger than the rounding of the numbers that the formula reads, and what is computed from them. */
  readonly touchy: readonly Difference[];
}

/** Replaces the cached value of every formula by a wrong number. */
export function poison(workbook: Uint8Array): Uint8Array {
  const wrong = (all: string, attributes = '', inner = '') => {
    const formula = FORMULA.exec(inner)?.[0];
    const kept = attributes.replace(/\st="[^"]*"/, '');
    return formula === undefined ? all : `<c${kept}>${formula}<v>${POISON}</v></c>`;
  };
  return withParts(workbook, (_, xml) => xml.replace(CELL, wrong), isSheet);
}

/** Computes every formula of a workbook anew in LibreOffice, with no value left to fall back on. */
export function recalculate(workbook: Uint8Array): Promise<Uint8Array> {
  return throughLibreOffice(poison(workbook), 'recalculate');
}

/** Computes every formula of a workbook anew and compares it with its cached value: see `compareFormulas`. */
export async function checkRecalculation(workbook: Uint8Array): Promise<Recalculation> {
  return compareFormulas(workbook, await recalculate(workbook));
}

function isSheet(path: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/.test(path);
}

/**
 * Compares the formulas of a workbook, cell by cell, with those of its recalculated copy. Texts and
 * booleans must be the same, numbers agree within TOLERANCE of the larger or NEAR_ZERO, and an error
 * value is a difference even where both have it.
 */
export function compareFormulas(workbook: Uint8Array, recalculated: Uint8Array): Recalculation {
  const formulas = new Map<string, number>();
  const all: Difference[] = [];
  const copies = new Map(sheetParts(recalculated).map(({ name, path }) => [name, path]));
  for (const { name, path } of sheetParts(workbook)) {
    const cached = [...formulasOf(workbook, path)];
    formulas.set(name, cached.length);
    if (cached.length === 0) continue;
    const computed = valuesOf(recalculated, copies.get(name)!);
    for (const { cell, formula, value } of cached) {
      const now = computed.get(cell) ?? null;
      const difference = { sheet: name, cell, formula: formula!, cached: value, computed: now };
      if (!agree(value, now)) all.push(difference);
    }
  }
  const touchy = touchyOnes(workbook, all);
  return { formulas, differences: all.filter((one) => !touchy.has(one)), touchy: [...touchy] };
}

/**
 * Finds differences that are rounding: what is left where large numbers cancel has no billionth to agree to, nor has
 * what is computed from it.
 */
function touchyOnes(workbook: Uint8Array, all: readonly Difference[]): ReadonlySet<Difference> {
  const touchy = new Set<Difference>();
  for (const { name, path } of sheetParts(workbook)) {
    const here = all.filter(({ sheet }) => sheet === name);
    if (here.length === 0) continue;
    const cells = new Map([...readCells(partOf(workbook, path), [])].map((one) => [one.cell, one]));
    const found = new Set<string>();
    const isTouchy = (one: Difference) => {
      const read = cellsReadBy(one.formula);
      const sizes = read.map((cell) => Math.abs(Number(cells.get(cell)?.value ?? 0)) || 0);
      const isRounding = distance(one) <= ROUNDING * Math.max(0, ...sizes);
      return isRounding || (distance(one) < Infinity && read.some((cell) => found.has(cell)));
    };
    for (let before = -1; before < found.size; ) {
      before = found.size;
      for (const one of here.filter(isTouchy)) {
        found.add(one.cell);
        touchy.add(one);
      }
    }
  }
  return touchy;
}

/** The cells of its own sheet that a formula names. */
function cellsReadBy(formula: string): string[] {
  const own = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'![$A-Z\d:]+/g, '');
  return [...own.matchAll(/\$?\b([A-Z]{1,3})\$?(\d+)\b/g)].map(
    ([, letters, row]) => `${letters}${row}`,
  );
}

/** How far what is computed lies from what was cached; endlessly far where one of them is no number. */
function distance({ cached, computed }: Difference): number {
  const isNumber = typeof cached === 'number' && typeof computed === 'number';
  return isNumber ? Math.abs(cached - computed) : Number.POSITIVE_INFINITY;
}

/** Says whether two values of a formula are the same within rounding. */
export function agree(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    const size = Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= Math.max(TOLERANCE * size, NEAR_ZERO);
  }
  return typeof a !== 'object' && a === b;
}

/** Formulas' texts stand in their cells, so the shared ones are not needed. */
function* formulasOf(workbook: Uint8Array, path: string): Generator<ReadCell> {
  for (const cell of readCells(partOf(workbook, path), [])) if (cell.formula !== null) yield cell;
}

function valuesOf(workbook: Uint8Array, path: string): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const { cell, value } of formulasOf(workbook, path)) values.set(cell, value);
  return values;
}
