import type { Figure } from '../engine/index.ts';
import { CLEAR_ERRORS } from './figure-columns.ts';

/** Tells whether these draws can tell a difference from zero; one that is the same in every draw has no error. */
export function isToldApart({ value, error }: Figure): boolean {
  return value !== null && (error === null ? value !== 0 : Math.abs(value) > CLEAR_ERRORS * error);
}
