import type { Solved, System } from '../formula/rule.ts';
import { type Group, groupsOf } from '../model/groups.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { DraftRows } from './draft-rows.ts';
import type { LiveStarts, LiveSystem } from './live-model.ts';
import type { SearchPlan } from './plan-searches.ts';
import { Simplifier } from './simplify.ts';
import { addVerdict, unroll } from './unroll.ts';

/** Decides how a system is written as rows of so many cells. */
export type PlanSearch = (system: System, columns: number) => SearchPlan;

/** Writes the equations of a model as rows, in their order. */
class EquationRows {
  readonly #rows: DraftRows;
  readonly #steps: number;
  readonly #plan: PlanSearch;
  readonly systems: LiveSystem[] = [];

  constructor(rows: DraftRows, steps: number, plan: PlanSearch) {
    [this.#rows, this.#steps, this.#plan] = [rows, steps, plan];
  }

  #starts({ slot, starts, lag }: ScalarEquation): LiveStarts | null {
    if (starts === null || lag === 0) return null;
    if (starts.kind === 'term') {
      const simplifier = new Simplifier(this.#rows, this.#rows.rows[slot]!);
      return { kind: 'term', term: simplifier.simple(starts.term) };
    }
    return {
      kind: 'table',
      byLag: Array.from({ length: lag }, (_, at) => starts.valueAtLag(at + 1)),
    };
  }

  #define(equation: ScalarEquation, rule = equation.term): void {
    const starts = this.#starts(equation);
    const simplifier = new Simplifier(this.#rows, this.#rows.rows[equation.slot]!);
    const term = rule.kind === 'solved' ? null : simplifier.simple(rule);
    this.#rows.define(equation, term, starts);
  }

  #addSystem(group: Group, { system }: Solved): void {
    const { varies } = this.#rows.rows[group[0]!.slot]!;
    const plan = this.#plan(system, varies ? this.#steps : 1);
    const found = plan === null ? null : unroll(this.#rows, system, plan.steps, plan.pivots);
    for (const equation of group) {
      const { term } = equation;
      this.#define(equation, term.kind === 'solved' && found !== null ? found[term.index] : term);
    }
    this.systems.push({
      unknowns: system.unknowns.map(({ slot }) => slot),
      steps: plan?.steps ?? null,
      solved: addVerdict(this.#rows, system),
    });
  }

  add(group: Group): void {
    const { term } = group[0]!;
    if (term.kind === 'solved') this.#addSystem(group, term);
    else this.#define(group[0]!);
  }
}

/** Adds a row for every equation, and the searches for what has to be solved for; lists those. */
export function addEquations(
  rows: DraftRows,
  equations: readonly ScalarEquation[],
  steps: number,
  plan: PlanSearch,
): readonly LiveSystem[] {
  const writing = new EquationRows(rows, steps, plan);
  for (const group of groupsOf(equations)) writing.add(group);
  return writing.systems;
}
