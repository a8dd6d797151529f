import type { Attribution, LeverGroup } from '../engine/index.ts';
import { printable } from './display-width.ts';
import { decimalsFor, showChange, showNumber } from './number-text.ts';
import { layOutTable, type TextCell } from './text-table.ts';

/** Rounds parts so that what is printed adds up to the total that is printed. */
export type RoundTogether = typeof import('../engine/index.ts').roundTogether;

/** How many digits of the smallest errors are worth printing beside contributions. */
const MOST_DECIMALS = 12;

function decimalsOf({ total, contributions }: Attribution): number {
  const parts = contributions.map(({ share, alone }) => (share ?? alone)?.value ?? 0);
  return Math.min(MOST_DECIMALS, decimalsFor([total.value, ...parts]) + 2);
}

/** Prints the shares of a change with as many decimals as they need, adding up as printed. */
export function shareTexts(attribution: Attribution, round: RoundTogether) {
  const decimals = decimalsOf(attribution);
  const scale = 10 ** decimals;
  const { total, contributions } = attribution;
  const parts = contributions.map(({ share, alone }) => (share ?? alone)?.value ?? 0);
  const isWhole = contributions.every(({ share }) => share !== null);
  const rounded = isWhole ? round(total.value!, parts, scale) : null;
  const show = (value: number | null) => showChange(value, decimals);
  return {
    decimals,
    total: show(rounded === null ? total.value : rounded.total / scale),
    parts: parts.map((part, at) => show(rounded === null ? part : rounded.parts[at]! / scale)),
  };
}

function showError(error: number | null, decimals: number): string {
  return error === null ? '' : `±${showNumber(error, decimals)}`;
}

const left = (text: string): TextCell => ({ text: printable(text), side: 'left' });
const right = (text: string): TextCell => ({ text, side: 'right' });

/** Lays out what each group contributes to a change: its share, and what it does first and last. */
export function contributionTable(
  attribution: Attribution,
  names: readonly string[],
  unit: string,
  round: RoundTogether,
): string {
  const { contributions, total, remainder } = attribution;
  const texts = shareTexts(attribution, round);
  const show = (value: number | null) => showChange(value, texts.decimals);
  const isShared = contributions.every(({ share }) => share !== null);
  const head = ['', isShared ? 'contributes' : 'does alone', '', 'added first', 'added last'];
  const rows = contributions.map(({ share, alone, last }, at) => [
    left(names[at]!),
    right(share === null && alone === null ? '' : texts.parts[at]!),
    left(showError((share ?? alone)?.error ?? null, texts.decimals)),
    right(alone === null ? '' : show(alone.value)),
    right(last === null ? '' : show(last.value)),
  ]);
  const rest = isShared
    ? []
    : [[left('remainder'), right(show(remainder)), left(''), right(''), right('')]];
  const sum = [
    left('total'),
    right(texts.total),
    left(showError(total.error, texts.decimals)),
    left(printable(unit)),
    right(''),
  ];
  return layOutTable([head.map((text) => right(text)), ...rows, ...rest, sum]);
}

/** Says for each group what is set otherwise in it. */
export function groupLines(groups: readonly LeverGroup[]): readonly string[] {
  return groups.flatMap(({ name, changes }) =>
    changes.map(({ key, element, from, to }) => {
      const what = element === '' ? key : `${key}[${element.replaceAll(',', ', ')}]`;
      const text = `${what}: ${from} -> ${to}`;
      return printable(key === name ? text : `${name}  ${text}`);
    }),
  );
}
