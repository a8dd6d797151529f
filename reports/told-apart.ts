import type { Figure } from '../engine/index.ts';

/** So many Monte Carlo errors from zero, a difference would come by chance in one case of twenty. */
const ERRORS = 2;

/** Tells whether these draws can tell a difference from zero; one that is the same in every draw has no error. */
export function isToldApart({ value, error }: Figure): boolean {
  return value !== null && (error === null ? value !== 0 : Math.abs(value) > ERRORS * error);
}
