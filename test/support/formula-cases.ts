import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equationOf, type FormulaParts } from './formula-study.ts';

/** A formula from a file of cases, as an equation of the study, and the indented lines below it. */
export interface FormulaCase {
  readonly line: string;
  readonly formula: string;
  readonly unit: string;
  readonly parts: FormulaParts;
  readonly below: readonly string[];
}

function caseOf(block: string): FormulaCase {
  const [line = '', ...below] = block.split('\n').filter((each) => each.trim() !== '');
  const [formula = '', unit = '1', over = ''] = line.split(' | ');
  const parts = { equations: equationOf(formula, unit, over) };
  return { line, formula, unit, parts, below: below.map((each) => each.trim()) };
}

/** Reads cases: `formula | unit | over`, then indented lines; lines that begin with a # are headings. */
export function formulaCases(name: string): readonly FormulaCase[] {
  const path = join(import.meta.dirname, '../golden/formulas', name);
  const text = readFileSync(path, 'utf8').replace(/^#.*\n/gm, '');
  return text.split(/^(?=\S)/m).map(caseOf);
}
