import type { LiveAggregate, LiveModel, LiveRow, Results } from '../../engine/index.ts';
import { pathCells } from './live-path.ts';
import type { Allowance } from './recalculation.ts';
import { exactly, type Rounded, rounded } from './rounding.ts';

/** What is solved for counts as known to this share: that it is, its own cells are held to. */
const SOLVED = 1e-10;

const SUMMED = 2 ** -47;

function valueAt({ values }: LiveRow, step: number): number {
  return values[values.length === 1 ? 0 : step]!;
}

/** Follows rounding through the rows of a live model, step by step. */
class LiveErrors {
  readonly #live: LiveModel;
  readonly #errors: Float64Array[];
  readonly #solved: ReadonlySet<number>;

  constructor(live: LiveModel) {
    this.#live = live;
    this.#errors = live.rows.map(({ values }) => new Float64Array(values.length).fill(Number.NaN));
    this.#solved = new Set(live.systems.flatMap(({ unknowns }) => unknowns));
    for (let step = 0; step < live.steps; step++) {
      for (const [slot, { kind }] of live.rows.entries()) {
        if (kind !== 'aggregate' && kind !== 'answer') this.errorAt(slot, step);
      }
    }
  }

  #isFound(slot: number): boolean {
    return this.#solved.has(slot) || this.#live.rows[slot]!.role === 'tried';
  }

  errorAt(slot: number, step: number): number {
    const errors = this.#errors[slot]!;
    const at = errors.length === 1 ? 0 : step;
    if (Number.isNaN(errors[at]!)) errors[at] = this.#find(slot, at);
    return errors[at]!;
  }

  #known(slot: number, lag: number, step: number): Rounded {
    const row = this.#live.rows[slot]!;
    if (step < lag) return exactly(row.past!.values[lag - step - 1]!);
    const error = this.errorAt(slot, step - lag);
    return { ...exactly(valueAt(row, step - lag)), error };
  }

  #find(slot: number, step: number): number {
    const { rule, values } = this.#live.rows[slot]!;
    if (rule.kind === 'input') return 0;
    if (this.#isFound(slot)) return SOLVED * Math.abs(values[step]!);
    if (rule.kind === 'aggregate') return this.#aggregated(rule.aggregate);
    return rounded(rule.term, (read, lag) => this.#known(read, lag, step)).error;
  }

  /** No aggregate is off by more than all that it adds up. */
  #aggregated({ source, kind }: LiveAggregate): number {
    const row = this.#live.rows[source]!;
    const scale = ['total', 'discounted'].includes(kind) ? this.#live.stepMonths : 1;
    return row.values.reduce(
      (sum, value, step) => sum + scale * (this.errorAt(source, step) + SUMMED * Math.abs(value)),
      0,
    );
  }
}

/** Says how far each cell of the sheet Live path may be off by rounding alone. */
export function liveAllowance(results: Results): Allowance {
  const { live } = results;
  if (live === null) return () => 0;
  const errors = new LiveErrors(live);
  const cellOf = pathCells(results);
  const allowed = new Map<string, number>();
  for (const [slot, { varies, values }] of live.rows.entries()) {
    for (const step of values.keys()) {
      allowed.set(cellOf(slot, varies ? step : null), 2 * errors.errorAt(slot, step));
    }
  }
  return (sheet, cell) => (sheet === 'Live path' ? (allowed.get(cell) ?? 0) : 0);
}
