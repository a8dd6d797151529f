import type { Columns, Kernel } from '../kernel/kernel.ts';
import { aggregate } from '../model/aggregate.ts';
import { aggregateBlock } from './aggregate-block.ts';
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

/** Where a number is that all draws share. */
type Shared = Exclude<Where, { readonly kind: 'column' }>;

function numberAt({ kind, index }: Shared, { numbers, plan }: BlockWork, step: number): number {
  if (kind === 'constant') return numbers.constants[index]!;
  return numbers.stepped[step * plan.steppedCount + index]!;
}

function record(work: BlockWork, step: number, count: number): void {
  const { space } = work.kernel;
  for (const [index, where] of work.plan.series.entries()) {
    const target = space.series[index]!;
    const base = step * space.block;
    if (where.kind === 'column') target.set(space.columns[where.index]!.subarray(0, count), base);
    else target.fill(numberAt(where, work, step), base, base + count);
  }
}

/** Puts numbers of draws into a column; what a kernel computes beside the last of them repeats it. */
function fillColumn(
  column: Float64Array,
  numbers: Float64Array,
  from: number,
  count: number,
): void {
  column.set(numbers.subarray(from, from + count));
  if (count < column.length) column.fill(column[count - 1]!, count);
}

function runSteps(work: BlockWork, from: number, count: number): void {
  const { plan, kernel, numbers, inputs, draws } = work;
  const { space } = kernel;
  for (let step = 0; step < plan.steps; step++) {
    for (const [index, column] of plan.shocks.entries()) {
      fillColumn(space.columns[column]!, inputs.shocks[index]!, step * draws + from, count);
    }
    for (const [index, path] of numbers.paths.entries()) {
      if (path === null || (step > 0 && Object.is(path[step], path[step - 1]))) continue;
      space.columns[plan.drawn[index]!]!.fill(path[step]!);
    }
    turnRings(work, step);
    kernel.step(step, count);
    record(work, step, count);
  }
}

function aggregateSeries(work: BlockWork, count: number): void {
  const { plan, kernel } = work;
  const { block, columns, ...space } = kernel.space;
  for (const [index, { kind, series, argument }] of plan.aggregates.entries()) {
    const values = space.series[series]!;
    const target = space.aggregates[index]!;
    if (typeof argument !== 'number' && argument.kind === 'column') {
      const own = columns[argument.index]!;
      for (let i = 0; i < count; i++)
        target[i] = aggregate(kind, (step) => values[step * block + i]!, plan, own[i]!);
    } else {
      const number = typeof argument === 'number' ? argument : numberAt(argument, work, 0);
      aggregateBlock(kind, { values, block, count }, plan, number, target);
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
    const drawn = inputs.drawn[index]!;
    if (drawn.length > 0) fillColumn(space.columns[column]!, drawn, from, count);
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
