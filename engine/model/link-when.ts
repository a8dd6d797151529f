import type { Term } from '../formula/term.ts';
import { SCALAR } from '../study/extent.ts';
import type { FormulaText } from '../study/model-text.ts';
import { type Base, linkFormula, lowerAt, scopeOver } from './link-formula.ts';

/** Gives what a condition comes to; null where something is wrong with it, which is reported once. */
export type LinkWhen = (formula: FormulaText) => Term | null;

/** Opens the linking of the `when:` of terms, which stands in many elements and scenarios at once. */
export function openWhens(base: Base): LinkWhen {
  const known = new Map<string, Term | null>();
  return (formula) => {
    const key = JSON.stringify(formula.position);
    const before = known.get(key);
    if (before !== undefined) return before;
    const linked = linkFormula(scopeOver(base, null, 'when', SCALAR, formula), 'condition');
    const term = linked === null ? null : lowerAt(linked, new Map());
    known.set(key, term);
    return term;
  };
}
