import type { Attribution } from '../engine/index.ts';
import { type RoundTogether, shareTexts } from './contributions-text.ts';
import { printable } from './display-width.ts';
import { countOf, showChange, showNumber } from './number-text.ts';
import { layOutTable, type TextCell } from './text-table.ts';

const left = (text: string): TextCell => ({ text: printable(text), side: 'left' });
const right = (text: string): TextCell => ({ text, side: 'right' });

/** A change of a headline and its unit. */
export type Row = Attribution & { readonly unit: string };

function rowCells<T extends Row>(row: T, names: readonly string[], round: RoundTogether) {
  const { from, to, total, contributions, remainder } = row;
  const texts = shareTexts(row, round);
  const error = total.error === null ? '' : `±${showNumber(total.error, texts.decimals)}`;
  const parts = contributions.map(({ share, alone }, at) =>
    right(share === null && alone === null ? '' : texts.parts[at]!),
  );
  return [
    ...names.map(left),
    right(showNumber(from.value, texts.decimals)),
    right(showNumber(to.value, texts.decimals)),
    right(texts.total),
    left(error),
    left(row.unit),
    ...parts,
    right(remainder === 0 ? '' : showChange(remainder, texts.decimals)),
  ];
}

/** Lays out headlines that moved: from, to, change, and what each group contributes to it. */
export function headlineTable<T extends Row>(
  rows: readonly T[],
  groups: readonly string[],
  namesOf: (row: T) => readonly string[],
  round: RoundTogether,
): string {
  if (rows.length === 0) return '';
  const blank = namesOf(rows[0]!).map(() => left(''));
  const heads = ['from', 'to', 'change'].map(right);
  const remainder = rows.some((row) => row.remainder !== 0) ? 'remainder' : '';
  const head = [...blank, ...heads, left(''), left(''), ...groups.map(right), right(remainder)];
  return layOutTable([head, ...rows.map((row) => rowCells(row, namesOf(row), round))]);
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

/** Writes the two parts of a comparison below a title. */
export function twoParts(title: string, said: readonly string[], out: readonly string[]): string {
  const indent = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');
  const saying = said.length === 0 ? ['nothing that a number could depend on'] : said;
  return [
    printable(title),
    ['Said differently', ...saying.map(indent)].join('\n'),
    ['Came out differently', ...out.map(indent)].join('\n'),
  ].join('\n\n');
}
