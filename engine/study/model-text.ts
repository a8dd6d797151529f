import type { Distribution } from '../distribution/distribution.ts';
import type { Position } from '../problem.ts';
import type { Unit } from '../quantity/unit.ts';
import type { SourceText } from '../source/document.ts';
import type { Path } from './path.ts';

/** The time grid. `start` and `stepMonths` are in months; step t covers start + t * stepMonths up to the next. */
export interface Clock {
  readonly start: number;
  readonly steps: number;
  readonly stepMonths: number;
  readonly stepName: 'month' | 'quarter' | 'year';
}

/** A formula as typed, still text, knowing where it stands. */
export interface FormulaText {
  readonly text: SourceText;
  readonly position: Position;
}

/** One index of an equation: the name formulas use for it and the set it runs through. */
export interface Index {
  readonly name: string;
  readonly set: string;
}

/** What a lever or assumption is indexed by, and every tuple of elements in order; "" for a scalar. */
export interface Extent {
  readonly over: readonly Index[];
  readonly elements: readonly string[];
}

/** What decides whether a term acts: a formula, read once at the end of the step before the term's date. */
export interface When {
  readonly formula: FormulaText;
  /** In months since the year 0. */
  readonly date: number;
  readonly datePosition: Position;
}

/** A named, dated act on a schedule. Only `in force` has an effect. */
export interface Term {
  readonly name: string;
  readonly status: 'announced' | 'in force' | 'suspended';
  readonly text: string;
  readonly act: (path: Path, bare: Path) => Path;
  /** Null where it acts in any case. */
  readonly when: When | null;
}

/** What one file says of one lever element: a path in time or an uncertainty, and the terms on it. */
export interface LeverSetting {
  /** What holds where no term with a `when:` acts. */
  readonly value: Path | Distribution;
  /** By which of the terms with a `when:` act, as bits of the index: the path then. Empty where there are none. */
  readonly outcomes: readonly Path[];
  readonly text: string;
  readonly terms: readonly Term[];
  readonly position: Position;
}

/** An input that a negotiating party sets. Dates are months since the year 0; yes is 1 and no 0. */
export interface Lever {
  readonly module: string;
  readonly name: string;
  readonly about: string;
  readonly type: 'quantity' | 'date' | 'yes/no';
  readonly unit: Unit;
  readonly extent: Extent;
  readonly within: readonly [number, number] | null;
  readonly linear: boolean;
  readonly defaults: ReadonlyMap<string, LeverSetting>;
  readonly position: Position;
}

/** What an assumption is for one element. `central` is the value of the central path, in base units. */
export interface AssumptionSetting {
  readonly central: number;
  readonly distribution: Distribution | null;
  readonly text: string;
  readonly position: Position;
}

/** Where an assumption's value for one element comes from: the id of a source or `judgement`, and the reasoning. */
export interface Evidence {
  readonly source: string;
  readonly why: string;
}

/** An input nobody in the study sets. */
export interface Assumption {
  readonly module: string;
  readonly name: string;
  readonly about: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly settings: ReadonlyMap<string, AssumptionSetting>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly position: Position;
}

/** A random input drawn anew at every step. */
export interface Shock {
  readonly module: string;
  readonly name: string;
  readonly about: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly distribution: Distribution;
  readonly text: string;
  readonly position: Position;
}

/** What a stock was before the first step: a formula, a dated table, or one of these for each element. */
export type Starts =
  | { readonly kind: 'formula'; readonly formula: FormulaText }
  | { readonly kind: 'table'; readonly path: Path; readonly text: string }
  | { readonly kind: 'elements'; readonly elements: ReadonlyMap<string, Starts> };

/** `name = formula`. */
export interface Equation {
  readonly module: string;
  readonly name: string;
  readonly about: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly starts: Starts | null;
  readonly formula: FormulaText;
  readonly position: Position;
}

/** Where a search begins: a formula, or a quantity whose unit no formula could spell, in base units. */
export type Guess =
  | { readonly kind: 'formula'; readonly formula: FormulaText }
  | { readonly kind: 'quantity'; readonly value: number; readonly text: string };

/** What is solved for: the value at which `residual` vanishes, together with the others of its system. */
export interface Unknown {
  readonly module: string;
  readonly name: string;
  /** The `solve` block it stands in, and what that is about. */
  readonly block: string;
  readonly about: string;
  readonly unit: Unit;
  readonly extent: Extent;
  readonly starts: Starts | null;
  readonly guess: Guess;
  readonly residual: FormulaText;
  readonly tolerance: number;
  readonly iterations: number;
  readonly position: Position;
}

/** A condition that holds on every draw and step. */
export interface Check {
  readonly module: string;
  readonly name: string;
  readonly formula: FormulaText;
}

/** One file of the model. */
export interface Module {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly levers: readonly Lever[];
  readonly assumptions: readonly Assumption[];
  readonly shocks: readonly Shock[];
  readonly equations: readonly Equation[];
  readonly unknowns: readonly Unknown[];
  readonly checks: readonly Check[];
}

/** Modules and the sets they share. */
export interface ModelText {
  readonly sets: ReadonlyMap<string, readonly string[]>;
  readonly modules: readonly Module[];
}

/** A value somebody set, and which file said so. */
export interface Setting<T> {
  readonly value: T;
  readonly file: string;
}

/** Settings by `module.name` and then by element. */
export type Settings<T> = ReadonlyMap<string, ReadonlyMap<string, Setting<T>>>;
