import { mapTerms, type Rule, type System } from '../formula/rule.ts';
import { apply, number, type Term } from '../formula/term.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';

/** Writes powers and logistic functions as what they are computed by, in arithmetic/power.ts and logistic.ts. */
export function lowerPower(term: Term): Term {
  if (term.kind !== 'apply') return term;
  const operands = term.operands.map(lowerPower);
  const [x, y] = operands;
  if (term.operation === 'power') return apply('exp', apply('multiply', y!, apply('log', x!)));
  if (term.operation === 'logistic') {
    return apply('divide', number(1), apply('add', number(1), apply('exp', apply('negate', x!))));
  }
  return { ...term, operands };
}

/**
 * Lowers the powers of a program to exp and log, so that logs can be shared and taken out of loops like everything
 * else. No operation changes, so no bit does.
 */
export function lowerPowers(program: Program): Program {
  const systems = new Map<System, System>();
  const lowerRule = (rule: Rule): Rule => {
    if (rule.kind !== 'solved') return lowerPower(rule);
    const system = systems.get(rule.system) ?? mapTerms(rule.system, lowerPower);
    systems.set(rule.system, system);
    return { ...rule, system };
  };
  const lowerEquation = (equation: ScalarEquation): ScalarEquation => {
    const { term, starts } = equation;
    const begins = starts?.kind === 'term' ? { ...starts, term: lowerPower(starts.term) } : starts;
    return { ...equation, term: lowerRule(term), starts: begins };
  };
  const { model, answers } = program;
  return {
    ...program,
    model: {
      ...model,
      equations: model.equations.map(lowerEquation),
      checks: model.checks.map((check) => ({ ...check, term: lowerPower(check.term) })),
    },
    answers: answers.map(lowerPower),
  };
}
