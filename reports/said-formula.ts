import { shownNumber } from './format.ts';
import { type Area, type Formula, formula } from './formula.ts';
import type { Say } from './language/say.ts';
import type { Live, LiveTest } from './live-number.ts';
import { MINUS, spokenNumber } from './spoken-measure.ts';

/** A value that a sentence names: how the spreadsheet composes its text, and what that is now. */
export interface SaidValue {
  readonly formula: Formula;
  readonly text: string;
}

/** Says a sentence in the report's language, with the formula that composes it anew when its values change. */
export function sayLive(
  say: Say,
  english: string,
  values: Readonly<Record<string, SaidValue>> = {},
): SaidValue {
  const entries = Object.entries(values);
  const marks = entries.map(([name], at) => [name, `${MARK}${at}${MARK}`] as const);
  const pieces = say(english, Object.fromEntries(marks)).split(MARK);
  const parts = pieces.flatMap((piece, at): Formula[] => {
    // every other piece is the number of a value
    if (at % 2 === 1) return [entries[Number(piece)]![1].formula];
    return piece === '' ? [] : [[quoted(piece)]];
  });
  const joined = parts.flatMap((part, at): Formula => (at === 0 ? part : ['&', ...part]));
  const texts = Object.fromEntries(entries.map(([name, { text }]) => [name, text]));
  return { formula: joined, text: say(english, texts) };
}

/** No text of a study holds it: it is no character. */
const MARK = '\uFFFF';

/** Says a text that never changes. */
export function saidText(text: string): SaidValue {
  return { formula: [quoted(text)], text };
}

/** Reads a text from a cell. */
export function saidCell(cell: Area, text: string): SaidValue {
  return { formula: [cell], text };
}

/** Prints a number with so many decimals; nothing rounds to minus zero. */
export function saidNumber({ formula: number, value }: Live, decimals: Live): SaidValue {
  const places = decimals.formula;
  return {
    formula: formula`SUBSTITUTE(FIXED(ROUND(${number},${places}),${places}),"-","${MINUS}")`,
    text: spokenNumber(roundedTo(value, decimals.value), `plain-${decimals.value}`),
  };
}

/** Prints a number as a change, with its sign. */
export function saidChange(number: Live, decimals: Live): SaidValue {
  const { formula: printed, text } = saidNumber(number, decimals);
  const isRise = roundedTo(number.value, decimals.value) > 0;
  return {
    formula: formula`IF(ROUND(${number.formula},${decimals.formula})>0,"+","")&${printed}`,
    text: `${isRise ? '+' : ''}${text}`,
  };
}

/** Prints a share as a percentage without decimals, such as "45%". */
export function saidShare({ formula: share, value }: Live): SaidValue {
  return {
    formula: formula`FIXED(ROUND(${share}*100,0),0)&"%"`,
    text: `${shownNumber(roundedTo(value * 100, 0), 'plain-0')}%`,
  };
}

/** Says one sentence or another as a condition holds. */
export function saidEither(test: LiveTest, yes: SaidValue, no: SaidValue): SaidValue {
  return {
    formula: formula`IF(${test.formula},${yes.formula},${no.formula})`,
    text: test.holds ? yes.text : no.text,
  };
}

/** Says one text right after another. */
export function saidAfter(first: SaidValue, then: SaidValue): SaidValue {
  return { formula: [...first.formula, '&', ...then.formula], text: first.text + then.text };
}

function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** Writes text as a formula holds it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
