import type { Expression } from '../formula/expression.ts';
import { parseOnce } from '../formula/parse.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { isTooLarge, tuples } from '../study/extent.ts';
import type {
  Check,
  Clock,
  Equation,
  Extent,
  FormulaText,
  Index,
  Starts,
} from '../study/model-text.ts';
import { averageOver, type Path } from '../study/path.ts';
import {
  type Base,
  elementsAt,
  type Linked,
  linkFormula,
  lowerAt,
  scopeOver,
} from './link-formula.ts';
import type { ModelSymbol, ScalarCheck, ScalarEquation, StartsTerm } from './model.ts';

/** The average over the step `lag` steps before the first. */
function tableAt(path: Path, { start, stepMonths }: Clock): (lag: number) => number {
  return (lag) => averageOver(path, start - lag * stepMonths, start - (lag - 1) * stepMonths);
}

/** What may have a past. */
type Dated = Pick<Equation, 'module' | 'unit' | 'extent'>;

function startsFormula(base: Base, equation: Dated, formula: FormulaText): Linked | null {
  const scope = scopeOver(base, equation.module, 'starts', equation.extent, formula);
  return linkFormula(scope, { unit: equation.unit });
}

/** What an element was before the first step. */
type StartsAt = (element: string) => StartsTerm | null;

/** Links `starts:`; elements that share a formula share what is wrong with it. */
function linkStarts(base: Base, equation: Dated, starts: Starts): StartsAt {
  if (starts.kind === 'table') {
    const valueAtLag = tableAt(starts.path, base.clock);
    return () => ({ kind: 'table', valueAtLag });
  }
  if (starts.kind === 'formula') {
    const linked = startsFormula(base, equation, starts.formula);
    if (linked === null) return () => null;
    const { extent } = equation;
    return (element) => ({ kind: 'term', term: lowerAt(linked, elementsAt(extent, element)) });
  }
  const shared = new Map(
    [...new Set(starts.elements.values())].map((one) => [one, linkStarts(base, equation, one)]),
  );
  return (element) => shared.get(starts.elements.get(element)!)!(element);
}

/** Links the `starts:` of what may have one; null for every element where it has none. */
export function startsOn(
  base: Base,
  equation: Dated & { readonly starts: Starts | null },
): StartsAt {
  return equation.starts === null ? () => null : linkStarts(base, equation, equation.starts);
}

/** Links an equation: one scalar equation for each tuple of elements; none where something is wrong. */
export function linkEquation(
  base: Base,
  equation: Equation,
  symbol: ModelSymbol,
): readonly ScalarEquation[] {
  const { extent, module, formula, unit } = equation;
  const linked = linkFormula(scopeOver(base, module, 'step', extent, formula), { unit });
  const startsAt = startsOn(base, equation);
  if (linked === null) return [];
  return extent.elements.map((element, at) => ({
    slot: symbol.firstSlot + at,
    term: lowerAt(linked, elementsAt(extent, element)),
    starts: startsAt(element),
    lag: 0,
  }));
}

/** Finds the sets that a check runs over: those it uses as indices without a fold. */
function freeSets(
  base: Base,
  expression: Expression,
  bound: ReadonlySet<string>,
): ReadonlySet<string> {
  const free = new Set<string>();
  const see = (part: Expression, hidden: ReadonlySet<string>): void => {
    if (part.kind === 'name') {
      const words = [
        ...part.indices.map(({ name }) => name),
        ...(part.module === null ? [part.name] : []),
      ];
      for (const word of words) if (base.sets.has(word) && !hidden.has(word)) free.add(word);
    } else if (part.kind === 'call') {
      const [first] = part.operands;
      const index =
        first?.kind === 'within' ? first.index : first?.kind === 'name' ? first.name : '';
      const isFold =
        ['sum', 'product', 'min', 'max'].includes(part.callee) &&
        (first?.kind === 'within' || base.sets.has(index));
      const inner = isFold ? new Set([...hidden, index]) : hidden;
      for (const operand of isFold ? part.operands.slice(1) : part.operands) see(operand, inner);
    } else if (part.kind === 'operate') {
      for (const operand of part.operands) see(operand, hidden);
    }
  };
  see(expression, bound);
  return free;
}

/** Links a check: one for each tuple of the sets it is indexed by. */
export function linkCheck(base: Base, check: Check): readonly ScalarCheck[] {
  const expression = parseOnce(check.formula.text.text);
  const free = isRefusal(expression) ? [] : [...freeSets(base, expression, new Set())];
  const over: Index[] = free.map((set) => ({ name: set, set }));
  if (isTooLarge(base.problems, over, base.sets, check.formula.position)) return [];
  const extent: Extent = { over, elements: tuples(over, base.sets) };
  const linked = linkFormula(
    scopeOver(base, check.module, 'step', extent, check.formula),
    'condition',
  );
  if (linked === null) return [];
  return extent.elements.map((element) => ({
    key: `${check.module}.${check.name}`,
    element,
    term: lowerAt(linked, elementsAt(extent, element)),
    position: check.formula.position,
  }));
}
