/** Maps one uniform, strictly between 0 and 1, to a value; rises with it. */
export type Quantile = (uniform: number) => number;

/** Writes a number in the reader's unit. */
export type Format = (x: number) => string;

/** A text in English with places for `values`, as in `uniform {low} to {high}`; other languages fill it themselves. */
export interface Phrase {
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Writes a phrase in English. */
export function showPhrase({ text, values }: Phrase): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** What every kind of distribution can do. */
export interface Family<D> {
  /** Works out what depends on the parameters alone, so that each value costs only its own part. */
  readonly prepare: (distribution: D) => Quantile;
  /** Names the distribution in a short phrase. */
  readonly describe: (distribution: D, format: Format) => Phrase;
}
