import { compile } from 'mathjs';
import type { Term } from '../../../engine/formula/term.ts';
import { printMathjs } from './print-mathjs.ts';

/** Where formulas of mathjs find their variables. */
export type Scope = Map<string, unknown>;

/** A formula as mathjs compiles it. */
export type Formula = (scope: Scope) => number;

/** Compiles a term with mathjs, as somebody would who uses mathjs alone. */
export function compileFormula(term: Term): Formula {
  const code = compile(printMathjs(term));
  return (scope) => Number(code.evaluate(scope));
}
