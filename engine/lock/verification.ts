import type { SaidChange } from './compare-said.ts';
import type { FigureName } from './lock.ts';
import type { WideTolerance } from './tolerance.ts';

/**
 * Whether something is as it was locked; `missing` from the study now, `new` in it. `not held`: it differs, and a
 * lock that lets a measure move keeps nothing that could tell whether that is little.
 */
export type Verdict = 'exact' | 'within tolerance' | 'changed' | 'missing' | 'new' | 'not held';

/** One input file that is not what it was, and what it says differently as far as a lock can tell. */
export interface InputChange {
  readonly path: string;
  readonly verdict: Verdict;
  readonly said: readonly SaidChange[];
}

/** One figure beside what was locked; in the measure's unit. */
export interface FigureVerdict {
  readonly measure: string;
  readonly unit: string;
  readonly run: string;
  readonly figure: FigureName;
  readonly verdict: Verdict;
  readonly locked: number | null;
  readonly now: number | null;
  readonly difference: number | null;
  /** The difference in Monte Carlo standard errors of the locked figure; null where it has none or one of 0. */
  readonly errors: number | null;
}

/** Something known by its digest alone, beside what was locked. */
export interface DigestVerdict {
  readonly kind: 'measure' | 'run' | 'trajectory' | 'validation' | 'version';
  readonly name: string;
  readonly verdict: Verdict;
  readonly locked: string;
  readonly now: string;
}

/** A lock held against a run. */
export interface Verification {
  readonly inputs: readonly InputChange[];
  /** What is said differently in no file that changed: parts of files that are read together. */
  readonly elsewhere: readonly SaidChange[];
  readonly figures: readonly FigureVerdict[];
  readonly digests: readonly DigestVerdict[];
  /** Tolerances that somebody widened without saying why. */
  readonly wide: readonly WideTolerance[];
  /** Everything is as it was locked, or within what the lock tolerates. */
  readonly passed: boolean;
}
