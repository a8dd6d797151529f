import type { PieceStore, Results, Study } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';
import { packageVersion } from './package-folder.ts';
import { withProgress } from './with-progress.ts';

/** How a study is simulated: none of it changes what comes out. */
export interface Way {
  readonly workers: number;
  readonly block?: number;
  readonly pieces?: PieceStore;
}

/**
 * Runs a study with a bar that fills, and ends cleanly where it is interrupted.
 *
 * Errors: StudyProblems where a value is not finite or a check fails.
 */
export function simulate(study: ReadyStudy, chosen: Study, way: Way): Promise<Results> {
  const { engine, checked, ready, name } = study;
  const changed = { ...checked, ready: { ...ready, study: chosen } };
  const engineVersion = packageVersion();
  const said = way.pieces && 'the same line with --resume goes on';
  return withProgress(
    study,
    (onProgress) => engine.runStudy(changed, { name, engineVersion, ...way, onProgress }),
    said,
  );
}
