import { roundStep } from '../round-step.ts';
import type { Format } from '../style.ts';

/** Values whose spread is a smaller share of their size are all the same. */
const FLAT = 1e-9;

/** Labels of more decimals, or digits, are written with a power of ten. */
const MOST_DIGITS = 9;

/** About so many steps lie between the ends. */
const STEPS = 8;

/** Where an axis begins and ends, at what distance it is labelled, and how. */
export interface RoundEnds {
  readonly min: number;
  readonly max: number;
  readonly every: number;
  readonly format: Format;
}

/**
 * Finds round ends for an axis that holds all values, for charts whose programs would choose others. Labels are given
 * their decimals: programs that add up steps from the end print what rounding leaves of 0.
 */
export function roundEnds(values: readonly number[]): RoundEnds {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isFlat = high - low <= FLAT * size;
  const step = (isFlat ? roundStep(size) : roundStep((high - low) / STEPS)) || 1;
  const at = (count: number) => Number((count * step).toPrecision(12)) + 0;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const ends = { min: at(first), max: at(first === last ? last + 1 : last) };
  return { ...ends, every: at(1), format: labelFormat(step) };
}

function labelFormat(step: number): Format {
  const power = Number(step.toExponential().split('e')[1]);
  return Math.abs(power) > MOST_DIGITS ? 'scientific' : `plain-${Math.max(0, -power)}`;
}
