import type { Results } from '../engine/index.ts';
import { contendersOf, directionOf, weighedMeasures } from './contenders.ts';
import { DRAWS, type DrawColumn, drawColumnFinder, drawColumns } from './draw-columns.ts';
import { areaOf, type Formula } from './formula.ts';

/** Name of the area that holds the best outcome of each draw, a column for each measure of which one way is better. */
export const DRAWS_BEST = 'draws_best';

/** A helper column of the sheet Draws: the best of the contenders on a measure, as drawn. */
export interface BestColumn {
  readonly measure: string;
  readonly direction: number;
  /** Numbers of the columns of `draws_all` that it is the best of, ascending. */
  readonly from: readonly number[];
  readonly columns: readonly DrawColumn[];
}

/** Lists the helper columns in their order: column b of `draws_best` is the b-th. */
export function bestColumns(results: Results): BestColumn[] {
  const find = drawColumnFinder(results);
  const all = drawColumns(results);
  const contenders = contendersOf(results);
  return weighedMeasures(results).map((measure) => {
    const from = contenders.map(({ name }) => find(measure.name, name, null)!);
    const columns = from.map((number) => all[number - 1]!);
    return { measure: measure.name, direction: directionOf(measure), from, columns };
  });
}

/** Names a helper column for programs. */
export function bestHeader({ measure }: Pick<BestColumn, 'measure'>): string {
  return `${measure} | best of the contenders | as drawn`;
}

/** Writes the best of one draw, which stands in a row of the sheet Draws below its number. */
export function bestInRow({ direction, from }: BestColumn, row: number): Formula {
  const areas = neighbours(from).map(([first, last]) =>
    areaOf(DRAWS, [row, first + 1], [row, last + 1], 'none'),
  );
  const listed = areas.flatMap((area, at) => (at === 0 ? [area] : [',', area]));
  return [direction > 0 ? 'MAX(' : 'MIN(', ...listed, ')'];
}

/** Computes the best of one draw. Shape: as drawn, where draw k is the k-th of a run. */
export function bestOfDraw({ direction, columns }: BestColumn, draw: number): number {
  let best = -direction * Number.POSITIVE_INFINITY;
  for (const { run, index } of columns) {
    const value = run.outcomes[index]![draw]!;
    if (direction * value > direction * best) best = value;
  }
  return best;
}

/** Joins numbers that follow on each other to spans. */
function neighbours(numbers: readonly number[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans;
}
