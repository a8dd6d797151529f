import { UsageError } from './exit-code.ts';
import type { ReadyStudy } from './open-study.ts';

/**
 * Makes sure that a study has a measure.
 *
 * Errors: UsageError with the name that was probably meant.
 */
export function checkMeasure({ ready, engine }: ReadyStudy, name: string): void {
  const known = ready.study.measures.map((measure) => measure.name);
  if (known.includes(name)) return;
  const hint = engine.hintFor(name, known) ?? `its measures: ${known.join(', ')}`;
  throw new UsageError(`the study has no measure "${name}"; ${hint}`);
}
