import type { PlainResults, Results, RunOptions, Study } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';
import { packageVersion } from './package-folder.ts';
import { withProgress } from './with-progress.ts';

/** How a study is simulated: none of it changes what comes out. */
export type Way = Pick<RunOptions, 'workers' | 'block' | 'backEnd' | 'pieces'>;

/**
 * Runs a study with a bar that fills, and ends cleanly where it is interrupted.
 *
 * Errors: StudyProblems where a value is not finite or a check fails.
 */
export function simulate(study: ReadyStudy, chosen: Study, way: Way): Promise<Results> {
  return simulateBy(study.engine.runStudy, study, chosen, way);
}

/**
 * Does the same up to where anything is compared, for what is only locked.
 *
 * Errors: as those of `simulate`.
 */
export function simulatePlainly(study: ReadyStudy, chosen: Study, way: Way): Promise<PlainResults> {
  return simulateBy(study.engine.runPlainly, study, chosen, way);
}

function simulateBy<T>(
  run: (checked: ReadyStudy['checked'], options: RunOptions) => Promise<T>,
  study: ReadyStudy,
  chosen: Study,
  way: Way,
): Promise<T> {
  const { checked, ready, name } = study;
  const changed = { ...checked, ready: { ...ready, study: chosen } };
  const engineVersion = packageVersion();
  const said = way.pieces && 'the same line with --resume goes on';
  return withProgress(
    study,
    (onProgress) => run(changed, { name, engineVersion, ...way, onProgress }),
    said,
  );
}
