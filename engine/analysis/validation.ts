import type { Summary } from '../statistics/summary.ts';

/** What each report says of a published estimate that an answer of the study is held beside. */
export interface ValidationDescription {
  readonly name: string;
  readonly title: string;
  readonly by: string;
  readonly source: string;
  readonly scenario: string;
  /** The scenario that a change is taken from; "" for a level. */
  readonly against: string;
  readonly compare: 'relative' | 'difference' | 'level';
  readonly unit: string;
  readonly formula: string;
  /** In `unit`; one number: both are the same. */
  readonly published: { readonly low: number; readonly high: number };
  readonly usedInCalibration: boolean;
  readonly why: string;
}

/**
 * The study's own answer to what somebody published.
 * Shape: `outcomes[draw]`. Units: the description's unit.
 */
export interface Validation {
  readonly name: string;
  /** Null, like the summary, where a scenario that it needs was not run. */
  readonly outcomes: Float64Array | null;
  readonly outcome: Summary | null;
  /**
   * Inside: the 5-95% range holds the one number that was published, or the median lies in the range that was,
   * each to half a unit of the last printed digit.
   */
  readonly verdict: 'inside' | 'outside' | 'not run';
  /** Whether the verdict says anything: it was run, and the estimate was not used in calibration. */
  readonly counts: boolean;
}
