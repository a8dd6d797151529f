import { printable } from './display-width.ts';

/** Keeps a text from being taken for marks, markup, a mention or a link, and on its line. */
export function inMarkdown(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_{}[\]<#!|~$&@]|^>/g, (mark) => `\\${mark}`)
    .replace(/\\([<>&@])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
}

/** Writes a text as code; it may hold backticks. */
export function asCode(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ')).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lays out a table; columns named with a colon at their end lean to the right. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const titles = heads.map((head) => head.replace(/:$/, ''));
  const sides = heads.map((head) => (head.endsWith(':') ? '---:' : '---'));
  return [line(titles), line(sides), ...rows.map(line)];
}

/** A page of a job holds a megabyte; nobody reads more lines than this of one table. */
export const MOST_ROWS = 60;

/** Says how many rows were left out. */
export function rest(rows: readonly unknown[]): readonly string[] {
  const more = rows.length - MOST_ROWS;
  return more > 0 ? ['', `... and ${more} more`] : [];
}

/** As many rows of a table as are read at a glance; the others open when asked for. */
export const MOST_SHOWN = 12;

/** Folds lines away until a reader asks for them. */
export function folded(summary: string, lines: readonly string[]): readonly string[] {
  return ['', '<details>', `<summary>${summary}</summary>`, '', ...lines, '', '</details>'];
}
