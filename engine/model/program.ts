import { type NumberTerm, number, type SlotTerm, slot, type Term } from '../formula/term.ts';
import type { Problem } from '../problem.ts';
import { ONE } from '../quantity/unit.ts';
import { SCALAR } from '../study/extent.ts';
import type { Clock, Extent, FormulaText, ModelText } from '../study/model-text.ts';
import type { Study } from '../study/study.ts';
import type { AggregateKind } from './aggregate.ts';
import type { Call } from './call-site.ts';
import { dateOf } from './check-time.ts';
import {
  baseOf,
  elementsAt,
  linkFormula,
  lowerAt,
  scopeOver,
  type Wanted,
} from './link-formula.ts';
import { withLags } from './link-model.ts';
import { linkStudy } from './link-study.ts';
import { type Lowering, lower } from './lower.ts';
import type { Model, ScalarEquation, Variable } from './model.ts';
import { complain, type Scope } from './scope.ts';
import type { Type } from './types.ts';

/** A time aggregate of one variable. Other terms read its result as slot `-(index + 1)`. */
export interface Aggregate {
  readonly kind: AggregateKind;
  readonly source: number;
  /** The rate of `discounted`, the step of `at`; else unused. */
  readonly argument: NumberTerm | SlotTerm;
}

/** A model and what is asked of it: aggregates over time, formulas over those, variables whose path is kept. */
export interface Program {
  readonly model: Model;
  readonly aggregates: readonly Aggregate[];
  /** One term per question, over aggregates and assumptions: numbers or conditions. */
  readonly answers: readonly Term[];
  /** What each answer measures. */
  readonly types: readonly Type[];
  /** The slots whose paths are kept. */
  readonly kept: readonly number[];
}

/** One formula asked of a model; `extent` has the one element that its indices stand for. */
export interface Question {
  readonly formula: FormulaText;
  readonly extent: Extent;
  readonly wanted: Wanted;
}

/** Gives the element that each index of a question stands for. */
function placeOf({ extent }: Question): ReadonlyMap<string, string> {
  return elementsAt(extent, extent.elements[0]!);
}

/** A question that a study asks under a name. */
export interface NamedQuestion extends Question {
  readonly name: string;
}

/** Collects what questions add to a model. */
class Asking {
  readonly variables: Variable[];
  readonly watched: ScalarEquation[] = [];
  readonly aggregates: Aggregate[] = [];
  constructor(model: Model) {
    this.variables = [...model.variables];
  }

  /** Finds the variable that a term reads, or makes one that follows it. */
  watch(term: Term, scope: Scope): number {
    if (term.kind === 'slot') return term.slot;
    const index = this.variables.length;
    const { position, text } = scope.formula;
    const key = text.text.trim();
    this.variables.push({ kind: 'watched', key, element: '', unit: ONE, position });
    this.watched.push({ slot: index, term, starts: null, lag: 0 });
    return index;
  }

  aggregate = (call: Call, lowering: Lowering): number => {
    const { scope } = lowering;
    const source = this.watch(lower(lowering, call.operands[0]!), scope);
    const argument = this.argument(call, lowering);
    const kind = call.callee as AggregateKind;
    const same = this.aggregates.findIndex(
      (one) =>
        one.kind === kind &&
        one.source === source &&
        JSON.stringify(one.argument) === JSON.stringify(argument),
    );
    if (same >= 0) return -(same + 1);
    this.aggregates.push({ kind, source, argument });
    return -this.aggregates.length;
  };

  argument(call: Call, lowering: Lowering): Aggregate['argument'] {
    const second = call.operands[1];
    if (second === undefined) return number(0);
    if (call.callee !== 'discounted') return number(stepOf(second as Call, lowering.scope));
    const rate = lower(lowering, second);
    return rate.kind === 'number' ? rate : slot(this.watch(rate, lowering.scope));
  }
}

function stepOf(date: Call, scope: Scope): number {
  const { start, stepMonths, steps } = scope.clock;
  const months = date.kind === 'call' ? dateOf(date) : null;
  const step = months === null ? -1 : Math.floor((months - start) / stepMonths);
  if (step >= 0 && step < steps) return step;
  complain(
    scope,
    'bad-date',
    date.span,
    'the date lies outside the horizon, or is not written date(2027, 4)',
  );
  return 0;
}

/** Adds questions to a linked model: formulas to answer per draw, and formulas whose path is kept. */
export function ask(
  model: Model,
  text: ModelText,
  questions: readonly Question[],
  paths: readonly Question[],
  problems: Problem[],
): Program {
  const asking = new Asking(model);
  const base = baseOf(model.symbols, text.sets, model.clock, problems);
  const linkedQuestions = questions.flatMap((question) => {
    const { formula, extent, wanted } = question;
    const linked = linkFormula(scopeOver(base, null, 'outside', extent, formula), wanted);
    return linked === null ? [] : [{ ...linked, place: placeOf(question) }];
  });
  const answers = linkedQuestions.map((one) => lowerAt(one, one.place, asking.aggregate));
  const kept = paths.flatMap((question) => {
    const { formula, extent, wanted } = question;
    const linked = linkFormula(scopeOver(base, null, 'inside', extent, formula), wanted);
    return linked === null ? [] : [asking.watch(lowerAt(linked, placeOf(question)), linked.scope)];
  });
  const all = [...model.equations, ...asking.watched];
  const equations = withLags(
    all,
    asking.watched.map(({ term }) => term),
  );
  return {
    model: { ...model, variables: asking.variables, equations },
    aggregates: asking.aggregates,
    answers,
    types: linkedQuestions.map(({ type }) => type),
    kept,
  };
}

/** Names what a study asks of every run, in the order of the answers: measures, `when` conditions, validations. */
export function questionsOf({
  measures,
  conditions,
  validations,
}: Study): readonly NamedQuestion[] {
  const selections = conditions.flatMap((condition) =>
    condition.kind === 'when'
      ? [
          {
            name: condition.name,
            formula: condition.when,
            extent: SCALAR,
            wanted: 'condition' as const,
          },
        ]
      : [],
  );
  return [
    ...measures.map(({ name, formula, extent, unit }) => ({
      name,
      formula,
      extent,
      wanted: { unit },
    })),
    ...selections,
    ...validations.map(({ name, formula, unit, compare }) => ({
      name,
      formula,
      extent: SCALAR,
      wanted: compare === 'relative' ? ('number' as const) : { unit },
    })),
  ];
}

/** Compiles a study: its model on its clock, what it asks of every run, and its trajectories. */
export function compileStudy(
  study: Study,
  problems: Problem[],
  clock: Clock = study.clock,
): Program {
  const model = linkStudy(study, clock, problems);
  const paths = study.trajectories.map(({ formula, extent, unit }) => ({
    formula,
    extent,
    wanted: { unit },
  }));
  return ask(model, study.model, questionsOf(study), paths, problems);
}
