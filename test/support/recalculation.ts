import { throughLibreOffice } from './libreoffice.ts';
import { CELL, type CellValue, FORMULA, type ReadCell, readCells } from './workbook-cells.ts';
import { partOf, sheetParts, withParts } from './workbook-parts.ts';

/** No formula of a workbook comes to this number. */
export const POISON = -987_654_321.25;

/** Numbers agree within this share of the larger one. */
export const TOLERANCE = 1e-9;

/** What is left where equal numbers of everyday size cancel: such numbers agree with zero. */
export const NEAR_ZERO = 1e-12;

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
}

/** Replaces the cached value of every formula by a wrong number. */
export function poison(workbook: Uint8Array): Uint8Array {
  const wrong = (all: string, attributes = '', inner = '') => {
    const formula = FORMULA.exec(inner)?.[0];
    const kept = attributes.replace(/\st="[^"]*"/, '');
    return formula === undefined ? all : `<c${kept}>${formula}<v>${POISON}</v></c>`;
  };
  const isSheet = (path: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(path);
  return withParts(workbook, (_, xml) => xml.replace(CELL, wrong), isSheet);
}

/** Computes every formula of a workbook anew in LibreOffice, with no value left to fall back on. */
export function recalculate(workbook: Uint8Array): Promise<Uint8Array> {
  return throughLibreOffice(poison(workbook), 'recalculate');
}

/** How far a cell may be off where rounding alone takes it further: what is left where large numbers cancel. */
export type Allowance = (sheet: string, cell: string) => number;

const NONE: Allowance = () => 0;

/** Compares every formula's cached value with what LibreOffice computes. */
export async function checkRecalculation(
  workbook: Uint8Array,
  allowed: Allowance = NONE,
): Promise<Recalculation> {
  return compareFormulas(workbook, await recalculate(workbook), allowed);
}

/**
 * Compares the formulas of a workbook, cell by cell, with those of its recalculated copy. Texts and
 * booleans must be the same, numbers agree within TOLERANCE of the larger, NEAR_ZERO or what is allowed, and an error
 * value is a difference even where both have it.
 */
export function compareFormulas(
  workbook: Uint8Array,
  recalculated: Uint8Array,
  allowed: Allowance = NONE,
): Recalculation {
  const formulas = new Map<string, number>();
  const differences: Difference[] = [];
  const copies = new Map(sheetParts(recalculated).map(({ name, path }) => [name, path]));
  for (const { name, path } of sheetParts(workbook)) {
    const cached = [...formulasOf(workbook, path)];
    formulas.set(name, cached.length);
    if (cached.length === 0) continue;
    const computed = valuesOf(recalculated, copies.get(name)!);
    for (const { cell, formula, value } of cached) {
      const now = computed.get(cell) ?? null;
      const difference = { sheet: name, cell, formula: formula!, cached: value, computed: now };
      if (!agree(value, now, allowed(name, cell))) differences.push(difference);
    }
  }
  return { formulas, differences };
}

/** Says whether two values of a formula are the same within rounding. */
export function agree(a: CellValue, b: CellValue, allowed = 0): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    const size = Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= Math.max(TOLERANCE * size, NEAR_ZERO, allowed);
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
