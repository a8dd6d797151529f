import type { Results } from '../engine/index.ts';

/** Tells whether any measure of any run varies with the draw. */
export function isUncertain({ runs }: Results): boolean {
  return runs.some(({ outcomes }) => outcomes.some(varies));
}

/** Tells whether the values of a column differ. */
export function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0]);
}
