import { LIMITS } from '../limits.ts';
import { error, type Problem } from '../problem.ts';
import { checkSpaces, MOST_PROBLEMS } from './check-characters.ts';
import type { SourceFile } from './document.ts';
import { positionAt } from './locate.ts';
import type { TableCell } from './read-table.ts';

/** The cells of a table by line, blank lines left out. */
export interface SplitCells {
  readonly lines: readonly (readonly TableCell[])[];
  readonly problems: readonly Problem[];
}

interface Cursor {
  readonly source: SourceFile;
  readonly problems: Problem[];
  at: number;
}

/**
 * Splits a text into lines of cells from an offset on; a quoted cell may run over several lines.
 * Gives up on a text that is nothing but mistakes.
 */
export function splitCells(source: SourceFile, from: number): SplitCells {
  const cursor: Cursor = { source, problems: [], at: from };
  const lines: TableCell[][] = [];
  let cells = 0;
  while (cursor.at < source.text.length && cursor.problems.length <= MOST_PROBLEMS) {
    const start = cursor.at;
    if (skipBlank(cursor)) continue;
    if (lines.length > 0) checkComment(cursor, start);
    const line = readLine(cursor);
    lines.push(line);
    cells += line.length;
    if (cells > LIMITS.cells) {
      cursor.problems.push(tooMany(source, start));
      break;
    }
  }
  return { lines, problems: cursor.problems };
}

function tooMany(source: SourceFile, start: number): Problem {
  const message = `more than ${LIMITS.cells} cells up to this line`;
  const hint = 'split the table, or leave out what is not used';
  return error('file-too-large', message, positionAt(source, start, 1), hint);
}

function skipBlank(cursor: Cursor): boolean {
  const start = cursor.at;
  const newline = cursor.source.text.indexOf('\n', start);
  const end = newline < 0 ? cursor.source.text.length : newline;
  if (cursor.source.text.slice(start, end).trim() !== '') return false;
  report(cursor, start, 1, 'a blank line', 'delete it');
  cursor.at = end + 1;
  return true;
}

function readLine(cursor: Cursor): TableCell[] {
  const cells: TableCell[] = [];
  const { text } = cursor.source;
  for (;;) {
    cells.push(text[cursor.at] === '"' ? readQuoted(cursor) : readPlain(cursor));
    if (text[cursor.at] !== ',') break;
    cursor.at++;
  }
  if (text[cursor.at] === '\r') cursor.at++;
  cursor.at++;
  return cells;
}

function readPlain(cursor: Cursor): TableCell {
  const start = cursor.at;
  const text = cursor.source.text.slice(start, endOfCell(cursor.source.text, start));
  cursor.at = start + text.length;
  cursor.problems.push(...checkSpaces(cursor.source, start, cursor.at));
  const quote = text.indexOf('"');
  if (quote >= 0) {
    const hint = 'quote the whole cell, and write "" for a quote in it';
    report(cursor, start + quote, 1, 'a quote in the middle of a cell', hint);
  } else if (text.trim() !== text) {
    const hint = 'delete it, or put the cell in quotes';
    report(cursor, start, text.length, 'a space at the edge of a cell', hint);
  }
  return { text, position: positionAt(cursor.source, start, text.length) };
}

function readQuoted(cursor: Cursor): TableCell {
  const { text } = cursor.source;
  const start = cursor.at;
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) {
    end += text[end] === '"' ? 2 : 1;
  }
  if (end >= text.length) report(cursor, start, 1, 'the quote that opens here is never closed');
  const value = text.slice(start + 1, end).replaceAll('""', '"');
  const next = endOfCell(text, end + 1);
  if (next > end + 1) {
    report(cursor, end + 1, next - end - 1, 'text after a closing quote', 'separate it by a comma');
  }
  cursor.at = next;
  return { text: value, position: positionAt(cursor.source, start, end + 1 - start) };
}

function endOfCell(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function checkComment(cursor: Cursor, start: number): void {
  if (cursor.source.text[start] !== '#') return;
  const hint = 'move it above the header, or put the cell in quotes';
  report(cursor, start, 1, 'a comment below the header', hint);
}

function report(cursor: Cursor, at: number, length: number, message: string, hint?: string): void {
  const position = positionAt(cursor.source, at, length);
  cursor.problems.push(error('table-syntax', message, position, hint));
}
