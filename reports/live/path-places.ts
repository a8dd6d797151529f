import type { LiveModel } from '../../engine/index.ts';
import { type Area, areaOf, cellAt } from '../formula.ts';
import { LIVE_PATH } from './live-report.ts';
import type { PathSection } from './path-sections.ts';

/** The columns of the sheet Live path; then come the steps before the first, and the steps. */
export const PATH_COLUMNS = {
  module: 1,
  name: 2,
  element: 3,
  unit: 4,
  factor: 5,
  constant: 6,
} as const;
const LABELS = 6;

/** Where every row of the live model stands on the sheet Live path. */
export class PathPlaces {
  readonly #live: LiveModel;
  readonly #rows: ReadonlyMap<number, number>;
  /** The columns of the first step looked back at, of the first step, and of the last. */
  readonly before: number;
  readonly first: number;
  readonly last: number;

  constructor(live: LiveModel, sections: readonly PathSection[], firstRow: number) {
    this.#live = live;
    this.before = LABELS + 1;
    this.first = this.before + live.history;
    this.last = this.first + live.steps - 1;
    const slots = sections.flatMap((section) => [null, ...section.slots]);
    this.#rows = new Map(
      slots.flatMap((slot, at) => (slot === null ? [] : [[slot, firstRow + at] as const])),
    );
  }

  rowOf(slot: number): number {
    return this.#rows.get(slot)!;
  }

  /** The cell of a row that holds for all steps; filled to the right, it stays. */
  constantOf(slot: number): Area {
    return cellAt(LIVE_PATH, this.rowOf(slot), PATH_COLUMNS.constant, 'columns');
  }

  factorOf(slot: number): Area {
    return cellAt(LIVE_PATH, this.rowOf(slot), PATH_COLUMNS.factor, 'columns');
  }

  /** What a formula of the first step reads, so many steps back; filled to the right, it moves along. */
  alongOf(slot: number, lag: number): Area {
    if (!this.#live.rows[slot]!.varies) return this.constantOf(slot);
    return cellAt(LIVE_PATH, this.rowOf(slot), this.first - lag, 'none');
  }

  /** What a formula reads that holds for the whole path: others at the first step. */
  onceOf(slot: number): Area {
    return this.#live.rows[slot]!.varies ? this.stepOf(slot, 0) : this.constantOf(slot);
  }

  stepOf(slot: number, step: number): Area {
    return cellAt(LIVE_PATH, this.rowOf(slot), this.first + step, 'columns');
  }

  /** All steps of a row. */
  stepsOf(slot: number): Area {
    const row = this.rowOf(slot);
    return areaOf(LIVE_PATH, [row, this.first], [row, this.last], 'columns');
  }
}
