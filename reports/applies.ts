import type { MeasureDescription } from '../engine/index.ts';

/** Tells whether a measure says something of a scenario, as drawn (null) or under a condition. */
export function appliesTo(
  { appliesNot }: Pick<MeasureDescription, 'appliesNot'>,
  scenario: string,
  condition: string | null,
): boolean {
  return !appliesNot.some((one) => one.scenario === scenario && one.condition === condition);
}
