import { fromBase, type Unit } from '../quantity/unit.ts';

/** Writes a value in the unit of its lever, short enough for a message. */
export function showValue(value: number, unit: Unit): string {
  const number = Number(fromBase(value, unit).toPrecision(6));
  if (unit.text === '1') return String(number);
  return unit.text === '%' ? `${number}%` : `${number} ${unit.text}`;
}

/** What a zero too many does, and thousands or millions of something that is counted in them. */
const SLIPS = [10, 1e3, 1e6];

/** A zero slips in at the end, and takes a value far beyond its bound; thousands are taken for units from 1,000 on. */
function isSlip(value: number, slip: number, high: number, unit: Unit): boolean {
  const number = fromBase(value, unit);
  if (slip > 10) return number >= slip;
  return Number.isInteger(number) && number % 10 === 0 && value > 2 * high;
}

/** Says what to write instead of a value outside the bounds of its lever. */
export function boundsHint(
  value: number,
  [low, high]: readonly [number, number],
  unit: Unit,
): string {
  const meant = SLIPS.filter((slip) => value > high && isSlip(value, slip, high, unit))
    .map((slip) => value / slip)
    .find((other) => other >= low && other <= high && other !== 0);
  const range = `write a value from ${showValue(low, unit)} to ${showValue(high, unit)}`;
  const wanted = meant === undefined ? range : `did you mean ${showValue(meant, unit)}?`;
  return `${wanted}${meant === undefined ? ', or' : ' If not,'} widen \`within:\` of the lever in its module`;
}
