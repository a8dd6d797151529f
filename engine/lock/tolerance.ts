import { FIGURES, type FigureName, type Lock, type Tolerance } from './lock.ts';

/** A tolerance that is wider than what chance alone explains of a figure, and no reason beside it. */
export interface WideTolerance {
  readonly measure: string;
  readonly run: string;
  readonly figure: FigureName;
  readonly tolerance: number;
  readonly error: number;
}

/** Finds, for each measure, the figure with the smallest Monte Carlo error that an unexplained tolerance exceeds. */
export function wideTolerances({ measures }: Lock): readonly WideTolerance[] {
  return [...measures].flatMap(([measure, { tolerance, outcomes }]) => {
    if (tolerance.kind === 'exact' || tolerance.why.trim() !== '') return [];
    const wide = [...outcomes].flatMap(([run, outcome]) =>
      FIGURES.map((figure): WideTolerance => {
        const error = outcome[figure].error ?? 0;
        return { measure, run, figure, tolerance: tolerance.value, error };
      }).filter(({ error }) => tolerance.value > error),
    );
    const [smallest] = wide.toSorted((a, b) => a.error - b.error);
    return smallest === undefined ? [] : [smallest];
  });
}

/** Gives the measures that were asked for a tolerance, over those that had one. */
export function mergeTolerances(
  had: ReadonlyMap<string, Tolerance>,
  asked: ReadonlyMap<string, number | null>,
  why: string,
): ReadonlyMap<string, Tolerance> {
  const merged = new Map(had);
  for (const [measure, value] of asked) {
    merged.set(measure, value === null ? { kind: 'exact' } : { kind: 'absolute', value, why });
  }
  return merged;
}
