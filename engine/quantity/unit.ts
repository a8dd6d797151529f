import { readOnce } from '../source/read-once.ts';
import { suggest } from '../source/suggest.ts';
import { baseDimension, type Dimension, divide, multiply, NONE } from './dimension.ts';
import { type Refusal, refuse } from './refusal.ts';
import { scaleNamed, unitNamed, unitWords } from './unit-table.ts';

/** A unit as written, what it measures and its size: a value times `numerator / denominator * 10^tens` is in base units. */
export interface Unit {
  readonly text: string;
  readonly dimension: Dimension;
  readonly tens: number;
  readonly numerator: number;
  readonly denominator: number;
}

const WORD = /[^\s/*]+/y;
const OPERATOR = /\s*([/*])\s*|\s+/y;

/** The unit of a plain number. */
export const ONE: Unit = { text: '1', dimension: NONE, tens: 0, numerator: 1, denominator: 1 };

function times(unit: Unit, word: Unit, inverse: boolean): Unit {
  return inverse
    ? {
        ...unit,
        dimension: divide(unit.dimension, word.dimension),
        tens: unit.tens - word.tens,
        numerator: unit.numerator * word.denominator,
        denominator: unit.denominator * word.numerator,
      }
    : {
        ...unit,
        dimension: multiply(unit.dimension, word.dimension),
        tens: unit.tens + word.tens,
        numerator: unit.numerator * word.numerator,
        denominator: unit.denominator * word.denominator,
      };
}

function readWord(word: string): Unit | null {
  const scale = scaleNamed(word);
  if (scale !== undefined) return { ...ONE, text: word, tens: scale };
  const row = unitNamed(word);
  if (row === undefined) return null;
  const { base, tens, numerator, denominator } = row;
  return {
    text: word,
    dimension: base === null ? NONE : baseDimension(base),
    tens,
    numerator,
    denominator,
  };
}

/** What people write who know these units by other names. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    yr: 'year',
    mth: 'month',
    q: 'quarter',
    ton: 't',
    tons: 't',
    barrel: 'bbl',
    barrels: 'bbl',
    won: 'KRW',
    dollar: 'USD',
    dollars: 'USD',
    $: 'USD',
    bln: 'bn',
    tn: 'trn',
  }),
);

function unknownWord(word: string, offset: number): Refusal {
  // whatever has one letter is near to every unit of one
  const near =
    MEANT.get(word.toLowerCase()) ?? (word.length > 1 ? suggest(word, unitWords()) : undefined);
  return refuse(
    'unit-unknown',
    `"${word}" is not a unit`,
    offset,
    word.length,
    near === undefined
      ? 'units are written like `bn USD/year`, `Mt`, `%`'
      : `did you mean "${near}"?`,
  );
}

function checkDays(unit: Unit, words: readonly string[], text: string): Unit | Refusal {
  if (words.length === 1 || !words.some((word) => word === 'day' || word === 'days')) return unit;
  return refuse('unit-unknown', 'no rate is per day', 0, text.length, 'use `/month` or `/year`');
}

/** Refuses a text that has no word where one should stand, at the operator that waits for it. */
function missingWord(text: string, offset: number): Refusal {
  const isEnd = offset === text.length;
  const at = isEnd ? text.trimEnd().length - 1 : offset;
  if (at < 0) return refuse('unit-missing', 'a unit is missing', 0, 1);
  const side = isEnd ? 'after' : 'before';
  return refuse('unit-unknown', `a unit is missing ${side} "${text[at]}"`, at, 1);
}

/** Matches a sticky pattern at one place of a text. */
function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/**
 * Reads a unit such as `bn USD/year`, `USD/MMBtu`, `jobs/bn KRW`: words multiply, each `/` divides by the
 * words up to the next operator.
 *
 * Errors: a refusal that points at the word that is no unit.
 */
export const readUnit: (text: string) => Unit | Refusal = readOnce((text) => {
  let unit: Unit = { ...ONE, text };
  const words: string[] = [];
  let isBelow = false;
  let offset = text.search(/\S|$/);
  for (;;) {
    const word = matchAt(WORD, text, offset)?.[0];
    if (word === undefined) return missingWord(text, offset);
    const read = readWord(word);
    if (read === null) return unknownWord(word, offset);
    words.push(word);
    unit = times(unit, read, isBelow);
    const [between, operator] = matchAt(OPERATOR, text, offset + word.length) ?? [''];
    offset += word.length + between.length;
    if (operator !== undefined) isBelow = operator === '/';
    else if (offset === text.length) return checkDays(unit, words, text);
  }
});

/**
 * Converts a decimal number in this unit to base units. The power of ten goes into the decimal text, so that
 * `7%` is the double nearest to 0.07.
 */
export function toBase(decimal: string, unit: Unit): number {
  const [mantissa = '0', exponent = '0'] = decimal.toLowerCase().split('e');
  const scaled = Number(`${mantissa}e${Number(exponent) + unit.tens}`);
  return (scaled * unit.numerator) / unit.denominator;
}

/** Powers of ten that are exact as doubles. */
const TENS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** Converts a number in base units to this unit. */
export function fromBase(value: number, unit: Unit): number {
  const scaled = (value * unit.denominator) / unit.numerator;
  const power = TENS[Math.abs(unit.tens)] ?? Number(`1e${Math.abs(unit.tens)}`);
  return unit.tens < 0 ? scaled * power : scaled / power;
}
