import { ENVIRONMENT } from '../formula/operation.ts';

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

/** The generated code of a program; see `writeKernel` for what each function does. */
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

/**
 * Turns generated text into functions. The only place where text becomes code; it guards against mistakes
 * and is no sandbox.
 */
export function loadKernel(source: string): Kernel {
  const names = Object.keys(ENVIRONMENT);
  const make = new Function(...names, source);
  return make(...names.map((name) => ENVIRONMENT[name])) as Kernel;
}
