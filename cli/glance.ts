import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findStudy } from './find-study.ts';
import { type RunArguments, type RunSettings, readSettings, refuseUneven } from './run-settings.ts';

/** Enough to see what a whole reading will find; what is written otherwise is met later. */
const HYPERCUBES = /^sampling: *["']?latin-hypercube\b/m;

function isSplit(study: string): boolean {
  try {
    return HYPERCUBES.test(readFileSync(join(findStudy(study).folder, 'study.yaml'), 'utf8'));
  } catch {
    // Whoever reads the study says what is wrong with it.
    return false;
  }
}

/**
 * Reads the settings of a run and refuses those that cannot be right for a study before all of that is read, which
 * takes seconds where it is large.
 *
 * Errors: UsageError.
 */
export async function readSettingsFor(
  studies: readonly string[],
  args: RunArguments,
): Promise<RunSettings> {
  const settings = readSettings(args);
  if (settings.draws !== undefined && studies.some(isSplit)) {
    refuseUneven(settings.draws, await import('../engine/index.ts'));
  }
  return settings;
}

/**
 * Refuses draws and threads that cannot be right, as `readSettingsFor` does.
 *
 * Errors: UsageError.
 */
export async function refuseEarly(
  studies: readonly string[],
  { draws, workers }: Pick<RunArguments, 'draws' | 'workers'>,
): Promise<void> {
  await readSettingsFor(studies, { study: '', draws, workers, format: 'text' });
}
