import type { Position } from '../problem.ts';

/** A file of the study and a line in it. */
export type Place = Pick<Position, 'file' | 'line'>;

/** Keeps of a position what a reader looks up. */
export function placeIn({ file, line }: Position): Place {
  return { file, line };
}
