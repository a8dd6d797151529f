import type { MeasureDescription, Results, ScenarioDescription } from '../engine/index.ts';

/** Lists the scenarios that compete with each other: all that are compared but the reference. */
export function contendersOf({ study }: Results): ScenarioDescription[] {
  return study.scenarios.filter(({ role }) => role !== 'reference');
}

/** Lists the measures on which scenarios can be ranked: those of which one way is better. */
export function directedMeasures({ study }: Results): MeasureDescription[] {
  return study.measures.filter(({ better }) => better !== 'neither');
}

/** Gives 1 where more of a measure is better, -1 where less is, and 0 where neither way is. */
export function directionOf({ better }: MeasureDescription): number {
  return { higher: 1, lower: -1, neither: 0 }[better];
}
