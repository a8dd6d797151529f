import { writeJavascript } from '../javascript/write-javascript.ts';
import { writeModule } from '../simd/write-module.ts';
import type { BackEnd, Code } from './code.ts';
import type { PreparedProgram } from './plan.ts';

/** How a program is compiled; what is left out is what is fast. */
export interface CompileOptions {
  readonly backEnd?: BackEnd | undefined;
  /** Draws handled together. */
  readonly block?: number;
}

/** The back end that is used where none is asked for. */
export const DEFAULT_BACK_END: BackEnd = 'wasm';

/** Draws handled together where nothing else is asked for. */
const BLOCKS: Readonly<Record<BackEnd, number>> = { js: 256, wasm: 128 };

/** Makes the code of a program's routines, once for all threads. */
export function compile({ routines, plan }: PreparedProgram, options: CompileOptions): Code {
  const { backEnd = DEFAULT_BACK_END, block = BLOCKS[backEnd] } = options;
  if (backEnd === 'js') return { backEnd, text: writeJavascript(routines), block };
  return { backEnd, module: new WebAssembly.Module(writeModule(routines, plan, block)), block };
}
