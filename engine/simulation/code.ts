import { openJavascript } from '../javascript/open-javascript.ts';
import type { Kernel, Sizes } from '../kernel/kernel.ts';
import { openModule } from '../simd/open-module.ts';

/** What routines can become. The results have the same bits. */
export const BACK_ENDS = ['js', 'wasm'] as const;

/** One of the back ends. */
export type BackEnd = (typeof BACK_ENDS)[number];

/** The code of a program as threads are given it, and how many draws it handles together. */
export type Code =
  | { readonly backEnd: 'js'; readonly text: string; readonly block: number }
  | { readonly backEnd: 'wasm'; readonly module: WebAssembly.Module; readonly block: number };

/** Loads code, with a memory of its own. */
export function openKernel(code: Code, sizes: Sizes): Kernel {
  return code.backEnd === 'js'
    ? openJavascript(code.text, sizes, code.block)
    : openModule(code.module, sizes, code.block);
}
