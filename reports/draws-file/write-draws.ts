import type { Results } from '../../engine/index.ts';
import { writeCsv } from './write-csv.ts';
import { writeParquet } from './write-parquet.ts';

/** What all draws can be written as, by the ending of the file. */
export const DRAWS_FILES = { '.csv': writeCsv, '.parquet': writeParquet } as const;

/** The ending of a file of draws. */
export type DrawsEnding = keyof typeof DRAWS_FILES;

/** Writes all draws to a file for other programs, piece by piece; equal results give equal bytes. */
export function writeDraws(results: Results, ending: DrawsEnding): Iterable<Uint8Array> {
  return DRAWS_FILES[ending](results);
}
