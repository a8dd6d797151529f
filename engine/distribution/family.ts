/** Maps one uniform, strictly between 0 and 1, to a value; rises with it. */
export type Quantile = (uniform: number) => number;

/** Writes a number in the reader's unit. */
export type Format = (x: number) => string;

/** What every kind of distribution can do. */
export interface Family<D> {
  /** Works out what depends on the parameters alone, so that each value costs only its own part. */
  readonly prepare: (distribution: D) => Quantile;
  /** Names the distribution in a short phrase. */
  readonly describe: (distribution: D, format: Format) => string;
}
