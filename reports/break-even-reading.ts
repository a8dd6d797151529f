import type { BreakEven } from '../engine/index.ts';
import type { Say } from './language/say.ts';

/** Puts the break-even into words, so that a ratio without meaning is not read as one with. */
export function readingOf(say: Say, { rise, cost, gain }: BreakEven): string {
  if (cost.mean.value === null || gain.mean.value === null) return say('no draws');
  if (cost.mean.value <= 0) return say('costs nothing here');
  if (gain.mean.value <= 0) return say('success gains nothing');
  if (rise.value === null) return say('no draws');
  if (rise.value > 1) return say('never pays here');
  return say('pays from +{points} points', { points: (rise.value * 100).toFixed(1) });
}
