import type { Results, Study } from '../engine/index.ts';
import { onInterrupt } from './interrupt.ts';
import { type ReadyStudy, StudyProblems } from './open-study.ts';
import { packageVersion } from './package-folder.ts';
import { type Progress, showProgress } from './progress.ts';

/**
 * Runs a study with a bar that fills, and ends cleanly where it is interrupted.
 *
 * Errors: StudyProblems where a value is not finite or a check fails.
 */
export async function simulate(
  study: ReadyStudy,
  chosen: Study,
  workers: number,
  block?: number,
): Promise<Results> {
  const { engine, checked, ready, name } = study;
  const changed = { ...checked, ready: { ...ready, study: chosen } };
  let bar: Progress | undefined;
  const stopListening = onInterrupt(() => bar?.finish());
  const onProgress = (done: number, all: number) => {
    bar ??= showProgress(name, all);
    bar.update(done);
    if (done === all) stopListening();
  };
  try {
    return await engine.runStudy(changed, {
      name,
      engineVersion: packageVersion(),
      workers,
      ...(block === undefined ? {} : { block }),
      onProgress,
    });
  } catch (error) {
    if (error instanceof engine.ProblemError) throw new StudyProblems(study, error.problems);
    throw error;
  } finally {
    bar?.finish();
    stopListening();
  }
}
