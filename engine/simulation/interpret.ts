import { evaluate, evaluateNumber, type Reader } from '../formula/evaluate.ts';
import type { Solved } from '../formula/rule.ts';
import type { Solution } from '../formula/solve.ts';
import { aggregate } from '../model/aggregate.ts';
import type { ScalarEquation } from '../model/model.ts';
import type { Program } from '../model/program.ts';
import { Solver } from './solver.ts';

/** Reads an input of one draw at a step. */
export type InputAt = (slot: number, step: number) => number;

/** Every value of one draw: by slot and step, and the answers. */
export interface DrawTrace {
  readonly valueAt: (slot: number, step: number) => number;
  /** Reads the values that a step reads. */
  readonly readerAt: (step: number) => Reader;
  readonly answers: readonly number[];
}

/** Told about each equation's value and each check's truth, where it returns false to stop, and of each search. */
export interface Watcher {
  readonly value: (slot: number, step: number, value: number) => boolean;
  readonly check: (index: number, step: number, holds: boolean) => boolean;
  readonly searched: (solved: Solved, step: number, solution: Solution) => void;
}

const QUIET: Watcher = { value: () => true, check: () => true, searched: () => {} };

/** Finds what an equation was `lag` steps before the first. */
export function valueBefore({ starts }: ScalarEquation, lag: number, reader: Reader): number {
  if (starts === null) throw new Error('what is looked back at declares its past');
  return starts.kind === 'table' ? starts.valueAtLag(lag) : evaluateNumber(starts.term, reader);
}

/**
 * Runs one draw of a program by evaluating every term as it stands: slow and obvious. Generated kernels are
 * held against it, model tests run on it, and it finds where a run went wrong.
 */
export function interpret(program: Program, inputAt: InputAt, watcher: Watcher = QUIET): DrawTrace {
  const { model } = program;
  const { steps } = model.clock;
  const equations = new Map(model.equations.map((equation) => [equation.slot, equation]));
  const values: (Float64Array | undefined)[] = model.variables.map(() => undefined);
  for (const { slot } of model.equations) values[slot] = new Float64Array(steps);
  const valueAt = (slot: number, step: number) => values[slot]?.[step] ?? inputAt(slot, step);
  const readerAt = (step: number): Reader => ({
    now: (slot) => valueAt(slot, step),
    past: (slot, lag) =>
      step >= lag
        ? valueAt(slot, step - lag)
        : valueBefore(equations.get(slot)!, lag - step, readerAt(0)),
  });
  const solver = new Solver();
  for (let step = 0; step < steps; step++) {
    const reader = readerAt(step);
    for (const { slot, term } of model.equations) {
      if (term.kind === 'solved') {
        const solution = solver.solution(term, reader);
        watcher.searched(term, step, solution);
        if (!solution.solved) return { valueAt, readerAt, answers: [] };
      }
      const value = solver.value(term, reader);
      values[slot]![step] = value;
      if (!watcher.value(slot, step, value)) return { valueAt, readerAt, answers: [] };
    }
    for (const [index, { term }] of model.checks.entries()) {
      if (!watcher.check(index, step, evaluate(term, reader) === true))
        return { valueAt, readerAt, answers: [] };
    }
  }
  return { valueAt, readerAt, answers: answersOf(program, valueAt, readerAt) };
}

function answersOf(
  program: Program,
  valueAt: DrawTrace['valueAt'],
  readerAt: (step: number) => Reader,
): readonly number[] {
  const { clock } = program.model;
  const now = readerAt(0);
  const results = program.aggregates.map(({ kind, source, argument }) =>
    aggregate(kind, (step) => valueAt(source, step), clock, evaluateNumber(argument, now)),
  );
  const reader: Reader = {
    ...now,
    now: (slot) => (slot < 0 ? results[-slot - 1]! : now.now(slot)),
  };
  return program.answers.map((term) => Number(evaluate(term, reader)));
}
