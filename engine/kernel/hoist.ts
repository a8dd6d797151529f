import { COSTLY, TRUTHS } from '../formula/operation.ts';
import { mapTerms, type Solved, type System, weigh } from '../formula/rule.ts';
import { keyOf, slot, type Term, visit } from '../formula/term.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import type { ScalarEquation, Variable } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { classify, VARIES, variesBy } from './varies.ts';

/** A part this heavy, or with a division or worse in it, costs more than reading its value from a column. */
const HEAVY = 5;

function isHeavy(term: Term): boolean {
  let heavy = weigh(term) >= HEAVY;
  visit(term, (part) => {
    if (part.kind !== 'apply') return;
    if (part.operation === 'divide' || COSTLY.has(part.operation)) heavy = true;
  });
  return heavy;
}

/** A number of the run or step is free to read in a loop over draws; one per draw is not. */
function isWorthTaking(term: Term, varies: number): boolean {
  if (varies === VARIES.both) return false;
  return varies === VARIES.draw ? isHeavy(term) : true;
}

/** Collects the parts that were taken out of equations, each once. */
class Taken {
  readonly variables: Variable[];
  readonly before = new Map<number, ScalarEquation[]>();
  readonly #slots = new Map<string, number>();
  readonly #varies: Uint8Array;

  constructor(variables: readonly Variable[], varies: Uint8Array) {
    this.variables = [...variables];
    this.#varies = varies;
  }

  /** Makes a variable of a part that stands in `owner`, evaluated just before it. */
  #take(term: Term, owner: number): Term {
    const key = keyOf(term);
    const known = this.#slots.get(key);
    if (known !== undefined) return slot(known);
    const index = this.variables.length;
    this.variables.push({ ...this.variables[owner]!, kind: 'part' });
    this.#slots.set(key, index);
    const others = this.before.get(owner) ?? [];
    this.before.set(owner, [...others, { slot: index, term, starts: null, lag: 0 }]);
    return slot(index);
  }

  rewrite(term: Term, owner: number): Term {
    if (term.kind !== 'apply') return term;
    const isTruth = TRUTHS.has(term.operation);
    const varies = variesBy(term, this.#varies);
    if (!isTruth && isWorthTaking(term, varies)) return this.#take(term, owner);
    return { ...term, operands: term.operands.map((operand) => this.rewrite(operand, owner)) };
  }
}

/** Rewrites a system once for all of its unknowns; what follows from them keeps the terms that the system has. */
function rewriteSystem(group: Group, system: System, taken: Taken): Group {
  const owner = group[0]!.slot;
  const rewritten = mapTerms(system, (term) => taken.rewrite(term, owner));
  const terms = new Map(rewritten.values.map(({ slot: at, term }) => [at, term]));
  return group.map((equation): ScalarEquation => {
    const { term } = equation;
    if (term.kind !== 'solved') return { ...equation, term: terms.get(equation.slot)! };
    const solved: Solved = { ...term, system: rewritten };
    return { ...equation, term: solved };
  });
}

/**
 * Takes parts that do not vary with the draw, or not with the step, out of equations that vary with both, so that
 * they are computed once for a run, a step or a draw. No operation changes, so no bit does.
 */
export function hoist(program: Program, drawn: ReadonlySet<number>): Program {
  const { model } = program;
  const varies = classify(program, drawn);
  const taken = new Taken(model.variables, varies);
  const equations = groupsOf(model.equations).flatMap((group): Group => {
    const [equation] = group as [ScalarEquation, ...Group];
    if (varies[equation.slot] !== VARIES.both) return group;
    const { slot: owner, term } = equation;
    const rewritten =
      term.kind === 'solved'
        ? rewriteSystem(group, term.system, taken)
        : [{ ...equation, term: taken.rewrite(term, owner) }];
    return [...(taken.before.get(owner) ?? []), ...rewritten];
  });
  return { ...program, model: { ...model, variables: taken.variables, equations } };
}
