import type { MeasureDescription, Results, ScenarioDescription } from '../engine/index.ts';
import { appliesTo } from './applies.ts';

/** Lists the scenarios that compete with each other: all that are compared but the reference. */
export function contendersOf({ study }: Results): ScenarioDescription[] {
  return study.scenarios.filter(({ role }) => role !== 'reference');
}

/** Lists the measures that contenders are ranked on: one way is better, and they say something of all contenders. */
export function weighedMeasures(results: Results): MeasureDescription[] {
  const contenders = contendersOf(results);
  return results.study.measures.filter(
    (measure) =>
      measure.better !== 'neither' &&
      contenders.every(({ name }) => appliesTo(measure, name, null)),
  );
}

/** Gives 1 where more of a measure is better, -1 where less is, and 0 where neither way is. */
export function directionOf({ better }: MeasureDescription): number {
  return { higher: 1, lower: -1, neither: 0 }[better];
}
