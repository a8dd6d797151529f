import type { Lock, Tolerance } from '../engine/index.ts';
import type { ReadyStudy } from './open-study.ts';
import type { Typed } from './options.ts';
import { readSettings, settle } from './run-settings.ts';
import { simulatePlainly } from './simulate.ts';

/** How a study is run for its lock. */
export interface LockRun {
  readonly draws?: Typed;
  readonly workers?: Typed;
  /** The draws of the lock that there is, where none are asked for. */
  readonly locked?: number | undefined;
}

/** Runs a whole study and makes the lock of what came out. */
export async function runToLock(
  study: ReadyStudy,
  terms: {
    readonly tolerances: ReadonlyMap<string, Tolerance>;
    readonly reasons: readonly string[];
  },
  { draws, workers, locked }: LockRun,
): Promise<Lock> {
  const settings = readSettings({ study: study.name, draws, workers, format: 'text' });
  const chosen = settle(study, { ...settings, draws: settings.draws ?? locked });
  const results = await simulatePlainly(study, chosen, { workers: settings.workers });
  return study.engine.makeLock(study.ready.study, results, terms);
}
