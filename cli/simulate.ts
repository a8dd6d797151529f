import type { Results, RunOptions, Study } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';
import { packageVersion } from './package-folder.ts';
import { withProgress } from './with-progress.ts';

/**
 * Runs a study with a bar that fills, and ends cleanly where it is interrupted.
 *
 * Errors: StudyProblems where a value is not finite or a check fails.
 */
export function simulate(
  study: ReadyStudy,
  chosen: Study,
  how: Pick<RunOptions, 'workers' | 'block' | 'backEnd'>,
): Promise<Results> {
  const { engine, checked, ready, name } = study;
  const changed = { ...checked, ready: { ...ready, study: chosen } };
  const engineVersion = packageVersion();
  return withProgress(study, (onProgress) =>
    engine.runStudy(changed, { name, engineVersion, ...how, onProgress }),
  );
}
