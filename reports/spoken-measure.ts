import type { MeasureDescription, Summary } from '../engine/index.ts';
import { formatFor, isNothing, shownNumber } from './format.ts';
import { type SpokenUnit, spokenUnit } from './language/amounts.ts';
import type { Report } from './report.ts';
import type { Format } from './style.ts';

/** How numbers of a measure are said in sentences: their unit, and decimals for them and for their errors. */
export interface SpokenNumber extends SpokenUnit {
  readonly minus: string;
  readonly decimals: number;
  readonly errorDecimals: number;
  /** Decimals of the number in its own unit, as tables show it. */
  readonly inUnit: number;
}

/** How levels and changes of a measure are said. */
export interface SpokenMeasure {
  readonly level: SpokenNumber;
  readonly change: SpokenNumber;
}

/**
 * Says how numbers of a measure are said: to the first digit of most Monte Carlo errors as drawn, or further where the
 * numbers themselves need it.
 */
export function spokenMeasure(report: Report, measure: MeasureDescription): SpokenMeasure {
  const { unit, name } = measure;
  const minus = report.language === 'ko' ? KOREAN_MINUS : MINUS;
  const drawn = report.results.comparisons.filter(
    (item) => item.measure === name && item.condition === null,
  );
  const changes = drawn.flatMap(({ againstBaseline }) => againstBaseline ?? []);
  const levels = drawn.map(({ outcome }) => outcome);
  const spoken = (said: SpokenUnit, all: readonly Summary[], main: 'median' | 'mean') => {
    const values = all.flatMap((one) => [one.p5.value, one[main].value, one.p95.value]);
    const first = firstDigit(all.map((one) => one[main].error ?? 0));
    const inUnit = Math.max(decimalsOf(formatFor(values, { unit })), first);
    const [decimals, errorDecimals] = [inUnit, inUnit + 1].map((count) =>
      Math.max(0, count - said.tens),
    );
    return { ...said, minus, inUnit, decimals: decimals!, errorDecimals: errorDecimals! };
  };
  return {
    level: spoken(spokenUnit(report.language, unit), levels, 'median'),
    change: spoken(spokenChange(report, unit), changes, 'mean'),
  };
}

const MOST_DECIMALS = 6;

/** How many decimals show the first digit of most errors. */
function firstDigit(errors: readonly number[]): number {
  const sizes = errors.filter((error) => error > 0).sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)];
  if (middle === undefined) return 0;
  return Math.min(Math.max(0, -Number(middle.toExponential().split('e')[1])), MOST_DECIMALS);
}

/** A change of a percentage is counted in points. */
function spokenChange({ language, say }: Report, unit: string): SpokenUnit {
  if (unit !== '%' && unit !== 'pp' && unit !== '%p') return spokenUnit(language, unit);
  return { tens: 0, after: say('{number} points', { number: '' }) };
}

/** A minus that lines do not break after. */
export const MINUS = '\u2212';

/** In cells of Korean letters it would be set in another font, over its neighbours. */
const KOREAN_MINUS = '-';

/** Prints a number as its format shows it, with the minus of sentences. */
export function spokenNumber(value: number, format: Format): string {
  return shownNumber(value, format).replace('-', MINUS);
}

/** Prints a number as it is said, without what follows it; nothing rounds to minus zero. */
export function saidAlone(value: number, { tens, decimals, minus }: SpokenNumber): string {
  const rounded = Number((value * Number(`1e${tens}`)).toFixed(decimals)) + 0;
  return shownNumber(rounded, `plain-${decimals}`).replace('-', minus);
}

/** Prints a change as it is said, with its sign. */
export function saidChangeAlone(value: number, spoken: SpokenNumber): string {
  const said = saidAlone(value, spoken);
  return !isNothing(said) && value > 0 ? `+${said}` : said;
}

/** How many decimals a format shows. */
export function decimalsOf(format: Format): number {
  return format === 'scientific' ? 6 : Number(format.slice(format.lastIndexOf('-') + 1));
}
