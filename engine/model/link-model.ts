import { pastRead, type Rule } from '../formula/rule.ts';
import type { Problem } from '../problem.ts';
import type { Clock, ModelText } from '../study/model-text.ts';
import { checkNames } from './check-names.ts';
import { declare } from './declare.ts';
import { linkCheck, linkEquation } from './link-equations.ts';
import { baseOf } from './link-formula.ts';
import { linkUnknown } from './link-unknown.ts';
import type { Model, ScalarEquation } from './model.ts';
import { order } from './order.ts';

/** Leaves out what reads the same: each unknown of a system stands for the whole of it. */
function oncePerSystem(rules: readonly Rule[]): readonly Rule[] {
  const seen = new Set<unknown>();
  return rules.filter((rule) => {
    const whole = rule.kind === 'solved' ? rule.system : rule;
    return !seen.has(whole) && seen.add(whole);
  });
}

/** Lets each equation be read as far back as any of the terms does, besides what reads it already. */
export function withLags(
  equations: readonly ScalarEquation[],
  terms: readonly Rule[],
): readonly ScalarEquation[] {
  const lags = new Map<number, number>();
  for (const term of oncePerSystem(terms)) {
    for (const [slot, lag] of pastRead(term)) lags.set(slot, Math.max(lag, lags.get(slot) ?? 0));
  }
  if (lags.size === 0) return equations;
  return equations.map((equation) => {
    const lag = Math.max(equation.lag, lags.get(equation.slot) ?? 0);
    return lag === equation.lag ? equation : { ...equation, lag };
  });
}

/**
 * Links the modules of a study on a clock: names resolved, units checked, sets expanded, equations ordered.
 *
 * Errors: everything found goes to `problems`; where there are errors the model is not to be run.
 */
export function linkModel(text: ModelText, clock: Clock, problems: Problem[]): Model {
  checkNames(text, problems);
  const { symbols, variables } = declare(text);
  const base = baseOf(symbols, text.sets, clock, problems);
  const equations = text.modules.flatMap((module) =>
    module.equations.flatMap((one) =>
      linkEquation(base, one, symbols.get(`${module.name}.${one.name}`)!),
    ),
  );
  const unknowns = text.modules.flatMap((module) =>
    module.unknowns.flatMap((one) =>
      linkUnknown(base, one, symbols.get(`${module.name}.${one.name}`)!),
    ),
  );
  const checks = text.modules.flatMap((module) =>
    module.checks.flatMap((one) => linkCheck(base, one)),
  );
  const ordered = order(equations, unknowns, variables, problems);
  const terms = [...ordered.map(({ term }) => term), ...checks.map(({ term }) => term)];
  const linked = { clock, symbols, variables, checks, equations: withLags(ordered, terms) };
  return { ...linked, conditionalLevers: new Map() };
}
