import { PLAIN_DIGITS } from '../source/check-number.ts';
import { isSame, showDimension } from './dimension.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { ONE, readUnit, toBase, type Unit } from './unit.ts';

/** A number with its unit, and its value in base units. */
export interface Quantity {
  readonly decimal: string;
  readonly unit: Unit;
  readonly value: number;
}

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d+)?)(?:[eE][-+]?\d+)?`;
const QUANTITY = new RegExp(`^(${NUMBER})(\\s*)(.*)$`, 's');

/** A comma or low line among digits: thousands or decimals as other places write them. */
const SEPARATED = /^[-+]?\d+(?:[,_]\d+)+/;

/** Digits that are no decimal number, and how to write it. */
const ODD: readonly (readonly [form: RegExp, hint: string])[] = [
  [SEPARATED, PLAIN_DIGITS],
  [/^[-+]?\.\d+|^[-+]?\d+\.(?!\d)/, 'a number has digits on both sides of its point'],
  [/^[-+]?\d+(?:\.\d+){2,}/, PLAIN_DIGITS],
  [/^[-+]?0[xob][\da-f]+/i, 'numbers are written in decimal'],
  [
    /^[-+]?[\uff0b\uff0d\uff0e\uff10-\uff19\d.]*[\uff10-\uff19][\uff0e\uff10-\uff19\d.]*/,
    'type plain digits: 0 to 9',
  ],
  [/^[\u2010-\u2015\u2212]\d+(?:\.\d+)?/, 'type a plain minus sign: -'],
];

function oddDecimal(text: string): Refusal | null {
  for (const [form, hint] of ODD) {
    const found = form.exec(text)?.[0];
    if (found === undefined) continue;
    return refuse('odd-number', `"${found}" is no number`, 0, found.length, hint);
  }
  return null;
}

/** A date or a range that begins with a zero is no number at all. */
function needlessZero(decimal: string, rest: string): Refusal | null {
  if (!/^[-+]?0\d/.test(decimal) || /^[-/]/.test(rest)) return null;
  const message = `${decimal} starts with a needless zero`;
  return refuse('odd-number', message, 0, decimal.length, `write ${Number(decimal)}`);
}

const FORM = 'a quantity is a number and its unit, such as `3.3 Mt/year`';

function noQuantity(text: string): Refusal {
  const before = /^([^\d.+-]+?)\s*[-+]?\d/.exec(text)?.[1] ?? '';
  const isUnit = /^[$€£¥₩]$/.test(before) || !isRefusal(readUnit(before));
  const hint = isUnit ? 'the unit comes after the number, such as `3.3 Mt/year`' : FORM;
  return refuse('bad-quantity', `"${text}" is not a quantity`, 0, text.length, hint);
}

/** Two numbers with a sign between them are meant as a range. */
function rangeOf(text: string): Refusal | null {
  const range = /^(?!\d{4}-\d\d?\b)[-+]?[\d.]+\s*[-\u2013\u00b1~]\s*([\d.]+)/.exec(text);
  if (range === null) return null;
  const hint = 'a 90% interval is written `3 to 7 Mt/year`';
  return refuse('bad-quantity', `"${range[0]}" is not a number`, 0, range[0].length, hint);
}

function oddSize(decimal: string, value: number): Refusal | null {
  const refused = (what: string) =>
    refuse('bad-quantity', `${decimal} is too ${what} a number`, 0, decimal.length);
  if (!Number.isFinite(value)) return refused('large');
  return value === 0 && /[1-9]/.test(decimal.replace(/[eE].*/, '')) ? refused('small') : null;
}

/** Reads a quantity such as `3.3 Mt/year`, `25%` or `4`, whatever it measures. */
export function readQuantity(text: string): Quantity | Refusal {
  const odd = oddDecimal(text);
  if (odd !== null) return odd;
  const found = QUANTITY.exec(text);
  if (found === null) return noQuantity(text);
  const [decimal, gap, rest] = found.slice(1) as [string, string, string];
  const strange = needlessZero(decimal, rest) ?? rangeOf(text);
  if (strange !== null) return strange;
  const unit = rest === '' ? ONE : readUnit(rest);
  if (isRefusal(unit)) return { ...unit, offset: unit.offset + decimal.length + gap.length };
  const value = toBase(decimal, unit);
  return oddSize(decimal, value) ?? { decimal, unit, value };
}

function isPoints(unit: Unit): boolean {
  return unit.text === 'pp';
}

function missingUnit({ decimal }: Quantity, wanted: Unit, text: string): Refusal {
  const message = `${decimal} has no unit; ${wanted.text} is wanted`;
  return refuse('unit-missing', message, 0, text.length, unitHint(decimal, wanted));
}

/** A fraction where per cent are wanted may be a share of 1 as well: to guess would be wrong a hundred times over. */
function unitHint(decimal: string, { text }: Unit): string {
  if (text !== '%') return `write \`${decimal} ${text}\``;
  const isFraction = /^-?0?\.\d*[1-9]/.test(decimal);
  if (!isFraction) return `write \`${decimal}%\``;
  const share = Number((Number(decimal) * 100).toPrecision(12));
  return `write \`${share}%\` if it is a share of 1, \`${decimal}%\` if it is in per cent`;
}

/** Finds half a unit of a decimal place: what rounding to it may hide. Units: base units. */
export function halfPlace(decimals: number, unit: Unit): number {
  return toBase(`0.5e${-decimals}`, unit);
}

/** Finds half a unit of the last digit that was printed. Units: base units. */
export function halfDigit({ decimal, unit }: Quantity): number {
  const [mantissa = '', exponent = '0'] = decimal.toLowerCase().split('e');
  const digits = mantissa.split('.')[1]?.length ?? 0;
  return halfPlace(digits - Number(exponent), unit);
}

/** Says why a quantity does not fit where `wanted` is asked for; null where it fits. */
export function misfit(quantity: Quantity, wanted: Unit, text: string): Refusal | null {
  const { unit } = quantity;
  if (isSame(unit.dimension, wanted.dimension)) return misfitOfShares(quantity, wanted, text);
  if (unit === ONE) return missingUnit(quantity, wanted, text);
  const message = `${text} is in ${unit.text}; ${wanted.text} is wanted`;
  const hint = `${unit.text} measures ${showDimension(unit.dimension)}, ${wanted.text} measures ${showDimension(wanted.dimension)}`;
  return refuse('unit-mismatch', message, 0, text.length, hint);
}

function misfitOfShares(quantity: Quantity, wanted: Unit, text: string): Refusal | null {
  if (quantity.unit === ONE && wanted.tens !== 0 && quantity.value !== 0) {
    return missingUnit(quantity, wanted, text);
  }
  if (isPoints(quantity.unit) === isPoints(wanted) || quantity.value === 0) return null;
  const message = isPoints(wanted)
    ? `${text} is a rate; a difference of rates in pp is wanted`
    : `${text} is a difference of rates; ${wanted.text === '1' ? 'a number' : wanted.text} is wanted`;
  return refuse('unit-mismatch', message, 0, text.length, `write it in ${wanted.text}`);
}
