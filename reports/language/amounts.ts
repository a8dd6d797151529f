import type { Language } from '../../engine/index.ts';
import { unitIn } from './units.ts';

/** What the first word of a unit scales by, and what remains of it. */
const SCALED: ReadonlyMap<string, readonly [tens: number, rest: string]> = new Map([
  ['thousand', [3, '']],
  ['million', [6, '']],
  ['bn', [9, '']],
  ['billion', [9, '']],
  ['trn', [12, '']],
  ['trillion', [12, '']],
  ['kt', [3, 't']],
  ['Mt', [6, 't']],
]);

/** How Koreans count large numbers: in steps of ten thousand. */
const STEPS: readonly (readonly [tens: number, word: string])[] = [
  [12, '조'],
  [8, '억'],
  [4, '만'],
  [0, ''],
];

/**
 * Writes an amount as part of a sentence: `5.7 trn KRW`, in Korean `5.7조 원`, and `12.3 bn USD` as `123억 달러`.
 * `decimal` is a number with a point and no exponent; its point moves, so no digit changes.
 */
export function amountIn(language: Language, decimal: string, unit: string): string {
  if (unit === '1') return decimal;
  if (language === 'en') return unit.startsWith('%') ? decimal + unit : `${decimal} ${unit}`;
  const [, first = '', tail = ''] = /^([^\s/*]+)\s*(.*)$/s.exec(unit)!;
  const [tens, rest] = SCALED.get(first) ?? [0, first];
  const counted = unitIn(language, (/^[/*]/.test(tail) ? rest + tail : `${rest} ${tail}`).trim());
  const size = leadingTens(decimal) + tens;
  const [step, word] = STEPS.find(([least]) => least <= size) ?? STEPS.at(-1)!;
  if (tens === 0 || word === '') return joined(movePoint(decimal, tens), counted);
  return `${movePoint(decimal, tens - step)}${word} ${counted}`;
}

/** Korean words follow a number without a space, others after one. */
function joined(number: string, counted: string): string {
  return /^[%\p{Script=Hangul}]/u.test(counted) ? number + counted : `${number} ${counted}`;
}

/** The power of ten of the first digit that is not zero. */
function leadingTens(decimal: string): number {
  const [whole = '', fraction = ''] = decimal.replace(/^[-+]|,/g, '').split('.');
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  return first < 0 ? Number.NEGATIVE_INFINITY : whole.length - 1 - first;
}

/** Moves the point of a decimal number; digits stay as they are, zeros come or go at the ends. */
function movePoint(decimal: string, places: number): string {
  const sign = /^[-+]/.exec(decimal)?.[0] ?? '';
  const [whole = '', fraction = ''] = decimal.replace(/^[-+]|,/g, '').split('.');
  const at = whole.length + places;
  const digits = '0'.repeat(Math.max(0, -at)) + (whole + fraction).padEnd(at, '0');
  const front = digits.slice(0, Math.max(0, at)).replace(/^0+(?=\d)/, '') || '0';
  const back = digits.slice(Math.max(0, at));
  const grouped = front.replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + grouped + (back === '' ? '' : `.${back}`);
}

/** How amounts in a unit are said: by how many tens their number is multiplied, and what follows it. */
export interface SpokenUnit {
  readonly tens: number;
  readonly after: string;
}

/** Says how amounts in a unit are said, whatever their size; `unit` is in the language already. */
export function spokenUnit(language: Language, unit: string): SpokenUnit {
  if (unit === '1' || unit === '') return { tens: 0, after: '' };
  if (language === 'en') return { tens: 0, after: unit.startsWith('%') ? unit : ` ${unit}` };
  const [, scale = '', rest = unit] = /^(10억|백만) ?(.*)$/s.exec(unit) ?? [];
  if (scale === '') return { tens: 0, after: joined('', unit) };
  return scale === '10억' ? { tens: 1, after: `억 ${rest}` } : { tens: 2, after: `만 ${rest}` };
}
