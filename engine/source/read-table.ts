import { LIMITS } from '../limits.ts';
import { error, type Position, type Problem, startOf } from '../problem.ts';
import { checkCharacters, MOST_PROBLEMS } from './check-characters.ts';
import { decodeText } from './decode-text.ts';
import type { SourceFile } from './document.ts';
import { readSource } from './locate.ts';
import { splitCells } from './split-cells.ts';

/** One cell of a table, without its quotes; `position` is that of the first quote, where it has some. */
export interface TableCell {
  readonly text: string;
  readonly position: Position;
}

/** One line of a table: a cell for each column. */
export interface TableRow {
  readonly cells: readonly TableCell[];
}

/** A CSV file read: rows that do not fit the header are left out and reported. */
export interface Table {
  readonly source: SourceFile;
  readonly columns: readonly string[];
  readonly columnPositions: readonly Position[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly Problem[];
}

const SIZE_CAP = {
  bytes: LIMITS.tableBytes,
  hint: 'split the table, or leave out what is not used',
};

/** Reads a CSV file as RFC 4180 has it; lines that start with `#` may stand above the header. */
export function readTable(file: string, bytes: Uint8Array): Table {
  const { text, problems } = decodeText(file, bytes, SIZE_CAP);
  const source = readSource(file, text ?? '');
  if (text === null) return noTable(source, problems);
  const hidden = checkCharacters(source);
  if (hidden.length > 0) return noTable(source, hidden);
  const { lines, problems: found } = splitCells(source, skipComments(text));
  const [header, ...rows] = lines;
  if (header === undefined) return noTable(source, [...found, noHeader(file)]);
  return {
    source,
    columns: header.map((cell) => cell.text),
    columnPositions: header.map((cell) => cell.position),
    rows: rows.filter((row) => row.length === header.length).map((cells) => ({ cells })),
    problems: oncePerLine([...found, ...checkHeader(header), ...checkRows(header, rows)]),
  };
}

/** One slip often upsets the rest of its line. */
function oncePerLine(problems: readonly Problem[]): readonly Problem[] {
  const lines = new Set<number>();
  return problems.filter(({ position: { line } }) => !lines.has(line) && lines.add(line));
}

function noTable(source: SourceFile, problems: readonly Problem[]): Table {
  return { source, columns: [], columnPositions: [], rows: [], problems };
}

function noHeader(file: string): Problem {
  return error(
    'table-syntax',
    'the table is empty',
    startOf(file),
    'its first line names the columns',
  );
}

function skipComments(text: string): number {
  let start = 0;
  while (text[start] === '#') {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return text.length;
    start = newline + 1;
  }
  return start;
}

function checkHeader(header: readonly TableCell[]): readonly Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { text, position } of header) {
    const name = text.normalize('NFC');
    if (name === '') problems.push(error('table-syntax', 'a column has no name', position));
    else if (seen.has(name)) {
      problems.push(error('table-syntax', `the column "${name}" is named twice`, position));
    }
    if (/[\r\n\t]/.test(name) || name.trim() !== name) {
      const message = 'a column name over several lines, or with a space at its edge';
      problems.push(error('table-syntax', message, position));
    }
    seen.add(name);
  }
  return [...problems.slice(0, MOST_PROBLEMS), ...checkSeparator(header)];
}

function checkSeparator(header: readonly TableCell[]): readonly Problem[] {
  const [only] = header;
  if (only === undefined || header.length > 1 || !/[;\t]/.test(only.text)) return [];
  const message = 'the columns are not separated by commas';
  return [error('table-syntax', message, only.position, 'save the table as CSV with commas')];
}

function checkRows(
  header: readonly TableCell[],
  rows: readonly (readonly TableCell[])[],
): Problem[] {
  const ragged = rows.filter((row) => row.length !== header.length).slice(0, MOST_PROBLEMS);
  return ragged.flatMap((row) => {
    const [first] = row;
    if (first === undefined) return [];
    const message = `this line has ${count(row.length)}, the header has ${count(header.length)}`;
    const hint = row.length > header.length ? 'put a text that holds a comma in quotes' : undefined;
    return [error('table-syntax', message, first.position, hint)];
  });
}

function count(cells: number): string {
  return `${cells} cell${cells === 1 ? '' : 's'}`;
}
