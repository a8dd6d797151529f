import type { Bands, Results, Run } from '../engine/index.ts';
import { formatFor } from './format.ts';
import type { Format } from './style.ts';

/** Finds the run of a scenario with nothing imposed. */
export function runAsDrawn(results: Results, scenario: string): Run | undefined {
  return results.runs.find((run) => run.scenario === scenario && run.condition === null);
}

/** Chooses the number format of a trajectory, the same in all scenarios. */
export function bandFormat(results: Results, index: number): Format {
  const values = function* () {
    for (const { bands } of results.runs) if (bands[index]) yield* edges(bands[index]);
  };
  return formatFor(values(), { unit: results.study.trajectories[index]!.unit });
}

function* edges(bands: Bands): Generator<number> {
  yield* bands.p5;
  yield* bands.median;
  yield* bands.p95;
}
