import type { Expression } from '../formula/expression.ts';
import { parse } from '../formula/parse.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { tuples } from '../study/extent.ts';
import type { Check, Clock, Equation, Extent, FormulaText, Index } from '../study/model-text.ts';
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

function startsFormula(base: Base, equation: Equation, formula: FormulaText): Linked | null {
  const scope = scopeOver(base, equation.module, 'starts', equation.extent, formula);
  return linkFormula(scope, { unit: equation.unit });
}

/** Links `starts:`; gives what an element was before the first step. */
function linkStarts(base: Base, equation: Equation): (element: string) => StartsTerm | null {
  const { starts, extent } = equation;
  if (starts === null) return () => null;
  if (starts.kind === 'table') {
    const valueAtLag = tableAt(starts.path, base.clock);
    return () => ({ kind: 'table', valueAtLag });
  }
  const formulas =
    starts.kind === 'formula'
      ? new Map(extent.elements.map((element) => [element, starts.formula]))
      : starts.formulas;
  const linked = new Map<FormulaText, Linked | null>();
  for (const formula of new Set(formulas.values())) {
    linked.set(formula, startsFormula(base, equation, formula));
  }
  return (element) => {
    const formula = linked.get(formulas.get(element)!);
    return formula == null
      ? null
      : { kind: 'term', term: lowerAt(formula, elementsAt(extent, element)) };
  };
}

/** Links an equation: one scalar equation for each tuple of elements; none where something is wrong. */
export function linkEquation(
  base: Base,
  equation: Equation,
  symbol: ModelSymbol,
): readonly ScalarEquation[] {
  const { extent, module, formula, unit } = equation;
  const linked = linkFormula(scopeOver(base, module, 'step', extent, formula), { unit });
  const startsAt = linkStarts(base, equation);
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
  const expression = parse(check.formula.text.text);
  const free = isRefusal(expression) ? [] : [...freeSets(base, expression, new Set())];
  const over: Index[] = free.map((set) => ({ name: set, set }));
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
