import { error, type Position } from '../problem.ts';
import { misfit, readQuantity } from '../quantity/quantity.ts';
import { isRefusal, type Refusal } from '../quantity/refusal.ts';
import type { Unit } from '../quantity/unit.ts';
import type { SourceNode } from '../source/document.ts';
import { readTable, type Table, type TableCell } from '../source/read-table.ts';
import { hintFor } from '../source/suggest.ts';
import type { Extent } from './model-text.ts';
import { type Reading, wanted, wordsOf } from './read-scalar.ts';

/** The name of a column, and where it is asked for. */
export interface Column {
  readonly name: string;
  readonly position: Position;
}

/** The CSV files of a study, read from the folder of the YAML file that names them. */
export interface Tables {
  /** Reads the column `value` as a sample. */
  sample(reading: Reading, node: SourceNode, unit: Unit): number[] | null;
  /**
   * Finds a cell for each element tuple: a column per index names the tuple, `column` holds the cell. Tuples
   * without a row are reported where the table is to be `whole`.
   */
  cells(
    reading: Reading,
    node: SourceNode,
    column: Column,
    extent: Extent,
    whole: boolean,
  ): Map<string, TableCell> | null;
  /** Opens a table as text. */
  open(reading: Reading, node: SourceNode): Table | null;
}

function cellRefused(reading: Reading, cell: TableCell, refusal: Refusal): null {
  const { refused, message, hint } = refusal;
  reading.problems.push(error(refused, message, cell.position, hint));
  return null;
}

/** Cells hold bare numbers: what the column takes has nothing to say of units. */
function plainRefusal({ text }: TableCell, refusal: Refusal): Refusal {
  if (refusal.refused !== 'bad-quantity' || /^[-+]?\d/.test(text)) return refusal;
  return {
    ...refusal,
    message: `"${text}" is not a number`,
    hint: 'write a number, or leave the row out',
  };
}

/** Reads a cell as a quantity that fits `unit`; a bare number takes it. Gives its value in base units. */
export function readCell(reading: Reading, cell: TableCell, unit: Unit): number | null {
  if (cell.text === '') {
    const message = 'the cell is empty';
    reading.problems.push(error('bad-quantity', message, cell.position, 'write a number'));
    return null;
  }
  const bare = /^[-+]?[.\d][-+.\deE]*$/.test(cell.text) ? `${cell.text} ${unit.text}` : cell.text;
  const quantity = readQuantity(bare);
  if (isRefusal(quantity)) return cellRefused(reading, cell, plainRefusal(cell, quantity));
  const problem = misfit(quantity, unit, cell.text);
  return problem === null ? quantity.value : cellRefused(reading, cell, problem);
}

function columnOf(reading: Reading, table: Table, { name, position }: Column): number | null {
  const index = table.columns.indexOf(name);
  if (index >= 0) return index;
  const message = `the table has no column "${name}"`;
  reading.problems.push(error('table-syntax', message, position, hintFor(name, table.columns)));
  return null;
}

const NAMES = new WeakMap<Table, readonly ReadonlySet<string>[]>();

/** Lists the different texts in each column of a table. */
function namesIn(table: Table): readonly ReadonlySet<string>[] {
  const names =
    NAMES.get(table) ??
    table.columns.map((_, index) => new Set(table.rows.map(({ cells }) => cells[index]!.text)));
  NAMES.set(table, names);
  return names;
}

/** Names the other column of the table that has just the elements of a set, as where the set was read from it. */
function columnWith(table: Table, known: ReadonlySet<string>): string | undefined {
  const index = namesIn(table).findIndex(
    (names) => names.size === known.size && [...names].every((name) => known.has(name)),
  );
  return table.columns[index];
}

function unknownElement(
  reading: Reading,
  table: Table,
  extent: Extent,
  names: readonly TableCell[],
): void {
  for (const [place, { set }] of extent.over.entries()) {
    const { text, position } = names[place]!;
    const known = new Set(extent.elements.map((element) => element.split(',')[place]!));
    if (known.size === 0 || known.has(text)) continue;
    const message = `${set} has no element "${text}"`;
    const column = columnWith(table, known);
    const inColumn = `${set} has the names in the column ${column}; add a row with ${text} there`;
    const hint = hintFor(text, known) ?? (column === undefined ? undefined : inColumn);
    reading.problems.push(error('unknown-element', message, position, hint));
  }
}

function requireRows(
  reading: Reading,
  table: Table,
  extent: Extent,
  rows: ReadonlyMap<string, unknown>,
): void {
  const missing = extent.elements.filter((element) => !rows.has(element));
  if (missing.length === 0) return;
  const shown = [...missing.slice(0, 5), ...(missing.length > 5 ? ['...'] : [])].join('; ');
  const message = extent.over.length === 0 ? 'no row' : `no row for ${shown}`;
  const header = table.columnPositions[0]!;
  reading.problems.push(error('missing-element', `the table has ${message}`, header, 'add them'));
}

function cellsOf(
  reading: Reading,
  table: Table,
  columns: readonly number[],
  extent: Extent,
): Map<string, TableCell> {
  const known = new Set(extent.elements);
  const found = new Map<string, TableCell>();
  for (const { cells } of table.rows) {
    const names = columns.slice(0, -1).map((column) => cells[column]!);
    const element = names.map(({ text }) => text).join(',');
    if (!known.has(element)) unknownElement(reading, table, extent, names);
    else if (found.has(element)) {
      const { position } = cells[columns[0]!]!;
      reading.problems.push(error('duplicate-name', `${element} stands here twice`, position));
    }
    found.set(element, cells[columns.at(-1)!]!);
  }
  return found;
}

/** Gives access to the CSV files in `folder`. */
export function openTables(files: ReadonlyMap<string, Uint8Array>, folder: string): Tables {
  const known = new Map<string, Table>();
  const open = (reading: Reading, node: SourceNode): Table | null => {
    if (node.kind !== 'scalar') return wanted(reading, 'the name of a CSV file', node.position);
    const path = `${folder}/${wordsOf(node)}`;
    const bytes = files.get(path);
    if (bytes === undefined) {
      const names = [...files.keys()].filter((name) => name.endsWith('.csv'));
      const hint = hintFor(path, names) ?? `a table is a CSV file in ${folder}/ or below it`;
      reading.problems.push(error('file-missing', `there is no file ${path}`, node.position, hint));
      return null;
    }
    const table = known.get(path) ?? readTable(path, bytes);
    known.set(path, table);
    reading.problems.push(...table.problems);
    return table.problems.length === 0 ? table : null;
  };
  return {
    open,
    sample(reading, node, unit) {
      const table = open(reading, node);
      const { position } = node;
      const column = table === null ? null : columnOf(reading, table, { name: 'value', position });
      if (table === null || column === null) return null;
      const values = table.rows.map(({ cells }) => readCell(reading, cells[column]!, unit));
      return values.every((value) => value !== null) ? values : null;
    },
    cells(reading, node, column, extent, whole) {
      const table = open(reading, node);
      if (table === null) return null;
      const { position } = node;
      const wantedColumns = [...extent.over.map(({ name }) => ({ name, position })), column];
      const columns = wantedColumns.map((one) => columnOf(reading, table, one));
      if (!columns.every((index) => index !== null)) return null;
      const found = cellsOf(reading, table, columns, extent);
      if (whole) requireRows(reading, table, extent, found);
      return found;
    },
  };
}
