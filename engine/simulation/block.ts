import type { Columns, Kernel } from '../kernel/kernel.ts';
import { aggregate } from '../model/aggregate.ts';
import { discountBlock } from './discount-block.ts';
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

/** Some of its draws, one block of them. */
interface Block extends BlockWork {
  readonly from: number;
  readonly count: number;
  /** Schedules that this run has in place of draws. */
  readonly paths: readonly { readonly column: number; readonly path: Float64Array }[];
}

function fillPast(ring: Ring, columns: Columns, store: Columns): void {
  for (let lag = 1; lag < ring.depth; lag++) {
    const target = store[ring.depth - lag]!;
    if (ring.starts.kind === 'values') target.fill(ring.starts.byLag[lag - 1]!);
    else target.set(columns[ring.starts.column]!);
  }
}

/** Where a number is that all draws share. */
type Shared = Exclude<Where, { readonly kind: 'column' }>;

function numberAt({ kind, index }: Shared, { numbers, plan }: BlockWork, step: number): number {
  if (kind === 'constant') return numbers.constants[index]!;
  return numbers.stepped[step * plan.steppedCount + index]!;
}

/** Copies the first numbers of a column; a whole one needs no view of a part. */
function copyOut(column: Float64Array, count: number, to: Float64Array, at: number): void {
  to.set(count === column.length ? column : column.subarray(0, count), at);
}

/** Puts what a place holds at this step where it is kept. */
function keep(work: Block, where: Where, step: number, to: Float64Array, at: number): void {
  const { kernel, count } = work;
  if (where.kind === 'column') copyOut(kernel.space.columns[where.index]!, count, to, at);
  else to.fill(numberAt(where, work, step), at, at + count);
}

function record(work: Block, step: number): void {
  const { plan, kernel, results, draws, from } = work;
  const { block, series } = kernel.space;
  for (const [index, values] of series.entries()) {
    keep(work, plan.series[index]!, step, values, step * block);
  }
  for (const [index, path] of results.kept.entries()) {
    keep(work, plan.kept[index]!, step, path, step * draws + from);
  }
}

/** Puts numbers of draws into a column; what a kernel computes beside the last of them repeats it. */
function fillColumn(column: Float64Array, numbers: Float64Array, at: number, count: number): void {
  column.set(numbers.subarray(at, at + count));
  if (count < column.length) column.fill(column[count - 1]!, count);
}

function feedShocks({ plan, kernel, inputs, draws, from, count }: Block, step: number): void {
  for (const [index, column] of plan.shocks.entries()) {
    const shocks = inputs.shocks[index]!;
    fillColumn(kernel.space.columns[column]!, shocks, step * draws + from, count);
  }
}

/** Puts in what a run has schedules of in place of draws, where they change. */
function feedPaths({ kernel, paths }: Block, step: number): void {
  for (const { column, path } of paths) {
    if (step > 0 && Object.is(path[step], path[step - 1])) continue;
    kernel.space.columns[column]!.fill(path[step]!);
  }
}

function runSteps(block: Block): void {
  const { plan, kernel, count } = block;
  for (let step = 0; step < plan.steps; step++) {
    feedShocks(block, step);
    feedPaths(block, step);
    kernel.turn(step);
    kernel.step(step, count);
    record(block, step);
  }
}

function aggregateSeries(work: Block): void {
  const { plan, kernel, count } = work;
  const { block, columns, ...space } = kernel.space;
  for (const [index, { kind, series, argument }] of plan.aggregates.entries()) {
    const values = space.series[series]!;
    const target = space.aggregates[index]!;
    const isOwn = typeof argument !== 'number' && argument.kind === 'column';
    const shared = typeof argument === 'number' || isOwn ? argument : numberAt(argument, work, 0);
    if (kind === 'discounted' && typeof shared === 'number') {
      discountBlock({ values, block, count }, plan, shared, target);
      continue;
    }
    for (let i = 0; i < count; i++) {
      const own = typeof shared === 'number' ? shared : columns[shared.index]![i]!;
      target[i] = aggregate(kind, (step) => values[step * block + i]!, plan, own);
    }
  }
}

function keepAnswers({ kernel, results, from, count }: Block): void {
  for (const [index, answer] of results.answers.entries()) {
    copyOut(kernel.space.answers[index]!, count, answer, from);
  }
}

function firstFlaw({ kernel, results, from, count }: Block): number | null {
  for (let i = 0; i < count; i++) {
    const answered = results.answers.every((answer) => Number.isFinite(answer[from + i]!));
    if (kernel.space.flaws[i] !== 0 || !answered) return from + i;
  }
  return null;
}

function blockFrom(work: BlockWork, from: number): Block {
  const { plan, kernel, numbers, draws } = work;
  const paths = numbers.paths.flatMap((path, index) =>
    path === null ? [] : [{ column: plan.drawn[index]!, path }],
  );
  return { ...work, from, count: Math.min(kernel.space.block, draws - from), paths };
}

/**
 * Runs the draws from `from` on, at most a block, and puts their answers and kept paths into the results.
 *
 * Errors: gives the first draw whose values are not all finite or that violates a check; null where none does.
 */
export function runBlock(work: BlockWork, from: number): number | null {
  const block = blockFrom(work, from);
  const { plan, kernel, inputs, count } = block;
  const { columns, flaws, rings } = kernel.space;
  for (const [index, column] of plan.drawn.entries()) {
    const drawn = inputs.drawn[index]!;
    if (drawn.length > 0) fillColumn(columns[column]!, drawn, from, count);
  }
  flaws.fill(0);
  kernel.start(count);
  for (const [index, ring] of plan.rings.entries()) fillPast(ring, columns, rings[index]!);
  runSteps(block);
  aggregateSeries(block);
  kernel.answer(count);
  keepAnswers(block);
  return firstFlaw(block);
}
