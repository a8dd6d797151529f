import { mapTerms, type Rule, type System } from '../formula/rule.ts';
import type { Term } from '../formula/term.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';

/** Changes every term of a program; the equations of a system go on sharing it. */
export function mapProgram(program: Program, change: (term: Term) => Term): Program {
  const systems = new Map<System, System>();
  const changeRule = (rule: Rule): Rule => {
    if (rule.kind !== 'solved') return change(rule);
    const system = systems.get(rule.system) ?? mapTerms(rule.system, change);
    systems.set(rule.system, system);
    return { ...rule, system };
  };
  const changeEquation = (equation: ScalarEquation): ScalarEquation => {
    const { starts } = equation;
    const begins = starts?.kind === 'term' ? { ...starts, term: change(starts.term) } : starts;
    return { ...equation, term: changeRule(equation.term), starts: begins };
  };
  const { model, answers } = program;
  return {
    ...program,
    model: {
      ...model,
      equations: model.equations.map(changeEquation),
      checks: model.checks.map((check) => ({ ...check, term: change(check.term) })),
    },
    answers: answers.map(change),
  };
}
