import { createColors } from 'picocolors';
import type { Problem } from '../engine/index.ts';
import { displayWidth, printable } from './display-width.ts';

/** How problems are printed: with colours or without, and the folder that their paths start from. */
export interface ProblemStyle {
  readonly colour: boolean;
  readonly folder: string;
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Draws a problem with the line that it stands in and a mark under its place. */
export function showProblem(problem: Problem, files: Files, style: ProblemStyle): string {
  const paint = createColors(style.colour);
  const { line, column } = problem.position;
  const isError = problem.severity === 'error';
  const alarm = (text: string) => paint.bold(isError ? paint.red(text) : paint.yellow(text));
  const margin = ' '.repeat(String(line).length);
  const place = `${joinPath(style.folder, problem.position.file)}:${line}:${column}`;
  const rows = [
    `${alarm(`${problem.severity}[${problem.code}]`)}${paint.bold(`: ${printable(problem.message)}`)}`,
    `${margin}${paint.blue('-->')} ${place}`,
  ];
  const window = lineWindow(problem, files);
  const bar = paint.blue('|');
  if (window !== undefined) {
    rows.push(`${margin} ${bar}`);
    rows.push(`${paint.blue(String(line))} ${bar} ${window.text}`.trimEnd());
    rows.push(`${margin} ${bar} ${' '.repeat(window.indent)}${alarm('^'.repeat(window.carets))}`);
  }
  if (problem.hint !== undefined) {
    rows.push(`${margin} ${paint.blue('=')} ${paint.bold('help:')} ${printable(problem.hint)}`);
  }
  return rows.join('\n');
}

/** A path that starts at the root or at the folder the user is in, and not at that of the study. */
const OUTSIDE = /^(\.{0,2}[/\\]|[A-Za-z]:[/\\])/;

/** Joins a folder and a path below it, for reading only. */
export function joinPath(folder: string, file: string): string {
  if (OUTSIDE.test(file)) return printable(file);
  const base = folder.replace(/[/\\]+$/, '');
  return printable(base === '' || base === '.' ? file : `${base}/${file}`);
}

interface LineWindow {
  readonly text: string;
  readonly indent: number;
  readonly carets: number;
}

/** A line may be longer than any screen; so much of it is shown on each side of the place. */
const SIDE = 90;

function lineWindow(problem: Problem, files: Files): LineWindow | undefined {
  const { file, line, column, length } = problem.position;
  const bytes = files.get(file);
  const text = bytes === undefined ? undefined : lineOf(bytes, line);
  if (text === undefined || text.trim() === '') return undefined;
  const start = column - 1;
  const from = start > SIDE ? start - SIDE : 0;
  const to = Math.min(text.length, Math.max(start + Math.min(length, SIDE), start + SIDE));
  const before = (from > 0 ? '...' : '') + printable(text.slice(from, start));
  const marked = printable(text.slice(start, Math.min(start + length, to)));
  const after = printable(text.slice(start + length, to)) + (to < text.length ? '...' : '');
  return {
    text: before + marked + after,
    indent: displayWidth(before),
    carets: Math.max(1, displayWidth(marked)),
  };
}

function lineOf(bytes: Uint8Array, line: number): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let start = 0;
  for (let n = 1; n < line; n++) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return undefined;
    start = newline + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
}
