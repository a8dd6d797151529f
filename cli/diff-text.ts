import type { Attribution } from '../engine/index.ts';
import { type RoundTogether, shareTexts } from './contributions-text.ts';
import { printable } from './display-width.ts';
import { type IsToldApart, nearMark, nearNote } from './near-zero.ts';
import { countOf, showChange, showNumber } from './number-text.ts';
import {
  folded,
  inMarkdown,
  MOST_ROWS,
  MOST_SHOWN,
  markdownTable,
  rest,
} from './report-markdown.ts';
import { print, printJson } from './terminal.ts';
import { layOutTable, type TextCell } from './text-table.ts';

/** A change of a headline and its unit. */
export type Row = Attribution & { readonly unit: string };

/** A table before it is known who reads it: heads that end with a colon lean to the right. */
export interface PlainTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a comparison comes to, before it is known who reads it. */
export interface DiffPage {
  readonly title: string;
  /** What is said otherwise; an indented line belongs to the one before it. */
  readonly said: readonly string[];
  readonly note: string;
  /** Null where nothing came out otherwise. */
  readonly table: PlainTable | null;
  readonly after: string;
  /** Scenarios that only one side has; left out where each side has all, or where nothing of them was run. */
  readonly lone?: { readonly note: string; readonly table: PlainTable } | undefined;
}

/** What tables of changes take of the engine, which is loaded late. */
export interface Rounding {
  readonly roundTogether: RoundTogether;
  readonly isToldApart: IsToldApart;
}

function rowTexts<T extends Row>(row: T, names: readonly string[], rounding: Rounding) {
  const { from, to, total, contributions, remainder } = row;
  const texts = shareTexts(row, rounding.roundTogether);
  const change = `${nearMark(total, rounding.isToldApart)}${texts.total}`;
  const error = total.error === null ? '' : `±${showNumber(total.error, texts.decimals)}`;
  const parts = contributions.map(({ share, alone }, at) =>
    share === null && alone === null ? '' : texts.parts[at]!,
  );
  const ends = [from, to].map(({ value }) => showNumber(value, texts.decimals));
  const rest = remainder === 0 ? '' : showChange(remainder, texts.decimals);
  return [...names, ...ends, change, error, row.unit, ...parts, rest];
}

/** Puts headlines that moved in a table: from, to, change, and what each group contributes to it. */
export function headlineTable<T extends Row>(
  rows: readonly T[],
  groups: readonly string[],
  names: readonly (readonly [head: string, of: (row: T) => string])[],
  rounding: Rounding,
): PlainTable | null {
  if (rows.length === 0) return null;
  const heads = ['from:', 'to:', 'change:', 'error', 'unit', ...groups.map((one) => `${one}:`)];
  const texts = rows.map((row) =>
    rowTexts(
      row,
      names.map(([, of]) => of(row)),
      rounding,
    ),
  );
  const hasRest = rows.some(({ remainder }) => remainder !== 0);
  return {
    heads: [...names.map(([head]) => head), ...heads, ...(hasRest ? ['remainder:'] : [])],
    rows: hasRest ? texts : texts.map((row) => row.slice(0, -1)),
  };
}

/** Below this share of a number a change is one of rounding, such as another order of addition. */
const LAST_BITS = 1e-12;

/** Tells whether a headline came out otherwise by more than rounding. */
export function isMoved({ from, to, total, contributions }: Attribution): boolean {
  const size = Math.max(Math.abs(from.value ?? 0), Math.abs(to.value ?? 0));
  const parts = contributions.map(({ share, alone }) => (share ?? alone)?.value ?? 0);
  return [total.value ?? 0, ...parts].some((part) => Math.abs(part) > LAST_BITS * size);
}

/** Counts what came out as before, and what differs by no more than rounding. */
export function quietLine(rows: readonly Attribution[], noun: string): string {
  const quiet = rows.filter((row) => !isMoved(row));
  const rounded = quiet.filter(({ total }) => total.value !== 0 || total.error !== 0);
  const bits = rounded.length === 0 ? '' : `, ${rounded.length} of them but for the last bits`;
  return `${countOf(quiet.length, noun)} of ${rows.length} did not move${bits}.`;
}

function layOut({ heads, rows }: PlainTable): string {
  const cell = (text: string, at: number): TextCell =>
    heads[at]!.endsWith(':')
      ? { text: printable(text), side: 'right' }
      : { text: printable(text), side: 'left' };
  const titles = heads.map((head) => head.replace(/:$/, ''));
  return layOutTable([titles, ...rows].map((row) => row.map(cell)));
}

function wholeNote(note: string, { rows }: PlainTable): string {
  return `${note}${nearNote(rows)}`;
}

const LONE = 'Scenarios that only one of the two has';

const NOTHING = 'nothing that a number could depend on';

/** Writes a comparison for people. */
export function diffText({ title, said, note, table, after, lone }: DiffPage): string {
  const indent = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');
  const saying = said.length === 0 ? [NOTHING] : said.map(printable);
  const out = table === null ? [after] : [wholeNote(note, table), layOut(table), after];
  return [
    printable(title),
    ['Said differently', ...saying.map(indent)].join('\n'),
    ...(table === null && after === ''
      ? []
      : [['Came out differently', ...out.filter((text) => text !== '').map(indent)].join('\n')]),
    ...(lone === undefined
      ? []
      : [[LONE, ...[wholeNote(lone.note, lone.table), layOut(lone.table)].map(indent)].join('\n')]),
  ].join('\n\n');
}

/** Writes a table for a page: the rows that are read at a glance, the others behind a fold. */
function pageTable(table: PlainTable | null): string {
  const rows = table?.rows.map((row) => row.map(inMarkdown)) ?? [];
  const heads = table?.heads.map(inMarkdown) ?? [];
  const more = rows.slice(MOST_SHOWN);
  const behind = [...markdownTable(heads, more.slice(0, MOST_ROWS)), ...rest(more)];
  return [
    ...markdownTable(heads, rows.slice(0, MOST_SHOWN)),
    ...(more.length === 0 ? [] : folded(`${more.length} more`, behind)),
  ].join('\n');
}

/** Writes a comparison for the page of a job or a pull request. */
export function diffMarkdown({ title, said, note, table, after, lone }: DiffPage): string {
  const items = (said.length === 0 ? [NOTHING] : said).map((line) => {
    const inner = line.trimStart();
    return `${line === inner ? '' : '  '}- ${inMarkdown(inner)}`;
  });
  return [
    `### ${inMarkdown(title)}`,
    ['#### Said differently', '', ...items.slice(0, MOST_ROWS), ...rest(items)].join('\n'),
    ...(table === null && after === '' ? [] : ['#### Came out differently']),
    ...(table === null ? [] : [inMarkdown(wholeNote(note, table)), pageTable(table)]),
    ...(after === '' ? [] : [inMarkdown(after)]),
    ...(lone === undefined
      ? []
      : [`#### ${LONE}`, inMarkdown(wholeNote(lone.note, lone.table)), pageTable(lone.table)]),
  ].join('\n\n');
}

/** The reporters of diff. */
export const DIFF_REPORTERS = ['human', 'json', 'markdown'] as const;

/** One of them. */
export type DiffReporter = (typeof DIFF_REPORTERS)[number];

/** Prints a comparison for whoever reads it; `data` is what a program gets. */
export function printDiff(reporter: DiffReporter, page: DiffPage, data: unknown): void {
  if (reporter === 'json') printJson(data);
  else print(reporter === 'markdown' ? diffMarkdown(page) : diffText(page));
}
