import type { Silence } from '../engine/index.ts';

/** Says which levers a measure takes for granted and how a scenario sets them; "" where the measure applies. */
export function notApplicable(measure: string, scenario: string, silence: Silence | null): string {
  if (silence === null) return '';
  const { takes, sets } = silence;
  return `Not applicable (n/a): ${measure} takes ${takes} for granted, and ${scenario} sets ${sets}.`;
}
