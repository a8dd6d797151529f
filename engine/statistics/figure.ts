/** A reported number and its Monte Carlo standard error; null where it cannot be had. */
export interface Figure {
  readonly value: number | null;
  readonly error: number | null;
}
