import { onInterrupt, type StopListening } from './interrupt.ts';
import { type ReadyStudy, StudyProblems } from './open-study.ts';
import { type Progress, showProgress } from './progress.ts';

/** Told how many of all simulations are done; begins anew where work has several parts. */
export type OnProgress = (done: number, all: number) => void;

/**
 * Does long work on a study with a bar that fills, and ends cleanly, with a word, where it is interrupted.
 *
 * Errors: StudyProblems where a value is not finite or a check fails.
 */
export async function withProgress<T>(
  study: ReadyStudy,
  work: (onProgress: OnProgress) => Promise<T>,
  said = 'no file was written',
): Promise<T> {
  let bar: Progress | undefined;
  const listen = () =>
    onInterrupt(() => {
      bar?.finish();
      return said;
    });
  let stopListening: StopListening | null = listen();
  const onProgress = (done: number, all: number) => {
    if (done === 0) {
      stopListening ??= listen();
      bar = showProgress(study.name, all);
    }
    bar?.update(done);
    if (done < all) return;
    void stopListening?.();
    stopListening = null;
  };
  try {
    return await work(onProgress);
  } catch (error) {
    if (error instanceof study.engine.ProblemError) throw new StudyProblems(study, error.problems);
    throw error;
  } finally {
    bar?.finish();
    await (stopListening as StopListening | null)?.();
  }
}
