import type { StatementKind } from '../difference/statement.ts';
import type { Figure } from '../statistics/figure.ts';

/** The figures that are kept of an outcome, in the order in which they are written. */
export const FIGURES = ['mean', 'median', 'p5', 'p95'] as const;

/** One of the figures that are kept of an outcome. */
export type FigureName = (typeof FIGURES)[number];

/** How far a measure may move before it counts as changed; `value` in its unit. */
export type Tolerance =
  | { readonly kind: 'exact' }
  | { readonly kind: 'absolute'; readonly value: number; readonly why: string };

/** The figures of one run: a scenario as drawn ("package") or under a condition ("package under deal"). */
export type Outcome = Readonly<Record<FigureName, Figure>>;

/** What is kept of a measure. */
export interface LockedMeasure {
  readonly unit: string;
  readonly tolerance: Tolerance;
  /** Of all draws of the measure in all runs, to the bit. */
  readonly digest: string;
  /** By run: those as drawn, and those under conditions too where the measure has a tolerance. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** What is said, by kind and name: a short text where there is one, and a digest of all of it. */
export type SaidLines = ReadonlyMap<StatementKind, ReadonlyMap<string, string>>;

/** What a study said and what came out: enough to tell later what has changed. */
export interface Lock {
  readonly engine: string;
  readonly numerics: string;
  readonly generator: string;
  readonly sampling: string;
  readonly seed: string;
  readonly draws: number;
  /** Of everything computed. */
  readonly digest: string;
  /** Why the numbers were accepted each time, the latest last. */
  readonly reasons: readonly string[];
  /** SHA-256 of each input file, by path. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly said: SaidLines;
  readonly measures: ReadonlyMap<string, LockedMeasure>;
  /** By run: a digest of its exact measures. */
  readonly runs: ReadonlyMap<string, string>;
  readonly trajectories: ReadonlyMap<string, string>;
  readonly validations: ReadonlyMap<string, string>;
}

/** Makes the tolerance of a measure for which none was asked. */
export const EXACT: Tolerance = { kind: 'exact' };
