import type { Provenance } from '../analysis/results.ts';
import type { Lock } from './lock.ts';

/** What the lock of a study says of a run before anything is compared. */
export interface LockState {
  /** How many draws the lock was made with; a run may have others. */
  readonly draws: number;
  /** Input files that are not those that were locked, and the arithmetic where its version differs; empty where all are. */
  readonly changed: readonly string[];
}

/** Holds what a run was made from against a lock; what came out is for `compareLock`. */
export function lockState(lock: Lock, { inputs, numericsVersion }: Provenance): LockState {
  const now = new Map(
    inputs
      .filter(({ path }) => !path.startsWith('texts/'))
      .map(({ path, sha256 }) => [path, sha256]),
  );
  const paths = [...new Set([...lock.inputs.keys(), ...now.keys()])].sort();
  const changed = paths.filter((path) => lock.inputs.get(path) !== now.get(path));
  const arithmetic = lock.numerics === numericsVersion ? [] : ['numerics'];
  return { draws: lock.draws, changed: [...changed, ...arithmetic] };
}
