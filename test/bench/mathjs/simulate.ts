import { ramp } from '../../../engine/arithmetic/ramp.ts';
import { pastRead, type System, slotsRead } from '../../../engine/formula/rule.ts';
import { aggregate } from '../../../engine/model/aggregate.ts';
import type { ScalarEquation } from '../../../engine/model/model.ts';
import type { Program } from '../../../engine/model/program.ts';
import type { InputAt } from '../../../engine/simulation/interpret.ts';
import { compileFormula, type Formula, type Scope } from './formula.ts';
import { scopeName } from './print-mathjs.ts';
import { compileSearch } from './search.ts';

/** A program that mathjs has compiled, equation by equation. */
export interface MathjsModel {
  readonly program: Program;
  /** The slots of inputs that anything reads. */
  readonly inputs: readonly number[];
  readonly pasts: readonly { readonly slot: number; readonly lag: number }[];
  /** Each adds an equation's value, or those of a search, to the scope. */
  readonly equations: readonly ((scope: Scope) => void)[];
  /** What an equation was so many steps before the first. */
  readonly starts: ReadonlyMap<number, (scope: Scope, lag: number) => number>;
  readonly answers: readonly Formula[];
}

function compileEquations(equations: readonly ScalarEquation[]): MathjsModel['equations'] {
  const searched = new Set<System>();
  const found = new Set<number>();
  return equations.flatMap(({ slot, term }) => {
    if (term.kind !== 'solved') {
      if (found.has(slot)) return [];
      const [name, formula] = [scopeName(slot), compileFormula(term)];
      return [(scope: Scope) => void scope.set(name, formula(scope))];
    }
    if (searched.has(term.system)) return [];
    searched.add(term.system);
    for (const value of term.system.values) found.add(value.slot);
    return [compileSearch(term.system)];
  });
}

/** Compiles every formula of a program with mathjs. */
export function compileModel(program: Program): MathjsModel {
  const { equations } = program.model;
  const own = new Set(equations.map(({ slot }) => slot));
  const read = new Set(equations.flatMap(({ term }) => [...slotsRead(term)]));
  const lags = equations.flatMap(({ term }) =>
    [...pastRead(term)].flatMap(([slot, lag]) =>
      Array.from({ length: lag }, (_, at) => `${slot}:${at + 1}`),
    ),
  );
  const starts = equations.flatMap(({ slot, starts: given }) => {
    if (given === null) return [];
    if (given.kind === 'term') return [[slot, compileFormula(given.term)] as const];
    return [[slot, (_scope: Scope, lag: number) => given.valueAtLag(lag)] as const];
  });
  return {
    program,
    inputs: [...read].filter((slot) => !own.has(slot)),
    pasts: [...new Set(lags)].map((key) => {
      const [slot, lag] = key.split(':').map(Number) as [number, number];
      return { slot, lag };
    }),
    equations: compileEquations(equations),
    starts: new Map(starts),
    answers: program.answers.map(compileFormula),
  };
}

/** Runs one draw: every formula at every step, in a scope that is a Map. */
export function simulateDraw(
  model: MathjsModel,
  inputAt: InputAt,
): { readonly answers: readonly number[]; readonly kept: readonly (readonly number[])[] } {
  const { program, inputs, pasts, equations, starts, answers } = model;
  const { clock } = program.model;
  const scope: Scope = new Map<string, unknown>([['ramp', ramp]]);
  const history: ReadonlyMap<string, unknown>[] = [];
  const valueAt = (slot: number, step: number) => Number(history[step]!.get(scopeName(slot)));
  const pastAt = (slot: number, lag: number, step: number) =>
    step >= lag ? valueAt(slot, step - lag) : starts.get(slot)!(scope, lag - step);
  for (let step = 0; step < clock.steps; step++) {
    for (const slot of inputs) scope.set(scopeName(slot), inputAt(slot, step));
    for (const { slot, lag } of pasts) scope.set(scopeName(slot, lag), pastAt(slot, lag, step));
    for (const compute of equations) compute(scope);
    history.push(new Map(scope));
  }
  for (const [at, { kind, source, argument }] of program.aggregates.entries()) {
    const number =
      argument.kind === 'number' ? argument.value : Number(scope.get(scopeName(argument.slot)));
    const value = aggregate(kind, (step) => valueAt(source, step), clock, number);
    scope.set(scopeName(-at - 1), value);
  }
  return {
    answers: answers.map((formula) => formula(scope)),
    kept: program.kept.map((slot) => history.map((_, step) => valueAt(slot, step))),
  };
}
