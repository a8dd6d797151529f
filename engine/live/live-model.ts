import type { Term } from '../formula/term.ts';
import type { AggregateKind } from '../model/aggregate.ts';
import type { VariableKind } from '../model/model.ts';

/**
 * What a row of the live model is: a variable of the model, or `number`, a number that formulas name; `part`, what was
 * taken out of a formula; `search`, one number of a search for unknowns; `check`, 1 where a check of the model holds;
 * `aggregate` and `answer`, one number for the whole path.
 */
export type LiveKind = VariableKind | 'number' | 'search' | 'check' | 'aggregate' | 'answer';

/** What a row of a search holds, in the order in which a round computes them. */
export type SearchRole =
  | 'tried'
  | 'equation'
  | 'part'
  | 'residual'
  | 'size'
  | 'solved'
  | 'slope'
  | 'elimination'
  | 'step';

/** An aggregate over time of another row; `step` is that of `at`, `rate` that of `discounted`. */
export interface LiveAggregate {
  readonly kind: Exclude<AggregateKind, 'irr'>;
  readonly source: number;
  readonly step: number;
  readonly rate: Term;
}

/** How a row is computed. Terms read other rows: a slot is an index in `rows`. An input's value is chosen by the run. */
export type LiveRule =
  | { readonly kind: 'input' }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'aggregate'; readonly aggregate: LiveAggregate };

/** What a row was before the first step: a term over constants and the first step, or a number for each lag from 1. */
export type LiveStarts =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'table'; readonly byLag: readonly number[] };

/** How far back a row is read, and what it was then. Shape: `values[lag - 1]`. */
export interface LivePast {
  readonly lag: number;
  readonly starts: LiveStarts;
  readonly values: Float64Array;
}

/**
 * One row: a number for every step, or one for all of them where `varies` is false; such a row reads others at the
 * first step. Every term of a row can be written as one formula of a spreadsheet.
 *
 * Units: values are in base units; `factor` of them are one of `unit`.
 */
export interface LiveRow {
  readonly kind: LiveKind;
  /** `module.name`; of what a part, search or check belongs to; the text of a number or a watched formula. */
  readonly key: string;
  readonly element: string;
  readonly unit: string;
  readonly factor: number;
  readonly role: SearchRole | null;
  /** The round of a search, from 0; -1 for what is computed from what it came to, and for rows of no search. */
  readonly round: number;
  readonly varies: boolean;
  readonly rule: LiveRule;
  readonly past: LivePast | null;
  /** On the central path of the run that is shown first. */
  readonly values: Float64Array;
}

/** The values that one input takes in some runs: `draws` where it is drawn, else null. Units: base. */
export interface LiveSetting {
  readonly slot: number;
  readonly central: number;
  readonly draws: Float64Array | null;
}

/** A path that one input takes in some runs, by step. Units: base. */
export interface LivePath {
  readonly slot: number;
  readonly values: Float64Array;
}

/** Where an input's value comes from in each run: an index in `settings`, or in `paths`. */
export interface LiveInput {
  readonly slot: number;
  readonly choices: readonly { readonly kind: 'setting' | 'path'; readonly index: number }[];
}

/** A shock's values. Shape: `draws[draw * steps + step]`; `central` holds at every step. */
export interface LiveShock {
  readonly slot: number;
  readonly central: number;
  readonly draws: Float64Array;
}

/** A scenario, as drawn or under a condition that is imposed. */
export interface LiveRun {
  readonly scenario: string;
  readonly condition: string | null;
}

/** The row that answers a measure, and what the engine computed on the central path of each run, in the measure's unit. */
export interface LiveMeasure {
  readonly name: string;
  readonly slot: number;
  readonly central: readonly number[];
}

/** Unknowns that are solved for together, and how the rows do it. */
export interface LiveSystem {
  readonly unknowns: readonly number[];
  /** Newton steps that the rows make; null where the unknowns are inputs: the engine's values of the central path. */
  readonly steps: number | null;
  /** The row that is 1 where the residuals are small enough. */
  readonly solved: number;
}

/**
 * One path of a whole model as rows that a spreadsheet can compute, what feeds it in every run, and what must come
 * out.
 */
export interface LiveModel {
  readonly steps: number;
  readonly stepMonths: number;
  /** How many steps before the first are looked back at. */
  readonly history: number;
  readonly rows: readonly LiveRow[];
  readonly runs: readonly LiveRun[];
  /** The run that is shown first: the baseline as drawn. */
  readonly shown: number;
  readonly draws: number;
  readonly inputs: readonly LiveInput[];
  readonly settings: readonly LiveSetting[];
  readonly paths: readonly LivePath[];
  readonly shocks: readonly LiveShock[];
  readonly measures: readonly LiveMeasure[];
  readonly systems: readonly LiveSystem[];
  readonly checks: readonly number[];
  /** Rows that are 1 where every system is solved, and where every check holds, at every step; null for none. */
  readonly allSolved: number | null;
  readonly allHold: number | null;
  /** The rows that hold the length of a step, and the years from the start to the middle of each step. */
  readonly stepSlot: number;
  readonly yearsSlot: number;
}
