import type { Say } from './language/say.ts';

/** Says why levels are medians and changes are means, wherever both stand. */
export function changesAreMeans(say: Say): string {
  return say(
    'Levels are medians over the draws, changes are means: where a scenario only moves a chance, most draws change by nothing, and the median of the changes would hide what the others do.',
  );
}
