import type { Problem } from '../problem.ts';
import { type ConditionalTerm, conditionalTerms, leversWithWhen } from '../study/apply-terms.ts';
import { showFormula } from '../study/located.ts';
import type { FormulaText, LeverSetting, ModelText, Settings } from '../study/model-text.ts';
import { type Conditions, LeverChoices } from './lever-choice.ts';
import { baseOf } from './link-formula.ts';
import { type LinkWhen, openWhens } from './link-when.ts';
import type { Model } from './model.ts';

/** The terms with a condition that settings put on one lever element, setting by setting. */
type Wanted = readonly (readonly ConditionalTerm[])[];

function wantedBySlot(
  { symbols }: Model,
  settings: readonly Settings<LeverSetting>[],
): ReadonlyMap<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  for (const [key, elements] of settings.flatMap((levers) => [...levers])) {
    for (const [element, { value }] of elements) {
      const terms = conditionalTerms(value);
      if (terms.length === 0) continue;
      const { firstSlot, extent } = symbols.get(key)!;
      const lever = firstSlot + extent.elements.indexOf(element);
      wanted.set(lever, [...(wanted.get(lever) ?? []), terms]);
    }
  }
  return wanted;
}

/** Links the conditions on the first, the second ... of a lever's terms; none where something is wrong with them. */
function linkConditions(wanted: Wanted, link: LinkWhen): readonly Conditions[] {
  const most = Math.max(...wanted.map((terms) => terms.length));
  const linked = Array.from({ length: most }, (_, at) => {
    const formulas = wanted.flatMap((terms) => terms[at]?.when.formula ?? []);
    return new Map(
      formulas.flatMap((formula) => {
        const term = link(formula);
        const { position } = formula;
        return term === null ? [] : [[showFormula(formula), { term, position }] as const];
      }),
    );
  });
  return linked.every(({ size }) => size > 0) ? linked : [];
}

function whensIn(settings: readonly Settings<LeverSetting>[]): readonly FormulaText[] {
  const elements = settings.flatMap((levers) => [...levers.values()]);
  const values = elements.flatMap((each) => [...each.values()].map(({ value }) => value));
  return values.flatMap(({ terms }) => terms.flatMap(({ when }) => when?.formula ?? []));
}

/**
 * Adds to a model what the terms with a `when:` of some settings need: a lever element with such terms becomes an
 * equation that chooses among the paths they may lead to, by stocks that remember which conditions held when they
 * were decided on. Settings without these terms feed one path as all of them, and nothing is decided on.
 *
 * Errors: what is wrong with a `when:` of the settings, in force or not, and with the `others`.
 */
export function addConditionalLevers(
  model: Model,
  text: ModelText,
  settings: readonly Settings<LeverSetting>[],
  others: readonly FormulaText[],
  problems: Problem[],
): Model {
  const conditional = settings.map(leversWithWhen);
  if (others.length === 0 && conditional.every(({ size }) => size === 0)) return model;
  const link = openWhens(baseOf(model.symbols, text.sets, model.clock, problems));
  for (const formula of [...others, ...whensIn(conditional)]) link(formula);
  const choices = new LeverChoices(model);
  for (const [lever, wanted] of wantedBySlot(model, conditional)) {
    choices.add(lever, linkConditions(wanted, link));
  }
  const { variables, before, after, conditionalLevers } = choices;
  const equations = [...before, ...model.equations, ...after];
  return { ...model, variables, equations, conditionalLevers };
}
