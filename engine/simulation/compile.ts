import { writeJavascript } from '../javascript/write-javascript.ts';
import { writeModule } from '../simd/write-module.ts';
import type { BackEnd, Code } from './code.ts';
import type { PreparedProgram } from './plan.ts';

/** The back end that is used where none is asked for. */
export const DEFAULT_BACK_END: BackEnd = 'wasm';

/** Makes the code of a program's routines for blocks of so many draws, once for all threads. */
export function compile(
  { routines, plan }: PreparedProgram,
  backEnd: BackEnd,
  block: number,
): Code {
  if (backEnd === 'js') return { backEnd, text: writeJavascript(routines), block };
  return { backEnd, module: new WebAssembly.Module(writeModule(routines, plan, block)), block };
}
