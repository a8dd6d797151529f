/** Columns of numbers, one per draw of a block. */
export type Columns = readonly Float64Array[];

type StepFunction = (
  columns: Columns,
  constants: Float64Array,
  stepped: Float64Array,
  base: number,
  flaws: Float64Array,
  count: number,
) => void;

/** The functions of a program's routines. */
export interface Kernel {
  readonly starts: readonly StepFunction[];
  readonly steps: readonly StepFunction[];
  readonly answers: (
    aggregates: Columns,
    columns: Columns,
    constants: Float64Array,
    answers: Columns,
    flaws: Float64Array,
    count: number,
  ) => void;
}
