import type { Figure } from './figure.ts';

/** A difference within so many of its Monte Carlo errors is not to be told from none. */
export const CLEAR_ERRORS = 2;

/** Tells whether these draws can tell a difference from zero; one that is the same in every draw has no error. */
export function isToldApart({ value, error }: Figure): boolean {
  return value !== null && (error === null ? value !== 0 : Math.abs(value) > CLEAR_ERRORS * error);
}
