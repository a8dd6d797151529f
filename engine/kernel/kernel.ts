/** Columns of numbers, one per draw of a block. */
export type Columns = readonly Float64Array[];

/** What the memory of a program's kernel is made for. */
export interface Sizes {
  readonly steps: number;
  readonly columnCount: number;
  readonly steppedCount: number;
  readonly constantCount: number;
  readonly answerCount: number;
  /** The most unknowns that are solved for together; 0 where nothing is. */
  readonly largestSystem: number;
  /** What is looked back at: its column, the columns of its past, and how many steps are held. */
  readonly rings: readonly {
    readonly column: number;
    readonly depth: number;
    readonly past: readonly { readonly column: number; readonly lag: number }[];
  }[];
  readonly series: readonly unknown[];
  readonly aggregates: readonly unknown[];
}

/** The numbers of a run that no draw changes. Shape: `stepped[step * steppedCount + index]`. */
export interface SharedNumbers {
  readonly constants: Float64Array;
  readonly stepped: Float64Array;
}

/** The memory that blocks of draws are computed in, made once for a thread. */
export interface Workspace {
  /** How many draws are handled together. */
  readonly block: number;
  readonly columns: Float64Array[];
  /** Shape: `rings[k][step % depth]`. */
  readonly rings: readonly Columns[];
  /** Shape: `series[k][step * block + draw]`. */
  readonly series: Columns;
  readonly aggregates: Columns;
  readonly answers: Columns;
  /** Not 0 where something of a draw is not finite or a check does not hold. */
  readonly flaws: Float64Array;
}

/** The code of a program's routines with its memory: what every back end comes to. */
export interface Kernel {
  readonly space: Workspace;
  /** Lets the columns of what is looked back at stand for a step and the steps before it. */
  readonly turn: (step: number) => void;
  /** Takes the numbers of a run. */
  readonly begin: (numbers: SharedNumbers) => void;
  /** Runs what comes before the first step, for the first `count` draws of the block. */
  readonly start: (count: number) => void;
  readonly step: (step: number, count: number) => void;
  readonly answer: (count: number) => void;
}
