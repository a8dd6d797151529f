import { roundStep } from '../round-step.ts';

/** Values whose spread is a smaller share of their size are all the same. */
const FLAT = 1e-9;

/** About so many steps lie between the ends. */
const STEPS = 8;

/** Finds round ends for an axis that holds all values, for charts whose programs would choose others. */
export function roundEnds(values: readonly number[]): {
  readonly min: number;
  readonly max: number;
} {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isFlat = high - low <= FLAT * size;
  const step = (isFlat ? roundStep(size) : roundStep((high - low) / STEPS)) || 1;
  const at = (count: number) => Number((count * step).toPrecision(12)) + 0;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return { min: at(first), max: at(first === last ? last + 1 : last) };
}
