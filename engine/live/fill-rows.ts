import { evaluateNumber, type Reader } from '../formula/evaluate.ts';
import { aggregate, type Grid } from '../model/aggregate.ts';
import type { InputAt } from '../simulation/interpret.ts';
import type { DraftModel } from './draft-model.ts';
import type { DraftRow } from './draft-rows.ts';
import type { LivePast, LiveRow, LiveStarts } from './live-model.ts';

/** The values of rows on one path, while they are computed. */
class Filling {
  readonly #draft: DraftModel;
  readonly #grid: Grid;
  readonly values: readonly Float64Array[];

  constructor(draft: DraftModel, grid: Grid, inputAt: InputAt) {
    [this.#draft, this.#grid] = [draft, grid];
    this.values = draft.rows.rows.map(({ rule, varies }, slot) => {
      const values = new Float64Array(varies ? grid.steps : 1);
      return rule.kind === 'input' ? values.map((_, step) => inputAt(slot, step)) : values;
    });
  }

  #at(slot: number, step: number): number {
    const values = this.values[slot]!;
    return values[values.length === 1 ? 0 : step]!;
  }

  readerAt(step: number): Reader {
    return {
      now: (slot) => this.#at(slot, step),
      past: (slot, lag) =>
        step >= lag
          ? this.#at(slot, step - lag)
          : this.before(this.#draft.rows.rows[slot]!.past!.starts, lag - step),
    };
  }

  before(starts: LiveStarts, lag: number): number {
    return starts.kind === 'table'
      ? starts.byLag[lag - 1]!
      : evaluateNumber(starts.term, this.readerAt(0));
  }

  #compute({ rule }: DraftRow, step: number): number {
    if (rule.kind === 'term') return evaluateNumber(rule.term, this.readerAt(step));
    if (rule.kind !== 'aggregate') throw new Error('inputs are given, not computed');
    const { kind, source, step: at, rate } = rule.aggregate;
    const argument = kind === 'at' ? at : evaluateNumber(rate, this.readerAt(0));
    return aggregate(kind, (of) => this.#at(source, of), this.#grid, argument);
  }

  fill(slots: readonly number[], steps: number): void {
    for (let step = 0; step < steps; step++) {
      for (const slot of slots) {
        this.values[slot]![step] = this.#compute(this.#draft.rows.rows[slot]!, step);
      }
    }
  }
}

function pastOf(filling: Filling, { past }: DraftRow): LivePast | null {
  if (past === null) return null;
  const { lag, starts } = past;
  const values = Float64Array.from({ length: lag }, (_, at) => filling.before(starts, at + 1));
  return { lag, starts, values };
}

/** Computes every row on one path: what holds for all steps, then step after step, then what the path comes to. */
export function fillRows(draft: DraftModel, grid: Grid, inputAt: InputAt): readonly LiveRow[] {
  const { rows, order } = draft.rows;
  const filling = new Filling(draft, grid, inputAt);
  const along = order.slice(0, draft.along);
  filling.fill(
    along.filter((slot) => !rows[slot]!.varies),
    1,
  );
  filling.fill(
    along.filter((slot) => rows[slot]!.varies),
    grid.steps,
  );
  for (const slot of order.slice(draft.along)) {
    filling.fill([slot], rows[slot]!.varies ? grid.steps : 1);
  }
  return rows.map((row, slot) => ({
    ...row,
    past: pastOf(filling, row),
    values: filling.values[slot]!,
  }));
}
