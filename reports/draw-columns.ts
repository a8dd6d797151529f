import type { Results, Run } from '../engine/index.ts';

/** Name of the sheet that holds all draws. */
export const DRAWS = 'Draws';

/** Name of the area that holds the outcomes, one row per draw; column k of it is the k-th of `drawColumns`. */
export const DRAWS_ALL = 'draws_all';

/** More cells than this take a spreadsheet program minutes to open. */
const MOST_CELLS = 20_000_000;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Rows above the draws and columns beside the outcomes never take more than this. */
const MARGIN = 1_000;

/** One column of outcomes: a measure of a scenario under a condition; `condition` null is the run as drawn. */
export interface DrawColumn {
  readonly measure: string;
  readonly scenario: string;
  readonly condition: string | null;
  readonly run: Run;
  /** Where the measure stands in `run.outcomes`. */
  readonly index: number;
}

/** Finds the number of a column of `draws_all`, from 1; undefined where the results have no such run. */
export type FindDrawColumn = (
  measure: string,
  scenario: string,
  condition: string | null,
) => number | undefined;

/**
 * Lists the columns of the sheet Draws: as drawn first, then imposed conditions, then selections; within each
 * measure by measure, and within a measure scenario by scenario, in the study's order.
 *
 * Shape: as drawn every scenario has every measure, so that column (m - 1) * scenarios + s is the m-th measure of
 * the s-th scenario.
 */
export function drawColumns({ study, runs }: Results): DrawColumn[] {
  const { conditions, measures, scenarios } = study;
  const imposed = conditions.filter(({ kind }) => kind === 'impose');
  const selected = conditions.filter(({ kind }) => kind === 'when');
  const ordered = [null, ...[...imposed, ...selected].map(({ name }) => name)];
  return ordered.flatMap((condition) => {
    const found = scenarios.flatMap(({ name }) => {
      const run = runs.find((one) => one.scenario === name && one.condition === condition);
      return run === undefined ? [] : [run];
    });
    return measures.flatMap(({ name: measure }, index) =>
      found.map((run) => ({ measure, scenario: run.scenario, condition, run, index })),
    );
  });
}

/** Prepares the look-up of columns. */
export function drawColumnFinder(results: Results): FindDrawColumn {
  const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts);
  const numbers = new Map(
    drawColumns(results).map(({ measure, scenario, condition }, at) => [
      key(measure, scenario, condition),
      at + 1,
    ]),
  );
  return (measure, scenario, condition) => numbers.get(key(measure, scenario, condition));
}

/** Names a column for programs: "gdp | no-offer | as drawn". */
export function drawHeader({
  measure,
  scenario,
  condition,
}: Pick<DrawColumn, 'measure' | 'scenario' | 'condition'>): string {
  return `${measure} | ${scenario} | ${condition ?? 'as drawn'}`;
}

/** Tells whether all draws fit the workbook; where they do not, its figures are plain values. */
export function drawsFit(results: Results): boolean {
  const { draws } = results.provenance;
  const columns = drawColumns(results).length;
  return (
    draws * columns <= MOST_CELLS && draws + MARGIN <= MOST_ROWS && columns + MARGIN <= MOST_COLUMNS
  );
}
