import type { Columns, Kernel } from '../kernel/kernel.ts';
import { aggregate } from '../model/aggregate.ts';
import type { Plan, Ring, Where } from './plan.ts';
import type { RunNumbers } from './prepare-run.ts';

/** The random inputs of a run: one column per drawn input, and one matrix `[step * draws + draw]` per shock. */
export interface RandomInputs {
  /** An empty column where the run has a schedule instead. */
  readonly drawn: Columns;
  readonly shocks: Columns;
}

/** Where a run's results go. Shape: `answers[k][draw]`, `kept[k][step * draws + draw]`. */
export interface RunResults {
  readonly answers: Columns;
  readonly kept: Columns;
}

/** One run of a plan on a thread. */
export interface BlockWork {
  readonly plan: Plan;
  readonly kernel: Kernel;
  readonly numbers: RunNumbers;
  readonly inputs: RandomInputs;
  readonly results: RunResults;
  readonly draws: number;
}

function fillPast(ring: Ring, columns: Columns, store: Columns): void {
  for (let lag = 1; lag < ring.depth; lag++) {
    const target = store[ring.depth - lag]!;
    if (ring.starts.kind === 'values') target.fill(ring.starts.byLag[lag - 1]!);
    else target.set(columns[ring.starts.column]!);
  }
}

/** Lets the columns of what is looked back at stand for this step and the steps before it. */
function turnRings({ plan, kernel }: BlockWork, step: number): void {
  for (const [index, ring] of plan.rings.entries()) {
    const store = kernel.space.rings[index]!;
    kernel.turn(ring.column, store[step % ring.depth]!);
    for (const { lag, column } of ring.past) {
      kernel.turn(column, store[(step - lag + ring.depth) % ring.depth]!);
    }
  }
}

function numberAt(where: Where, work: BlockWork, step: number, i: number): number {
  if (where.kind === 'column') return work.kernel.space.columns[where.index]![i]!;
  if (where.kind === 'constant') return work.numbers.constants[where.index]!;
  return work.numbers.stepped[step * work.plan.steppedCount + where.index]!;
}

function record(work: BlockWork, step: number, count: number): void {
  for (const [index, where] of work.plan.series.entries()) {
    const target = work.kernel.space.series[index]!;
    const base = step * work.kernel.space.block;
    if (where.kind === 'column') {
      const column = work.kernel.space.columns[where.index]!;
      for (let i = 0; i < count; i++) target[base + i] = column[i]!;
    } else {
      target.fill(numberAt(where, work, step, 0), base, base + count);
    }
  }
}

function runSteps(work: BlockWork, from: number, count: number): void {
  const { plan, kernel, numbers, inputs, draws } = work;
  const { space } = kernel;
  for (let step = 0; step < plan.steps; step++) {
    for (const [index, column] of plan.shocks.entries()) {
      const start = step * draws + from;
      space.columns[column]!.set(inputs.shocks[index]!.subarray(start, start + count));
    }
    for (const [index, path] of numbers.paths.entries()) {
      if (path !== null) space.columns[plan.drawn[index]!]!.fill(path[step]!);
    }
    turnRings(work, step);
    kernel.step(step, count);
    record(work, step, count);
  }
}

function aggregateSeries(work: BlockWork, count: number): void {
  const { plan, kernel } = work;
  const { space } = kernel;
  const { block } = space;
  for (const [index, { kind, series, argument }] of plan.aggregates.entries()) {
    const values = space.series[series]!;
    const target = space.aggregates[index]!;
    for (let i = 0; i < count; i++) {
      const number = typeof argument === 'number' ? argument : numberAt(argument, work, 0, i);
      target[i] = aggregate(kind, (step) => values[step * block + i]!, plan, number);
    }
  }
}

function keep({ plan, kernel, results, draws }: BlockWork, from: number, count: number): void {
  const { space } = kernel;
  for (const [index, answer] of results.answers.entries()) {
    answer.set(space.answers[index]!.subarray(0, count), from);
  }
  for (const [index, series] of plan.kept.entries()) {
    const values = space.series[series]!;
    for (let step = 0; step < plan.steps; step++) {
      const start = step * space.block;
      results.kept[index]?.set(values.subarray(start, start + count), step * draws + from);
    }
  }
}

function firstFlaw({ kernel, results }: BlockWork, from: number, count: number): number | null {
  for (let i = 0; i < count; i++) {
    const answered = results.answers.every((answer) => Number.isFinite(answer[from + i]!));
    if (kernel.space.flaws[i] !== 0 || !answered) return from + i;
  }
  return null;
}

/**
 * Runs the draws from `from` on, at most a block, and puts their answers and kept paths into the results.
 *
 * Errors: gives the first draw whose values are not all finite or that violates a check; null where none does.
 */
export function runBlock(work: BlockWork, from: number): number | null {
  const { plan, kernel, inputs, draws } = work;
  const { space } = kernel;
  const count = Math.min(space.block, draws - from);
  for (const [index, column] of plan.drawn.entries()) {
    space.columns[column]!.set(inputs.drawn[index]!.subarray(from, from + count));
  }
  space.flaws.fill(0);
  kernel.start(count);
  for (const [index, ring] of plan.rings.entries())
    fillPast(ring, space.columns, space.rings[index]!);
  runSteps(work, from, count);
  aggregateSeries(work, count);
  kernel.answer(count);
  keep(work, from, count);
  return firstFlaw(work, from, count);
}
