import type { Expression, IndexText, Span } from '../formula/expression.ts';
import { functionNames } from '../formula/functions.ts';
import { COMPOUND_UNIT } from '../formula/parse.ts';
import { error, type Problem, type ProblemCode } from '../problem.ts';
import { isRefusal } from '../quantity/refusal.ts';
import { readUnit } from '../quantity/unit.ts';
import { positionIn } from '../source/locate.ts';
import { hintFor, suggest } from '../source/suggest.ts';
import type { Sets } from '../study/extent.ts';
import type { Clock, FormulaText } from '../study/model-text.ts';
import type { ModelSymbol } from './model.ts';

/** What the names of a formula may refer to. `module` null: in a measure or test, where every name has its module. */
export interface Scope {
  readonly symbols: ReadonlyMap<string, ModelSymbol>;
  readonly sets: Sets;
  readonly clock: Clock;
  readonly module: string | null;
  /** Index names in scope and the sets they run through. */
  readonly indices: ReadonlyMap<string, string>;
  /**
   * `step`: an equation; `outside` and `inside` an aggregate: a measure; `starts`: before the first step;
   * `when`: a term's condition.
   */
  readonly place: 'step' | 'outside' | 'inside' | 'starts' | 'when';
  readonly formula: FormulaText;
  readonly problems: Problem[];
  /** How large the formulas of the model are so far. */
  readonly size: { operations: number };
}

/** An expression that is a name. */
export type NameExpression = Extract<Expression, { kind: 'name' }>;

/** Reports something wrong with a part of the formula. */
export function complain(
  scope: Scope,
  code: ProblemCode,
  span: Span,
  message: string,
  hint?: string,
): null {
  const position = positionIn(scope.formula.text, span.offset, span.length);
  scope.problems.push(error(code, message, position, hint));
  return null;
}

/** Finds the symbol a name refers to. */
export function lookUp(
  scope: Scope,
  { module, name }: Pick<NameExpression, 'module' | 'name'>,
): ModelSymbol | undefined {
  const owner = module ?? scope.module;
  return owner === null ? undefined : scope.symbols.get(`${owner}.${name}`);
}

/** Reports a name that refers to nothing, with the nearest that would. */
export function unknownName(scope: Scope, { module, name, span }: NameExpression): null {
  const owner = module ?? scope.module;
  const known = [...scope.symbols.keys()];
  const modules = new Set(known.map((key) => key.split('.')[0]!));
  if (module !== null && !modules.has(module)) {
    const hint = hintFor(module, modules);
    return complain(scope, 'unknown-module', span, `the model has no module "${module}"`, hint);
  }
  const near = suggest(
    name,
    known.filter((key) => key.startsWith(`${owner}.`)).map((key) => key.split('.')[1]!),
  );
  const elsewhere = known.filter((key) => key.endsWith(`.${name}`));
  const words = near ?? elsewhere[0];
  const named = words === undefined ? nameHint(scope, name) : `did you mean "${words}"?`;
  // No name is a unit's: it is the second word of one, as in 30 Mt/year.
  const hint = isRefusal(readUnit(name)) ? named : COMPOUND_UNIT;
  const where = owner === null ? 'a name here is written module.name:' : `module ${owner} has no`;
  return complain(scope, 'unknown-name', span, `${where} "${name}"`, hint);
}

/**
 * Refuses what has a value for every step where there are no steps: in a measure outside its aggregates, and
 * in `starts:`; and in `when:`, which is about one. Tells whether it did.
 */
export function refuseStepwise(scope: Scope, what: string, span: Span): boolean {
  if (scope.place === 'starts') {
    const message = `\`starts:\` reads assumptions only, ${what} is none`;
    complain(scope, 'formula-feature', span, message);
  } else if (scope.place === 'outside') {
    const hint = 'say which: final(x), average(x), at(x, date(2027, 4))';
    complain(scope, 'formula-feature', span, `${what} has a value for every step`, hint);
  } else if (scope.place === 'when') {
    const message = `\`when:\` reads equations, levers and assumptions, ${what} is none`;
    const hint =
      'a name there is what held at the end of the step before; let an equation say more';
    complain(scope, 'formula-feature', span, message, hint);
  }
  return scope.place === 'starts' || scope.place === 'outside' || scope.place === 'when';
}

function nameHint({ sets }: Scope, name: string): string | undefined {
  if (sets.has(name)) return `${name} is a set: add it to \`over:\`, or write sum(${name}, x)`;
  for (const [set, elements] of sets) {
    if (elements.includes(name)) return `${name} is an element of ${set}: write x[${name}]`;
  }
  return hintFor(name, [...functionNames(), 'step', 'calendar_year', 'calendar_month']);
}

/** Checks the indices of a read against what the symbol is over; reports what does not fit. */
export function checkIndices(
  scope: Scope,
  expression: NameExpression,
  symbol: ModelSymbol,
): boolean {
  const { over } = symbol.extent;
  const { indices, span } = expression;
  if (indices.length !== over.length) {
    const form =
      over.length === 0
        ? expression.name
        : `${expression.name}[${over.map(({ name }) => name).join(', ')}]`;
    const message =
      over.length === 0
        ? `${expression.name} has no indices`
        : `${expression.name} has ${over.length} ${over.length === 1 ? 'index' : 'indices'}`;
    complain(scope, 'wrong-indices', span, message, `read it as ${form}`);
    return false;
  }
  return indices.every((index, at) => checkIndex(scope, index, over[at]!.set));
}

function checkIndex(scope: Scope, index: IndexText, set: string): boolean {
  const elements = scope.sets.get(set)!;
  const through = scope.indices.get(index.name);
  if (through === undefined) {
    if (elements.includes(index.name)) return true;
    const near = suggest(index.name, [...elements, ...scope.indices.keys()]);
    const hint =
      near === undefined ? `elements of ${set}: ${elements.join(', ')}` : `did you mean "${near}"?`;
    complain(scope, 'unknown-element', index, `${set} has no element "${index.name}"`, hint);
    return false;
  }
  const strange = scope.sets.get(through)!.find((element) => !elements.includes(element));
  if (strange === undefined) return true;
  complain(
    scope,
    'wrong-indices',
    index,
    `${index.name} runs through ${through}, whose ${strange} is not in ${set}`,
  );
  return false;
}

/** Finds the element that an index name or element stands for. */
export function elementOf(indices: ReadonlyMap<string, string>, name: string): string {
  return indices.get(name) ?? name;
}
