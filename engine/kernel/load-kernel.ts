import { ENVIRONMENT } from '../formula/operation.ts';
import { strangeCode } from './check-code.ts';

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
 * Turns generated text into functions. The only place where text becomes code.
 *
 * Errors: throws where the text holds anything but what the generator writes.
 */
export function loadKernel(source: string): Kernel {
  const strange = strangeCode(source);
  if (strange !== null) throw new Error(`generated code holds ${JSON.stringify(strange)}`);
  const names = Object.keys(ENVIRONMENT);
  const make = new Function(...names, source);
  return make(...names.map((name) => ENVIRONMENT[name])) as Kernel;
}
