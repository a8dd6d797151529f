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

function oddDecimal(text: string, decimal: string): Refusal | null {
  const separated = SEPARATED.exec(text)?.[0];
  if (separated !== undefined) {
    const hint = 'write a point before decimals and nothing between thousands: 3.5, 20000';
    return refuse('odd-number', `"${separated}" is no number`, 0, separated.length, hint);
  }
  if (!/^[-+]?0\d/.test(decimal)) return null;
  const message = `${decimal} starts with a needless zero`;
  return refuse('odd-number', message, 0, decimal.length, `write ${Number(decimal)}`);
}

/** Reads a quantity such as `3.3 Mt/year`, `25%` or `4`, whatever it measures. */
export function readQuantity(text: string): Quantity | Refusal {
  const match = QUANTITY.exec(text);
  const [, decimal, gap, rest] = match ?? [];
  if (decimal === undefined || gap === undefined || rest === undefined) {
    return refuse(
      'bad-quantity',
      `"${text}" is not a quantity`,
      0,
      text.length,
      'a quantity is a number and its unit, such as `3.3 Mt/year`',
    );
  }
  const odd = oddDecimal(text, decimal);
  if (odd !== null) return odd;
  const unit = rest === '' ? ONE : readUnit(rest);
  if (isRefusal(unit)) return { ...unit, offset: unit.offset + decimal.length + gap.length };
  const value = toBase(decimal, unit);
  if (Number.isFinite(value)) return { decimal, unit, value };
  return refuse('bad-quantity', `${decimal} is too large a number`, 0, decimal.length);
}

function isPoints(unit: Unit): boolean {
  return unit.text === 'pp';
}

function missingUnit({ decimal }: Quantity, wanted: Unit, text: string): Refusal {
  const message = `${decimal} has no unit; ${wanted.text} is wanted`;
  const hint = `write \`${decimal}${wanted.text === '%' ? '' : ' '}${wanted.text}\``;
  return refuse('unit-missing', message, 0, text.length, hint);
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
  if (wanted.dimension.size > 0) return null;
  if (quantity.unit === ONE && wanted.tens !== 0 && quantity.value !== 0) {
    return missingUnit(quantity, wanted, text);
  }
  if (isPoints(quantity.unit) === isPoints(wanted) || quantity.value === 0) return null;
  const message = isPoints(wanted)
    ? `${text} is a rate; a difference of rates in pp is wanted`
    : `${text} is a difference of rates; ${wanted.text === '1' ? 'a number' : wanted.text} is wanted`;
  return refuse('unit-mismatch', message, 0, text.length, `write it in ${wanted.text}`);
}
