import { error } from '../problem.ts';
import { misfit, readQuantity } from '../quantity/quantity.ts';
import { isRefusal, type Refusal } from '../quantity/refusal.ts';
import type { Unit } from '../quantity/unit.ts';
import type { SourceNode } from '../source/document.ts';
import { readTable, type Table, type TableCell } from '../source/read-table.ts';
import { hintFor } from '../source/suggest.ts';
import type { Extent } from './model-text.ts';
import { type Reading, wanted, wordsOf } from './read-scalar.ts';

/** The CSV files of a study, read from the folder of the YAML file that names them. */
export interface Tables {
  /** Reads the column `value` as a sample. */
  sample(reading: Reading, node: SourceNode, unit: Unit): number[] | null;
  /** Reads a value per element tuple: a column per index, and one of values. */
  byElement(
    reading: Reading,
    table: { readonly node: SourceNode; readonly column: string },
    unit: Unit,
    extent: Extent,
  ): Map<string, number> | null;
  /** Opens a table as text. */
  open(reading: Reading, node: SourceNode): Table | null;
}

function cellRefused(reading: Reading, cell: TableCell, refusal: Refusal): null {
  const { refused, message, hint } = refusal;
  reading.problems.push(error(refused, message, cell.position, hint));
  return null;
}

function readCell(reading: Reading, cell: TableCell, unit: Unit): number | null {
  const bare = /^[-+\d.eE]+$/.test(cell.text) ? `${cell.text} ${unit.text}` : cell.text;
  const quantity = readQuantity(bare);
  if (isRefusal(quantity)) return cellRefused(reading, cell, quantity);
  const problem = misfit(quantity, unit, cell.text);
  return problem === null ? quantity.value : cellRefused(reading, cell, problem);
}

function columnOf(reading: Reading, table: Table, name: string, node: SourceNode): number | null {
  const index = table.columns.indexOf(name);
  if (index >= 0) return index;
  const message = `the table has no column "${name}"`;
  reading.problems.push(
    error('table-syntax', message, node.position, hintFor(name, table.columns)),
  );
  return null;
}

function readElements(
  reading: Reading,
  table: Table,
  columns: readonly number[],
  unit: Unit,
  extent: Extent,
): Map<string, number> {
  const [first, last] = [columns[0]!, columns.at(-1)!];
  const known = new Set(extent.elements);
  const values = new Map<string, number>();
  for (const { cells } of table.rows) {
    const names = columns.slice(0, -1).map((column) => cells[column]!.text);
    const element = names.join(',');
    const { position } = cells[first]!;
    const value = readCell(reading, cells[last]!, unit);
    if (!known.has(element)) {
      const sets = extent.over.map(({ set }) => set).join(', ');
      const hint = hintFor(element, extent.elements);
      const message = `"${element}" is no element of ${sets}`;
      reading.problems.push(error('unknown-element', message, position, hint));
    } else if (values.has(element)) {
      const message = `${element} stands here twice`;
      reading.problems.push(error('duplicate-name', message, position));
    }
    values.set(element, value ?? 0);
  }
  return values;
}

/** Gives access to the CSV files in `folder`. */
export function openTables(files: ReadonlyMap<string, Uint8Array>, folder: string): Tables {
  const open = (reading: Reading, node: SourceNode): Table | null => {
    if (node.kind !== 'scalar') return wanted(reading, 'the name of a CSV file', node.position);
    const path = `${folder}/${wordsOf(node)}`;
    const bytes = files.get(path);
    if (bytes === undefined) {
      const names = [...files.keys()].filter((name) => name.endsWith('.csv'));
      const hint = hintFor(path, names);
      reading.problems.push(error('file-missing', `there is no file ${path}`, node.position, hint));
      return null;
    }
    const table = readTable(path, bytes);
    reading.problems.push(...table.problems);
    return table.problems.length === 0 ? table : null;
  };
  return {
    open,
    sample(reading, node, unit) {
      const table = open(reading, node);
      const column = table === null ? null : columnOf(reading, table, 'value', node);
      if (table === null || column === null) return null;
      const values = table.rows.map(({ cells }) => readCell(reading, cells[column]!, unit));
      return values.every((value) => value !== null) ? values : null;
    },
    byElement(reading, { node, column }, unit, extent) {
      const table = open(reading, node);
      if (table === null) return null;
      const names = [...extent.over.map(({ name }) => name), column];
      const columns = names.map((name) => columnOf(reading, table, name, node));
      if (!columns.every((column) => column !== null)) return null;
      return readElements(reading, table, columns, unit, extent);
    },
  };
}
