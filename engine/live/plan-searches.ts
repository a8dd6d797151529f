import { evaluateNumber, type Reader } from '../formula/evaluate.ts';
import type { System } from '../formula/rule.ts';
import type { DrawTrace } from '../simulation/interpret.ts';
import type { Searched } from './central-paths.ts';
import { pivotOrder } from './pivot-order.ts';

/** How a system is to be written as rows; null where the engine's values have to stand there instead. */
export type SearchPlan = { readonly steps: number; readonly pivots: readonly number[] } | null;

/** Newton steps beyond those that any central path needed. */
const MARGIN = 2;

/** Searches with more cells than this, together, would make a workbook that is slow to open. */
const MOST_CELLS = 600_000;

/** Finds the derivatives of the residuals at the guess. */
function jacobianAt(system: System, reader: Reader): readonly (readonly number[])[] {
  const own = new Map<number, number>();
  const within: Reader = {
    now: (slot) => own.get(slot) ?? reader.now(slot),
    past: reader.past,
  };
  for (const { slot, guess } of system.unknowns) own.set(slot, evaluateNumber(guess, reader));
  for (const { slot, term } of [...system.values, ...system.slopes]) {
    own.set(slot, evaluateNumber(term, within));
  }
  return system.jacobian.map((row) => row.map((term) => evaluateNumber(term, within)));
}

/** Counts the rows of one round, about: elimination of a full matrix is most of what is not known before. */
function rowsOf({ unknowns, values, slopes }: System): number {
  const n = unknowns.length;
  return values.length + slopes.length + 4 * n + n * n + (n * n * n) / 3;
}

/** Decides which systems of a model are written as rows, in their order, as long as there is room. */
export class SearchPlans {
  readonly #steps: number;
  readonly #searched: ReadonlyMap<System, Searched>;
  readonly #readerAt: DrawTrace['readerAt'];
  #room = MOST_CELLS;

  /** `readerAt` reads a central path. */
  constructor(
    steps: number,
    searched: ReadonlyMap<System, Searched>,
    readerAt: DrawTrace['readerAt'],
  ) {
    [this.#steps, this.#searched, this.#readerAt] = [steps, searched, readerAt];
  }

  /** The order of pivots at the first step at which the derivatives at the guess are not singular. */
  #pivots(system: System): readonly number[] | null {
    for (let step = 0; step < this.#steps; step++) {
      const pivots = pivotOrder(jacobianAt(system, this.#readerAt(step)));
      if (pivots !== null) return pivots;
    }
    return null;
  }

  /** Plans one system; `columns` are the cells that each of its rows has. */
  plan(system: System, columns: number): SearchPlan {
    const { rounds, isPlain } = this.#searched.get(system)!;
    const pivots = isPlain ? this.#pivots(system) : null;
    if (pivots === null) return null;
    const steps = rounds + MARGIN;
    const cells = rowsOf(system) * steps * columns;
    if (cells > this.#room) return null;
    this.#room -= cells;
    return { steps, pivots };
  }
}
