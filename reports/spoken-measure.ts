import type { MeasureDescription } from '../engine/index.ts';
import type { MeasureFormats } from './compared.ts';
import { shownNumber } from './format.ts';
import { type SpokenUnit, spokenUnit } from './language/amounts.ts';
import type { Report } from './report.ts';
import type { Format } from './style.ts';

/** How numbers of a measure are said in sentences: their unit, and decimals for them and for their errors. */
export interface SpokenNumber extends SpokenUnit {
  readonly decimals: number;
  readonly errorDecimals: number;
}

/** How levels and changes of a measure are said. */
export interface SpokenMeasure {
  readonly level: SpokenNumber;
  readonly change: SpokenNumber;
}

/** Says how numbers of a measure are said: to the first digit of their Monte Carlo error, or further. */
export function spokenMeasure(
  report: Report,
  { unit }: Pick<MeasureDescription, 'unit'>,
  formats: MeasureFormats,
): SpokenMeasure {
  const spoken = (said: SpokenUnit, format: Format, error: Format): SpokenNumber => {
    const [own, errors] = [format, error].map((one) => Math.max(0, decimalsOf(one) - said.tens));
    return { ...said, decimals: Math.max(own!, errors! - 1), errorDecimals: errors! };
  };
  return {
    level: spoken(spokenUnit(report.language, unit), formats.level, formats.levelError),
    change: spoken(spokenChange(report, unit), formats.change, formats.changeError),
  };
}

/** A change of a percentage is counted in points. */
function spokenChange({ language, say }: Report, unit: string): SpokenUnit {
  if (unit !== '%' && unit !== 'pp' && unit !== '%p') return spokenUnit(language, unit);
  return { tens: 0, after: say('{number} points', { number: '' }) };
}

/** A minus that lines do not break after. */
export const MINUS = '\u2212';

/** Prints a number as it is said, without what follows it; nothing rounds to minus zero. */
export function saidAlone(value: number, { tens, decimals }: SpokenNumber): string {
  const rounded = Number((value * Number(`1e${tens}`)).toFixed(decimals)) + 0;
  return shownNumber(rounded, `plain-${decimals}`).replace('-', MINUS);
}

/** Prints a change as it is said, with its sign. */
export function saidChangeAlone(value: number, spoken: SpokenNumber): string {
  const said = saidAlone(value, spoken);
  return /[1-9]/.test(said) && value > 0 ? `+${said}` : said;
}

/** How many decimals a format shows. */
export function decimalsOf(format: Format): number {
  return format === 'scientific' ? 6 : Number(format.slice(format.lastIndexOf('-') + 1));
}
