import { ENVIRONMENT } from '../formula/operation.ts';
import type { Columns } from '../kernel/kernel.ts';
import { strangeCode } from './check-code.ts';

type RoutineFunction = (
  columns: Columns,
  constants: Float64Array,
  stepped: Float64Array,
  base: number,
  flaws: Float64Array,
  count: number,
) => void;

/** The functions of generated text; see `writeJavascript` for what each of them does. */
export interface Functions {
  readonly starts: readonly RoutineFunction[];
  readonly steps: readonly RoutineFunction[];
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
export function loadJavascript(source: string): Functions {
  const strange = strangeCode(source);
  if (strange !== null) throw new Error(`generated code holds ${JSON.stringify(strange)}`);
  const names = Object.keys(ENVIRONMENT);
  const make = new Function(...names, source);
  return make(...names.map((name) => ENVIRONMENT[name])) as Functions;
}
