import { exp } from './elementary.ts';

/** Maps any number to a share between 0 and 1, 0 to one half. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
