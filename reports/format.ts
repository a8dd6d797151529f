import type { Cell } from './sheet.ts';
import type { Format } from './style.ts';

const MAXIMUM_DECIMALS = 6;

/**
 * Chooses one number format for numbers that stand together, so that they align: three significant
 * digits of the largest, and up to two decimals more where most of them are much smaller.
 */
export function formatFor(
  values: Iterable<number | null>,
  options: { readonly kind?: 'plain' | 'signed'; readonly digits?: number; readonly unit?: string },
): Format {
  const { kind = 'plain', digits = 3, unit = '' } = options;
  const sizes = [...values].map((value) => Math.abs(value ?? 0)).filter((size) => size > 0);
  const sorted = Float64Array.from(sizes).sort();
  const largest = sorted.at(-1);
  if (largest === undefined) return `${kind}-0`;
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  const fine = decimalsOf(largest, digits);
  if (decimalsOf(largest, 1) > MAXIMUM_DECIMALS || largest >= 1e15) return 'scientific';
  const wanted = Math.max(fine, Math.min(decimalsOf(middle, digits - 1), fine + 2));
  const most = isPercent(unit) && middle >= 0.1 ? 2 : MAXIMUM_DECIMALS;
  return `${kind}-${Math.min(Math.max(wanted, 0), most)}`;
}

/** Chooses a format that shows inputs as their author wrote them, up to so many significant digits. */
export function inputFormat(values: readonly (number | null)[], digits: number): Format {
  const known = values.filter((value) => value !== null && value !== 0) as number[];
  const decimals = Math.max(0, ...known.map((value) => decimalsWritten(value, digits)));
  const isOdd = decimals > 9 || known.some((value) => Math.abs(value) >= 1e15);
  return isOdd ? 'scientific' : `plain-${decimals}`;
}

function decimalsWritten(value: number, most: number): number {
  const [digits = '', power = '0'] = Number(value.toPrecision(most)).toExponential().split('e');
  return digits.replace(/^-?\d\.?/, '').length - Number(power);
}

/** Prints what a cell will show, for widths and for tests. */
export function displayed(cell: Cell): string {
  if (cell.kind === 'blank') return '';
  if (!('value' in cell)) return cell.text;
  if (typeof cell.value === 'number') return shownNumber(cell.value, cell.format);
  return typeof cell.value === 'string' ? cell.value : String(cell.value).toUpperCase();
}

/** Prints a number as its format will show it: what rounds to nothing has no sign. */
export function shownNumber(value: number, format: Format): string {
  if (format === 'scientific') return scientific(value);
  if (format.startsWith('month') || format.startsWith('year')) return dateIn(value, format);
  if (format === 'general') return String(Number(value.toPrecision(9)));
  const decimals = Number(format.slice(format.lastIndexOf('-') + 1));
  const isShare = format.includes('percent');
  const digits = Math.abs(isShare ? value * 100 : value).toFixed(decimals);
  const grouped = isShare ? `${digits}%` : digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return signOf(value, digits, format) + grouped;
}

/** Tells whether a number as it is shown is zero: it may be one that rounds to nothing. */
export function isNothing(shown: string): boolean {
  return !/[1-9]/.test(shown);
}

function signOf(value: number, digits: string, format: Format): string {
  if (isNothing(digits)) return '';
  return value < 0 ? '-' : format.startsWith('signed') ? '+' : '';
}

function dateIn(value: number, format: Format): string {
  const [year = '', month = ''] = dayOf(value).split('-');
  if (format === 'month') return `${year}-${month}`;
  return (
    { 'month-ko': `${year}년 ${Number(month)}월`, 'year-ko': `${year}년` }[format as string] ?? year
  );
}

/** Spreadsheets write two digits of a power at least. */
function scientific(value: number): string {
  const [digits = '', power = ''] = value.toExponential(2).split('e');
  return `${digits}E${power.slice(0, 1)}${power.slice(1).padStart(2, '0')}`;
}

/** Decimals that show so many significant digits; negative for large numbers. */
function decimalsOf(size: number, digits: number): number {
  return digits - 1 - Number(size.toExponential(digits - 1).split('e')[1]);
}

function isPercent(unit: string): boolean {
  return unit === '%' || unit === 'pp' || unit === '%p';
}

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Turns a day written as YYYY-MM-DD into Excel's count of days. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return (Date.UTC(year, month - 1, date) - DAY_ZERO) / DAY;
}

function dayOf(days: number): string {
  return new Date(DAY_ZERO + days * DAY).toISOString().slice(0, 10);
}
